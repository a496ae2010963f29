#include "emitter/dialects/bullet_lists.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "emitter/dialects/lines.hpp"

namespace listok::emitter {

namespace {

constexpr std::string_view bullet = "•";
constexpr std::string_view no_break_space = "\u00A0";

// Those of word processors. One line alone with such a sign may be a legend, or a product of numbers;
// empty squares are boxes to tick.
constexpr auto other_bullets = std::to_array<std::string_view>(
    {"·", "∙", "●", "○", "◦", "■", "▪", "◆", "‣", "⁃", "➢", "►", "▶", "❖"});

// The bullet that begins an item, or nothing. By itself on its line it begins none: it may be what is
// left of a list.
std::string_view bullet_of(std::string_view words) {
  std::string_view found = words.starts_with(bullet) ? bullet : "";
  for (const std::string_view one : other_bullets) {
    if (words.starts_with(one)) found = one;
  }
  words.remove_prefix(found.size());
  const bool apart =
      words.starts_with(' ') || words.starts_with('\t') || words.starts_with(no_break_space);
  return apart && words.find_first_not_of(" \t\xC2\xA0") != words.npos ? found : "";
}

class BulletLists {
 public:
  void read(const Line& line);
  Edits take();

 private:
  struct Item {
    std::size_t at;
    std::string_view bullet, behind;
  };
  Edits edits_;
  std::vector<Item> items_;  // between blank lines

  void end_block();
};

// "+" and not "-" or "*": with those a line could turn into a heading or a rule.
void BulletLists::end_block() {
  std::vector<std::string_view> bullets;
  for (const Item& one : items_) bullets.push_back(one.bullet);
  std::ranges::sort(bullets);
  const bool is_list = std::ranges::adjacent_find(bullets) != bullets.end();
  for (const auto& [at, mark, behind] : items_) {
    if (mark != bullet && !is_list) continue;
    const bool no_break = behind.starts_with(no_break_space);
    const std::size_t size = mark.size() + (no_break ? no_break_space.size() : 0);
    edits_.push_back({{at, at + size}, no_break ? "+ " : "+"});
  }
  items_.clear();
}

void BulletLists::read(const Line& line) {
  if (line.blank()) end_block();
  const std::string_view found = bullet_of(line.words());
  if (!found.empty()) items_.push_back({line.at(), found, line.words().substr(found.size())});
}

Edits BulletLists::take() {
  end_block();
  return std::move(edits_);
}

bool may_have_bullets(std::string_view markdown) {
  return markdown.find(bullet) != markdown.npos ||
         std::ranges::any_of(other_bullets, [&](std::string_view one) {
           return markdown.find(one) != markdown.npos;
         });
}

}  // namespace

Edits edit_bullets(std::string_view markdown) {
  if (!may_have_bullets(markdown)) return {};
  BulletLists lists;
  for_each_line(markdown, [&](const Line& line) { lists.read(line); });
  return lists.take();
}

}  // namespace listok::emitter

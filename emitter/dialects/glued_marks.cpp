#include "emitter/dialects/glued_marks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "emitter/dialects/fences.hpp"
#include "emitter/dialects/lines.hpp"
#include "emitter/text/text.hpp"

namespace listok::emitter {

namespace {

constexpr std::string_view no_break_space = "\u00A0";
constexpr std::string_view bullet = "•";

char32_t code_point_at(std::string_view text, std::size_t at) {
  return at < text.size() ? next_code_point(text, at) : U' ';
}

bool is_cyrillic(char32_t c) { return c >= 0x400 && c < 0x530; }

// How many bytes the mark at the beginning of `words` has, 0 when there is none.
std::size_t mark_size(std::string_view words) {
  if (words.starts_with(bullet)) return bullet.size();
  if (words.starts_with('-') || words.starts_with('*') || words.starts_with('+')) return 1;
  const std::size_t hashes = std::min(words.find_first_not_of('#'), words.size());
  if (hashes > 0) return hashes <= 6 ? hashes : 0;
  const std::size_t digits = std::min(words.find_first_not_of("0123456789"), words.size());
  const bool numbers = digits > 0 && digits < 10 && digits < words.size() &&
                       (words[digits] == '.' || words[digits] == ')');
  return numbers ? digits + 1 : 0;
}

// `##Вопрос`; `#Название` on the first line alone, as elsewhere it may be a tag.
bool is_glued_heading(std::string_view words, bool first) {
  const std::size_t hashes = words.find_first_not_of('#');
  return hashes != words.npos && hashes >= (first ? 1u : 2u) && hashes <= 6 &&
         is_letter(code_point_at(words, hashes));
}

// `-пункт`, `•пункт`, `1.пункт`. Not `-verbose`, which is an option of a program, nor `*emphasis*`.
bool is_glued_item(std::string_view words) {
  const std::size_t mark = mark_size(words);
  if (mark == 0 || words.front() == '#') return false;
  const char32_t c = code_point_at(words, mark);
  if (mark > 1) return is_letter(c);
  if (words.front() == '*' && words.find('*', 1) != words.npos) return false;
  const bool capital =
      c >= 'A' && c <= 'Z' && words.size() > 2 && words[2] >= 'a' && words[2] <= 'z';
  return capital || (is_cyrillic(c) && is_letter(c));
}

std::string_view first_word(std::string_view words) {
  return words.substr(0, words.find_first_of(" \t"));
}

class Separator {
 public:
  explicit Separator(Remarks& remarks) : remarks_(remarks) {}

  void read(const Line& line);
  Edits take() { return std::move(edits_); }

 private:
  Remarks& remarks_;
  Edits edits_;
  FenceTracker fences_;
  std::optional<Line> item_;  // the line before, when its item is glued
  bool item_is_edited_ = false;
  bool first_ = true;

  void insert_space(std::size_t at) { edits_.push_back({{at, at}, " "}); }
  void remark(const Line& line, std::string_view what);
  void item(const Line& line);
};

void Separator::remark(const Line& line, std::string_view what) {
  const std::string_view word = first_word(line.words());
  remarks_.push_back({{line.at(), line.at() + word.size()},
                      Severity::warning,
                      "glued-mark",
                      fmt::format("`{}` is read as {}", word, what),
                      "write a space behind the mark"});
}

void Separator::item(const Line& line) {
  if (item_ && item_->prefix() == line.prefix()) {
    if (!item_is_edited_) {
      insert_space(item_->at() + mark_size(item_->words()));
      remark(*item_, "an item of a list");
    }
    insert_space(line.at() + mark_size(line.words()));
    item_is_edited_ = true;
  } else {
    item_is_edited_ = false;
  }
  item_ = line;
}

void Separator::read(const Line& line) {
  if (fences_.is_code(line)) return;
  const std::string_view words = line.words();
  if (is_glued_item(words)) {
    item(line);
    return;
  }
  item_.reset();
  const std::size_t mark = mark_size(words);
  if (mark > 0 && words.substr(mark).starts_with(no_break_space)) {
    const std::size_t at = line.at() + mark;
    edits_.push_back({{at, at + no_break_space.size()}, " "});
  } else if (is_glued_heading(words, first_)) {
    remark(line, "a heading");
    insert_space(line.at() + mark);
  }
  if (!line.blank()) first_ = false;
}

// Whether any line may be glued, at the cost of looking for the marks themselves.
bool may_be_glued(std::string_view markdown) {
  return markdown.find_first_of("#-*+.)") != markdown.npos ||
         markdown.find(bullet) != markdown.npos;
}

}  // namespace

Edits edit_glued_marks(std::string_view markdown, Remarks& remarks) {
  if (!may_be_glued(markdown)) return {};
  Separator separator(remarks);
  for_each_line(markdown, [&](const Line& line) { separator.read(line); });
  return separator.take();
}

}  // namespace listok::emitter

#include "emitter/dialects/bullet_lists.hpp"

#include "emitter/dialects/lines.hpp"

namespace listok::emitter {

namespace {

constexpr std::string_view bullet = "•";

// A bullet by itself on its line begins no item: it may be what is left of a list.
bool begins_item(std::string_view words) {
  if (!words.starts_with(bullet)) return false;
  words.remove_prefix(bullet.size());
  if (!words.starts_with(' ') && !words.starts_with('\t')) return false;
  return words.find_first_not_of(" \t") != words.npos;
}

}  // namespace

// "+" and not "-" or "*": with those a line could turn into a heading or a rule.
Edits edit_bullets(std::string_view markdown) {
  Edits edits;
  if (markdown.find(bullet) == markdown.npos) return edits;
  for_each_line(markdown, [&](const Line& line) {
    if (begins_item(line.words())) edits.push_back({{line.at(), line.at() + bullet.size()}, "+"});
  });
  return edits;
}

}  // namespace listok::emitter

// Goes through the lines of a Markdown text. Header only.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "emitter/text/edges.hpp"

namespace listok::emitter {

struct Line {
  std::size_t begin = 0;    // offset in the text
  std::string_view text;    // without its end of line
  std::size_t content = 0;  // how much of `text` is indentation and marks of quotes

  std::string_view words() const { return text.substr(content); }
  std::size_t at() const { return begin + content; }  // offset of words() in the text
  bool blank() const { return content == text.size(); }
  std::string_view prefix() const { return text.substr(0, content); }
  auto quotes() const { return std::ranges::count(prefix(), '>'); }
  std::size_t indent() const {                          // behind the last mark of a quote
    return content - (prefix().find_last_of('>') + 1);  // npos + 1 is the beginning
  }
};

// With more a line is code, or goes on what is above.
constexpr std::size_t deepest_indent = 3;

// The line that begins at `begin` of `text`.
inline Line line_at(std::string_view text, std::size_t begin) {
  std::string_view line = text.substr(begin, text.find('\n', begin) - begin);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return {begin, line, std::min(line.find_first_not_of(" \t>"), line.size())};
}

// How many bytes of `words` are the mark of a list and the space behind it.
inline std::size_t list_mark(std::string_view words) {
  for (const std::string_view mark : {"- ", "* ", "+ "}) {
    if (words.starts_with(mark)) return mark.size();
  }
  const std::size_t end = words.find_first_not_of("0123456789");
  if (end == 0 || end == words.npos) return 0;
  return words.substr(end).starts_with(". ") || words.substr(end).starts_with(") ") ? end + 2 : 0;
}

// `words` without the blanks at their end.
inline std::string_view without_end_blanks(std::string_view words) {
  return without_end(words, " \t");
}

// What divides `line` from the one above when it stands before it: an empty line of the same quote.
inline std::string empty_line_above(const Line& line) {
  return std::string(without_end_blanks(line.prefix())) + "\n";
}

inline bool ends_with_colon(std::string_view words) {
  return without_end_blanks(words).ends_with(':');
}

// `visit(line)` for each.
template <typename Visit>
void for_each_line(std::string_view text, const Visit& visit) {
  for (std::size_t begin = 0; begin < text.size();) {
    visit(line_at(text, begin));
    begin = std::min(text.find('\n', begin), text.size()) + 1;
  }
}

}  // namespace listok::emitter

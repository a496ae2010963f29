#include "emitter/markdown/rule_lines.hpp"

#include <algorithm>
#include <string>

#include "emitter/dialects/lines.hpp"

namespace listok::emitter {

namespace {

// The marks of a rule, behind those of the items that it stands in; empty when the line is none.
std::string_view rule_of(std::string_view words) {
  constexpr std::ptrdiff_t fewest = 3;
  words = without_end_blanks(words);
  for (;;) {
    const std::string_view mark = words.substr(0, 1);
    if (!mark.empty() && std::string_view("-*_").find(mark) != std::string_view::npos &&
        words.find_first_not_of(std::string(mark) + " \t") == words.npos) {
      return std::ranges::count(words, mark.front()) < fewest ? "" : words;
    }
    const std::size_t size = list_mark(words);
    if (size == 0) return {};
    words = trimmed(words.substr(size), " \t");
  }
}

std::size_t next_line(std::string_view text, std::size_t offset) {
  return std::min(text.find('\n', offset), text.size() - 1) + 1;
}

}  // namespace

Span rule_behind(std::string_view text, std::size_t offset) {
  if (text.empty()) return {};
  constexpr int most_lines = 100;  // so that rules which are not found cost little
  const bool at_line = offset == 0 || text[offset - 1] == '\n';
  std::size_t at = at_line ? offset : next_line(text, offset);
  for (int i = 0; i < most_lines && at < text.size(); ++i, at = next_line(text, at)) {
    const Line line = line_at(text, at);
    const std::string_view rule = rule_of(line.words());
    if (rule.empty()) continue;
    const auto begin = static_cast<std::size_t>(rule.data() - text.data());
    return {begin, begin + rule.size()};
  }
  at = std::min(text.find_first_not_of(" \t\r\n", offset), text.size());
  return {at, std::min(at + 1, text.size())};
}

std::size_t end_of_underline(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return offset;
  const std::size_t begin = text.substr(0, offset).rfind('\n') + 1;  // npos + 1 is the beginning
  const std::size_t below = next_line(text, offset);
  if (line_at(text, begin).words().starts_with('#') || below >= text.size()) return offset;
  const Line line = line_at(text, below);
  const std::string_view words = without_end_blanks(line.words());
  const bool underlines = !words.empty() && (words.find_first_not_of('-') == words.npos ||
                                             words.find_first_not_of('=') == words.npos);
  return underlines ? line.begin + line.text.size() : offset;
}

}  // namespace listok::emitter

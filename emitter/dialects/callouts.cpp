#include "emitter/dialects/callouts.hpp"

#include <algorithm>

#include "emitter/dialects/fences.hpp"
#include "emitter/dialects/line_beginnings.hpp"
#include "emitter/dialects/lines.hpp"
#include "emitter/text/ascii.hpp"
#include "emitter/text/text.hpp"

namespace listok::emitter {

namespace {

constexpr std::string_view open = "[!";

// A title stands behind the mark, and behind the sign that folds the words below.
bool has_title(std::string_view words) {
  const auto mark = callout_mark(words);
  if (!mark) return false;
  words.remove_prefix(open.size() + mark->size() + 1);
  if (words.starts_with('-') || words.starts_with('+')) words.remove_prefix(1);
  return words.starts_with(' ') && words.find_first_not_of(" \t") != words.npos &&
         length(words) <= longest_callout_title;
}

bool begins_with_small_letter(std::string_view words) {
  std::size_t at = 0;
  return is_letter(next_code_point(words, at)) && !is_capital(words);
}

}  // namespace

std::optional<std::string_view> callout_mark(std::string_view words) {
  if (!words.starts_with(open)) return std::nullopt;
  const std::size_t close = words.find(']');
  if (close == words.npos || close == open.size()) return std::nullopt;
  const std::string_view mark = words.substr(open.size(), close - open.size());
  const bool word =
      std::all_of(mark.begin(), mark.end(), [](char c) { return is_ascii_letter(c) || c == '-'; });
  return word ? std::optional(mark) : std::nullopt;
}

Edits edit_callout_titles(std::string_view markdown) {
  Edits edits;
  if (markdown.find(open) == markdown.npos) return edits;
  FenceTracker fences;
  Line above;
  bool title_above = false;
  for_each_line(markdown, [&](const Line& line) {
    const bool code = fences.is_code(line);
    if (title_above && !code && !line.blank() && line.quotes() == above.quotes() &&
        !begins_with_small_letter(line.words())) {
      edits.push_back({{line.begin, line.begin}, empty_line_above(line)});
    }
    title_above = !code && line.quotes() > above.quotes() && has_title(line.words());
    above = line;
  });
  return edits;
}

}  // namespace listok::emitter

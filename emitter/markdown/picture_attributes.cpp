#include "emitter/markdown/picture_attributes.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "emitter/text/ascii.hpp"

namespace listok::emitter {

namespace {

constexpr std::string_view blank = " \t";
constexpr std::size_t longest = 300;  // bytes between the braces

constexpr auto units = std::to_array<std::pair<std::string_view, Extent::Unit>>({
    {"", Extent::Unit::px},
    {"%", Extent::Unit::percent},
    {"px", Extent::Unit::px},
    {"pt", Extent::Unit::pt},
    {"mm", Extent::Unit::mm},
    {"cm", Extent::Unit::cm},
    {"in", Extent::Unit::in},
});

bool is_name(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) {
    return is_word_byte(c) || c == '-' || c == '_' || c == ':' || c == '.';
  });
}

// The next of the attributes, with what is quoted in it; `rest` goes on behind it.
std::string_view take(std::string_view& rest) {
  rest.remove_prefix(std::min(rest.find_first_not_of(blank), rest.size()));
  std::size_t end = 0;
  char quote = '\0';
  for (; end < rest.size(); ++end) {
    const char c = rest[end];
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (blank.find(c) != blank.npos) {
      break;
    }
  }
  const std::string_view taken = rest.substr(0, end);
  rest.remove_prefix(end);
  return taken;
}

std::string_view without_quotes(std::string_view value) {
  const bool quoted = value.size() > 1 && value.front() == value.back() &&
                      (value.front() == '"' || value.front() == '\'');
  return quoted ? value.substr(1, value.size() - 2) : value;
}

// `#id`, `.class` and `key=value` are attributes, and nothing else is.
bool read_one(std::string_view one, PictureAttributes& all) {
  const std::size_t equals = one.find('=');
  const std::string_view key = one.substr(0, equals);
  const bool marked = one.starts_with('#') || one.starts_with('.');
  if (!marked && (equals == one.npos || equals + 1 == one.size())) return false;
  if (!is_name(marked ? one.substr(1) : key)) return false;
  if (!marked && (key == "width" || key == "height")) {
    const Extent read = read_extent(without_quotes(one.substr(equals + 1)));
    // A part of the height of the page would be another thing on a screen.
    const bool usable =
        read.unit != Extent::Unit::unsaid && (key == "width" || read.unit != Extent::Unit::percent);
    if (usable) {
      (key == "width" ? all.width : all.height) = read;
      return true;
    }
  }
  all.passed_over = true;
  return true;
}

}  // namespace

Extent read_extent(std::string_view written) {
  constexpr double least = 0.01, most = 99'999;
  double number = 0;
  const char* end = written.data() + written.size();
  const auto read = std::from_chars(written.data(), end, number, std::chars_format::fixed);
  if (read.ec != std::errc() || !(number >= least && number <= most)) return {};
  const std::string_view unit(read.ptr, static_cast<std::size_t>(end - read.ptr));
  for (const auto& [name, meant] : units) {
    if (unit == name) return {number, meant};
  }
  return {};
}

PictureAttributes read_picture_attributes(std::string_view text) {
  const std::size_t open = text.find_first_not_of(blank);
  if (open == text.npos || text[open] != '{') return {};
  const std::size_t close = text.substr(open, longest).find('}');
  if (close == text.npos) return {};
  std::string_view inside = text.substr(open + 1, close - 1);
  if (inside.starts_with(':')) inside.remove_prefix(1);
  PictureAttributes all;
  while (inside.find_first_not_of(blank) != inside.npos) {
    if (!read_one(take(inside), all)) return {};
    all.length = open + close + 1;
  }
  return all;
}

}  // namespace listok::emitter

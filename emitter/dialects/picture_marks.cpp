#include "emitter/dialects/picture_marks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "emitter/text/edges.hpp"
#include "emitter/text/text.hpp"

namespace listok::emitter {

namespace {

constexpr std::string_view blank = " \t";
constexpr std::size_t longest = 1000;  // of a picture, in bytes

// What follows `name` may be `?raw=true` or `#page=2`.
bool is_picture_name(std::string_view name) {
  constexpr auto endings = std::to_array<std::string_view>(
      {".png", ".jpg", ".jpeg", ".pdf", ".svg", ".webp", ".gif", ".bmp", ".tif", ".tiff", ".eps"});
  const std::string folded = fold_case(name.substr(0, name.find_first_of("?#")));
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
    return folded.size() > ending.size() && folded.ends_with(ending);
  });
}

// "300px" of `300`, "60%" of `60%`; empty when it is neither.
std::string extent_of(std::string_view written) {
  const std::size_t digits = std::min(written.find_first_not_of("0123456789."), written.size());
  const std::string_view unit = written.substr(digits);
  if (digits == 0 || (!unit.empty() && unit != "%")) return {};
  return fmt::format("{}{}", written.substr(0, digits), unit.empty() ? "px" : unit);
}

// Of `300x200`, `300x`, `x200` and `300`; empty when it is no size.
std::string attributes_of(std::string_view size) {
  const std::size_t cross = std::min(size.find('x'), size.size());
  const std::string_view across = size.substr(0, cross);
  const std::string_view down = size.substr(std::min(cross + 1, size.size()));
  const std::string width = extent_of(across), height = extent_of(down);
  if (across.empty() != width.empty() || down.empty() != height.empty()) return {};
  if (width.empty() && height.empty()) return {};
  return fmt::format("{{{}{}{}{}}}", width.empty() ? "" : "width=", width,
                     height.empty() ? "" : " height=", height);
}

// Where the bracket that opens at `at` is closed, on the same line; npos when it is not.
std::size_t closing(std::string_view text, std::size_t at, char open, char close) {
  std::size_t depth = 0;
  const std::size_t end = std::min(text.size(), at + longest);
  for (; at < end && text[at] != '\n'; ++at) {
    if (text[at] == '\\') {
      ++at;
    } else if (text[at] == open) {
      ++depth;
    } else if (text[at] == close && --depth == 0) {
      return at;
    }
  }
  return text.npos;
}

// `![[b.png|300]]`, where `at` is the offset of the first bracket.
void edit_embedded(std::string_view text, std::size_t at, Edits& edits) {
  const std::size_t begin = at + 2;
  const std::string_view rest = text.substr(begin, longest);
  const std::size_t end = rest.find("]]");
  const std::string_view inside = rest.substr(0, end);
  if (end == rest.npos || inside.find_first_of("\n<>[") != inside.npos) return;
  const std::size_t bar = std::min(inside.find('|'), inside.size());
  const std::size_t name_end = bar > 0 && inside[bar - 1] == '\\' ? bar - 1 : bar;
  if (!is_picture_name(trimmed(inside.substr(0, name_end), blank))) return;
  // Other words behind the bar are for a reader who cannot see the picture.
  const std::string_view said = inside.substr(std::min(bar + 1, inside.size()));
  edits.push_back({{at, begin}, "[](<"});
  edits.push_back(
      {{begin + name_end, begin + end + 2}, ">)" + attributes_of(trimmed(said, blank))});
}

// The parts of what stands between the parentheses of a picture, in offsets of the text.
struct Parts {
  Span name, size, title;  // empty when it is not there
};

Span within(std::string_view text, std::string_view part) {
  const auto begin = static_cast<std::size_t>(part.data() - text.data());
  return {begin, begin + part.size()};
}

// The title and the size, in either order, are taken from the end.
Parts parts_of(std::string_view text, std::string_view inside) {
  Parts parts;
  std::string_view rest = trimmed(inside, blank);
  for (int times = 0; times < 2 && !rest.empty(); ++times) {
    const char last = rest.back();
    const std::size_t space = rest.find_last_of(blank);
    if (last == '"' || last == '\'') {
      const std::size_t open = rest.substr(0, rest.size() - 1).find(fmt::format(" {}", last));
      if (open == rest.npos) break;
      parts.title = within(text, rest.substr(open + 1));
      rest = trimmed(rest.substr(0, open), blank);
    } else if (space != rest.npos && rest[space + 1] == '=' &&
               !attributes_of(rest.substr(space + 2)).empty()) {
      parts.size = within(text, rest.substr(space + 1));
      rest = trimmed(rest.substr(0, space), blank);
    }
  }
  parts.name = within(text, rest);
  return parts;
}

// Takes the size away that stands at the end of the words for a picture, and gives it as attributes.
std::string edit_words(std::string_view text, Span words, Edits& edits) {
  const std::string_view said = text.substr(words.begin, words.end - words.begin - 1);
  const std::size_t bar = said.rfind('|');
  if (bar == said.npos) return {};
  const std::string attributes = attributes_of(trimmed(said.substr(bar + 1), blank));
  const std::size_t from = bar > 0 && said[bar - 1] == '\\' ? bar - 1 : bar;
  if (!attributes.empty()) edits.push_back({{words.begin + from, words.end - 1}, ""});
  return attributes;
}

// `![words|300](my picture.png =300x "title")`, with the brackets at the ends of `words`.
void edit_inline(std::string_view text, Span words, Edits& edits) {
  const std::size_t open = words.end;
  const std::size_t close = closing(text, open, '(', ')');
  if (close == text.npos) return;
  const auto [name, size, title] = parts_of(text, text.substr(open + 1, close - open - 1));
  const std::string_view file = text.substr(name.begin, name.end - name.begin);
  const bool spaced = file.find_first_of(blank) != file.npos && !file.starts_with('<');
  if (spaced && (!is_picture_name(file) || file.find_first_of("<>\"") != file.npos)) return;
  const bool sized = size.end > size.begin;
  const bool size_first = sized && (title.end == title.begin || size.begin < title.begin);
  std::string attributes = edit_words(text, words, edits);
  if (spaced) edits.push_back({{name.begin, name.begin}, "<"});
  if (size_first) {
    edits.push_back({{name.end, size.end}, spaced ? ">" : ""});
  } else {
    if (spaced) edits.push_back({{name.end, name.end}, ">"});
    if (sized) edits.push_back({size, ""});
  }
  if (sized) attributes += attributes_of(text.substr(size.begin + 1, size.end - size.begin - 1));
  if (!attributes.empty()) edits.push_back({{close + 1, close + 1}, attributes});
}

}  // namespace

Edits edit_pictures(std::string_view markdown) {
  Edits edits;
  for (std::size_t at = 0; (at = markdown.find("![", at)) != markdown.npos;) {
    const std::size_t bracket = at + 1;
    at += 2;
    if (bracket > 1 && markdown[bracket - 2] == '\\') continue;
    if (markdown.substr(bracket).starts_with("[[")) {
      edit_embedded(markdown, bracket, edits);
    } else {
      const std::size_t close = closing(markdown, bracket, '[', ']');
      if (close == markdown.npos || !markdown.substr(close + 1).starts_with('(')) continue;
      edit_inline(markdown, {bracket, close + 1}, edits);
    }
    if (!edits.empty()) at = std::max(at, edits.back().span.end);
  }
  return edits;
}

}  // namespace listok::emitter

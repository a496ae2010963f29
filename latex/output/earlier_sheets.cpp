#include "latex/output/earlier_sheets.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "emitter/tex/tex_writer.hpp"

namespace listok::latex {

namespace {

using Options = std::vector<std::string>;

constexpr std::string_view dropped_of_sheet[] = {"bank", "footer"};
constexpr std::string_view dropped_of_class[] = {"text-face", "heads-face", "code-face",
                                                 "math-face", "symbols"};

// Where options stand in a text: between `[` and `]`.
struct Place {
  std::size_t begin, end;  // of what is between the brackets
};

std::string_view part_of(std::string_view tex, const Place& place) {
  return tex.substr(place.begin, place.end - place.begin);
}

// The end of what stands in brackets or braces from `begin`: at `closing`, outside of braces.
std::optional<std::size_t> end_of(std::string_view tex, std::size_t begin, char closing) {
  std::size_t depth = 0;
  for (std::size_t at = begin; at < tex.size(); ++at) {
    if (tex[at] == '\\') {
      ++at;
    } else if (tex[at] == '%') {  // a comment
      at = std::min(tex.find('\n', at), tex.size() - 1);
    } else if (depth == 0 && tex[at] == closing) {
      return at;
    } else if (tex[at] == '{') {
      ++depth;
    } else if (tex[at] == '}') {
      if (depth == 0) return std::nullopt;
      --depth;
    }
  }
  return std::nullopt;
}

bool has_comment(std::string_view text) {
  for (auto mark = text.find('%'); mark != text.npos; mark = text.find('%', mark + 1)) {
    if (mark == 0 || text[mark - 1] != '\\') return true;
  }
  return false;
}

bool in_comment(std::string_view tex, std::size_t at) {
  const std::string_view before = tex.substr(0, at);
  return has_comment(before.substr(before.rfind('\n') + 1));  // npos + 1 is the beginning
}

std::optional<Place> options_after(std::string_view tex, std::string_view command) {
  auto found = tex.find(command);
  while (found != tex.npos && in_comment(tex, found)) found = tex.find(command, found + 1);
  if (found == tex.npos) return std::nullopt;
  const std::size_t begin = found + command.size();
  const auto end = end_of(tex, begin, ']');
  if (!end) return std::nullopt;
  return Place{begin, *end};
}

std::optional<Place> options_of_class(std::string_view tex) {
  return options_after(tex, "\\documentclass[");
}
std::optional<Place> options_of_sheet(std::string_view tex) {
  return options_after(tex, "\\begin{sheet}[");
}

// Without comments.
std::string on_one_line(std::string_view text) {
  std::string line;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '%' && (at == 0 || text[at - 1] != '\\')) {
      at = std::min(text.find('\n', at), text.size());
      continue;
    }
    const bool space = c == ' ' || c == '\n' || c == '\r';
    if (!space) line += c;
    if (space && !line.empty() && line.back() != ' ') line += ' ';
  }
  while (line.ends_with(' ')) line.pop_back();
  return line;
}

Options divided(std::string_view text) {
  Options options;
  while (!text.empty()) {
    const std::size_t end = end_of(text, 0, ',').value_or(text.size());
    options.push_back(on_one_line(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return options;
}

template <typename Names>
void add_dropped(std::string_view tex, const std::optional<Place>& place, const Names& names,
                 Options& dropped) {
  if (!place) return;
  for (std::string& option : divided(part_of(tex, *place))) {
    const auto is_of = [&](std::string_view name) {
      return option.starts_with(fmt::format("{}=", name));
    };
    if (std::ranges::any_of(names, is_of)) dropped.push_back(std::move(option));
  }
}

// A head of a sheet as the emitter wraps it.
std::string wrapped(const std::string& line) {
  emitter::TexWriter writer;
  writer.flow({.tex = emitter::keep_control_spaces(line)}, 2);
  std::string lines = std::move(writer).tex();
  lines.pop_back();  // the last line end, which stands behind the head already
  return lines;
}

// From \begin{sheet} to the end of the title; nothing without one.
std::optional<Place> head_of_sheet(std::string_view tex) {
  const auto options = options_of_sheet(tex);
  if (!options || options->end + 1 >= tex.size() || tex[options->end + 1] != '{') {
    return std::nullopt;
  }
  const auto end = end_of(tex, options->end + 2, '}');
  if (!end) return std::nullopt;
  return Place{tex.rfind("\\begin{sheet}[", options->begin), std::min(*end + 1, tex.size())};
}

bool is_among(const Options& options, const std::string& option) {
  return std::ranges::find(options, option) != options.end();
}

// Whether something was dropped.
bool drop(std::string& tex, const std::optional<Place>& place, const Options& options) {
  if (!place) return false;
  Options left = divided(part_of(tex, *place));
  const auto dropped =
      std::erase_if(left, [&](const std::string& option) { return is_among(options, option); });
  if (dropped == 0) return false;
  tex.replace(place->begin, place->end - place->begin, fmt::format("{}", fmt::join(left, ", ")));
  return true;
}

// The same where comments stand among the options: they and all line ends stay.
void drop_in_place(std::string& tex, const Place& place, const Options& options) {
  std::string left;
  std::string_view rest = part_of(tex, place);
  while (!rest.empty()) {
    const std::size_t end = std::min(end_of(rest, 0, ',').value_or(rest.size()) + 1, rest.size());
    const std::string_view one = rest.substr(0, end);
    rest.remove_prefix(end);
    std::string option = on_one_line(one);
    if (option.ends_with(',')) option.pop_back();
    const auto begin = one.find(option.substr(0, option.find('=') + 1));
    left += is_among(options, option) && begin != one.npos ? one.substr(0, begin) : one;
  }
  tex.replace(place.begin, place.end - place.begin, left);
}

}  // namespace

std::vector<std::string> dropped_options(std::string_view tex) {
  Options dropped;
  add_dropped(tex, options_of_class(tex), dropped_of_class, dropped);
  add_dropped(tex, options_of_sheet(tex), dropped_of_sheet, dropped);
  return dropped;
}

bool is_earlier_sheet(std::string_view tex) {
  const auto place = options_of_sheet(tex);
  if (!place) return false;
  return std::ranges::any_of(divided(part_of(tex, *place)),
                             [](const std::string& option) { return option.starts_with("bank="); });
}

std::string without_options(std::string_view before, const std::vector<std::string>& options,
                            std::string_view today) {
  std::string tex(before);
  drop(tex, options_of_class(tex), options);
  const auto head = head_of_sheet(tex);
  if (!head) return tex;
  if (has_comment(part_of(tex, *head))) {
    drop_in_place(tex, *options_of_sheet(tex), options);
    return tex;
  }
  if (!drop(tex, options_of_sheet(tex), options)) return tex;
  const Place place = *head_of_sheet(tex);
  const std::string line = on_one_line(part_of(tex, place));
  const auto today_head = head_of_sheet(today);
  const bool same = today_head && on_one_line(part_of(today, *today_head)) == line;
  std::string lines = same ? std::string(part_of(today, *today_head)) : wrapped(line);
  if (before.find("\r\n") != before.npos) {
    for (auto at = lines.find('\n'); at != lines.npos; at = lines.find('\n', at + 2)) {
      lines.insert(at, 1, '\r');
    }
  }
  tex.replace(place.begin, place.end - place.begin, lines);
  return tex;
}

}  // namespace listok::latex

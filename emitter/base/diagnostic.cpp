#include "emitter/base/diagnostic.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <utility>

#include "emitter/text/text.hpp"

namespace listok::emitter {

namespace {

constexpr int window = 100;  // columns of an excerpt
constexpr int tab_width = 8;

// A file name or a line can hold what moves the cursor of a terminal or turns its text around.
char32_t printable(char32_t c) { return c == '\t' || (c != '\n' && !refusal(c)) ? c : 0xFFFD; }

std::string printable(std::string_view text) {
  std::string shown;
  for (std::size_t offset = 0; offset < text.size();) {
    append_utf8(shown, printable(next_code_point(text, offset)));
  }
  return shown;
}

int width(char32_t c) { return c == '\t' ? tab_width : std::max(0, display_width(c)); }

struct Cut {
  std::size_t begin, end;  // code points of the line that are shown
};

Cut cut_to_window(const std::u32string& line, std::size_t caret) {
  const int total = std::accumulate(line.begin(), line.end(), 0,
                                    [](int sum, char32_t c) { return sum + width(c); });
  if (total <= window) return {0, line.size()};
  std::size_t begin = std::min(caret, line.size());
  for (int used = 0; begin > 0 && used + width(line[begin - 1]) <= window / 3;) {
    used += width(line[--begin]);
  }
  // A combining mark must not lose the letter it stands on.
  while (begin > 0 && begin < line.size() && width(line[begin]) == 0) --begin;
  std::size_t end = begin;
  for (int used = 0; end < line.size() && used + width(line[end]) <= window; ++end) {
    used += width(line[end]);
  }
  return {begin, end};
}

struct Palette {
  std::string_view place, severity, caret, off;
};

Palette palette(Severity severity, bool color) {
  if (!color) return {};
  switch (severity) {
    case Severity::note: return {"\x1b[1m", "\x1b[1;36m", "\x1b[1;32m", "\x1b[0m"};
    case Severity::warning: return {"\x1b[1m", "\x1b[1;35m", "\x1b[1;32m", "\x1b[0m"};
    case Severity::error: break;
  }
  return {"\x1b[1m", "\x1b[1;31m", "\x1b[1;32m", "\x1b[0m"};
}

std::string headline(const Diagnostic& diagnostic, const Palette& colors) {
  std::string place = printable(diagnostic.file);
  if (!place.empty()) {
    if (diagnostic.line > 0) place += fmt::format(":{}", diagnostic.line);
    if (diagnostic.line > 0 && diagnostic.column > 0)
      place += fmt::format(":{}", diagnostic.column);
    place = fmt::format("{}{}:{} ", colors.place, place, colors.off);
  }
  std::string code;
  if (!diagnostic.code.empty()) code = fmt::format(" [{}]", diagnostic.code);
  return fmt::format("{}{}{}:{} {}{}\n", place, colors.severity, name_of(diagnostic.severity),
                     colors.off, printable(diagnostic.message), code);
}

std::string excerpt(const Diagnostic& diagnostic, const Palette& colors) {
  const std::u32string line = to_code_points(diagnostic.source_line);
  const std::size_t caret = diagnostic.column == 0 ? 0 : diagnostic.column - 1;
  const Cut cut = cut_to_window(line, caret);
  std::string shown, under;
  if (cut.begin > 0) {
    shown += "…";
    under += ' ';
  }
  std::size_t tildes = 0;
  for (std::size_t i = cut.begin; i < cut.end; ++i) {
    const char32_t c = printable(line[i]);
    append_utf8(shown, c);
    const auto columns = static_cast<std::size_t>(c == '\t' ? 1 : width(c));
    if (i < caret) under.append(columns, c == '\t' ? '\t' : ' ');
    if (i >= caret && i - caret < diagnostic.length) tildes += columns;
  }
  if (cut.end < line.size()) shown += "…";
  std::string lines = fmt::format("{:5} | {}\n", diagnostic.line, shown);
  if (diagnostic.column > 0) {
    const std::size_t margin = std::max<std::size_t>(5, fmt::formatted_size("{}", diagnostic.line));
    lines += fmt::format("{:{}} | {}{}^{}{}\n", "", margin, under, colors.caret,
                         std::string(tildes > 0 ? tildes - 1 : 0, '~'), colors.off);
  }
  return lines;
}

}  // namespace

std::string_view name_of(Severity severity) {
  switch (severity) {
    case Severity::note: return "note";
    case Severity::warning: return "warning";
    case Severity::error: break;
  }
  return "error";
}

bool has_errors(const Diagnostics& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& d) { return d.severity == Severity::error; });
}

std::string format_diagnostic(const Diagnostic& diagnostic, bool color) {
  const Palette colors = palette(diagnostic.severity, color);
  std::string text = headline(diagnostic, colors);
  if (diagnostic.line > 0 && !diagnostic.source_line.empty()) text += excerpt(diagnostic, colors);
  std::string_view hint = diagnostic.hint;
  for (std::string_view label = "  hint: "; !hint.empty(); label = "        ") {
    const std::size_t end = hint.find('\n');
    text += fmt::format("{}{}\n", label, printable(hint.substr(0, end)));
    hint.remove_prefix(end == std::string_view::npos ? hint.size() : end + 1);
  }
  return text;
}

}  // namespace listok::emitter

#include "emitter/check/unsupported_syntax.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "emitter/model/visit.hpp"
#include "emitter/text/ascii.hpp"
#include "emitter/text/edges.hpp"
#include "emitter/text/text.hpp"

namespace listok::emitter {

namespace {

constexpr std::string_view blank = " \t\r>";  // `>` of a quote

bool is_escaped(std::string_view text, std::size_t at) { return at > 0 && text[at - 1] == '\\'; }

// `1`, `q3`, `note-1`, `прим`; not `0-9`, `a-z` and `\\s`, which regular expressions have.
bool is_label(std::string_view label) {
  constexpr std::size_t shortest = 3;
  if (std::all_of(label.begin(), label.end(), is_ascii_digit)) return true;
  const bool numbered = is_ascii_letter(label.front()) && is_ascii_digit(label.back());
  return (label.size() > shortest || numbered) && !is_ascii_digit(label.front()) &&
         std::all_of(label.begin(), label.end(),
                     [&](char c) { return is_word_byte(c) || c == '-' || c == '_'; });
}

// `[^1]: where it is said`, anywhere in the file.
bool defines_footnotes(std::string_view text) {
  for (std::size_t at = 0; (at = text.find("[^", at)) != text.npos; ++at) {
    if (at > 0 && text[at - 1] != '\n') continue;
    const std::size_t end = text.find_first_of("]\n", at);
    if (end != text.npos && text.substr(end, 2) == "]:") return true;
  }
  return false;
}

// Behind a word or its marks, and before no sign of a regular expression; `words` end where a mark
// of emphasis does.
bool is_footnote(Span all, std::string_view words, bool defined) {
  const std::string_view written = words.substr(all.begin, all.end - all.begin);
  if (!is_label(written.substr(2, written.size() - 3))) return false;
  const char before = byte_before(words, all.begin);
  const char behind = byte_behind(words, all.end);
  if (std::string_view("+*?{").find(behind) != std::string_view::npos) return false;
  constexpr std::string_view apart = " \t\n([{|/\"'^\\";
  return defined || apart.find(before) == apart.npos;
}

// `[^1]`, wherever one begins in `words`.
void footnotes(Span words, std::string_view text, bool defined, DiagnosticList& findings) {
  constexpr std::string_view open = "[^";
  text = text.substr(0, words.end);
  for (std::size_t at = words.begin; (at = text.find(open, at)) != text.npos; at += open.size()) {
    const std::size_t end = text.find_first_of(" \t\r\n[]", at + open.size());
    if (is_escaped(text, at) || end == text.npos || text[end] != ']' || end == at + open.size() ||
        !is_footnote({at, end + 1}, text, defined)) {
      continue;
    }
    findings.warning({at, end + 1}, "footnote",
                     fmt::format("`{0}` is printed as it stands: there is no footnote `{0}: …`",
                                 text.substr(at, end + 1 - at)),
                     "write the footnote on a line of its own, or say it in the text");
  }
}

// `|-|:-:|` and the like, without the blanks around.
bool is_delimiter_row(std::string_view line) {
  return line.find('|') != line.npos && line.find('-') != line.npos &&
         line.find_first_not_of("|-: \t") == line.npos;
}

// `|-----+-----|` of Org, `+---+---+` and `+===+===+` of reStructuredText and pandoc.
bool is_foreign_delimiter_row(std::string_view line) {
  if (line.find_first_not_of("|+-=: \t") != line.npos || line.find('+') == line.npos) return false;
  if (line.find("--") == line.npos && line.find("==") == line.npos) return false;
  constexpr std::string_view edges = "|+";
  const bool closed = edges.find(line.back()) != edges.npos;
  return closed && (line.starts_with("|-") || line.starts_with("+-") || line.starts_with("+="));
}

// `| a | b |`: bars at both ends, and as many as a row of two columns has.
bool is_row(std::string_view line) {
  return line.starts_with('|') && line.ends_with('|') && !line.ends_with("\\|") &&
         std::ranges::count(line, '|') > 2;
}

struct TextLine {
  std::string_view text;
  Span place;
};

// The lines of a paragraph without the blanks around them, but those that begin in code or formulas.
std::vector<TextLine> lines_of(const Paragraph& paragraph, Span span, std::string_view text) {
  std::vector<TextLine> lines;
  text = text.substr(0, span.end);
  auto next = paragraph.content.begin();
  for (std::size_t at = span.begin; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::size_t begin = std::min(text.find_first_not_of(blank, at), end);
    const std::string_view line = without_end(text.substr(begin, end - begin), blank);
    while (next != paragraph.content.end() && next->span.end <= begin) ++next;
    const bool inside = next != paragraph.content.end() && next->span.begin < begin &&
                        !std::holds_alternative<Text>(next->value);
    if (!inside) lines.push_back({line, {begin, begin + line.size()}});
    at = end + 1;
  }
  return lines;
}

// Lines of a paragraph that were to be a table; the first is told.
void table_lines(const std::vector<TextLine>& lines, DiagnosticList& findings) {
  const auto tell = [&](const TextLine& line, std::string_view what, std::string_view hint) {
    findings.warning(line.place, "table-dashes", fmt::format("`{}` {}", line.text, what),
                     std::string(hint));
  };
  const TextLine* rows = nullptr;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string_view line = lines[i].text;
    const bool bars_above = i > 0 && lines[i - 1].text.find('|') != line.npos;
    const bool row_below = i + 1 < lines.size() && is_row(lines[i + 1].text);
    if (bars_above && is_delimiter_row(line)) {
      return tell(lines[i], "makes no table of the lines around it",
                  "write as many columns as the line above has, and a blank line above that");
    }
    if (is_delimiter_row(line) && row_below) {
      return tell(lines[i], "makes no table of the lines below it: no heading stands above",
                  "write a row of headings above it, which may be empty: `| | |`");
    }
    if (is_foreign_delimiter_row(line) && (bars_above || row_below)) {
      return tell(lines[i], "makes no table of the lines around it",
                  "write one such line, as `|---|---|`, below the headings");
    }
    const bool as_many =
        row_below && std::ranges::count(line, '|') == std::ranges::count(lines[i + 1].text, '|');
    if (rows == nullptr && is_row(line) && as_many) rows = &lines[i];
  }
  if (rows == nullptr) return;
  tell(*rows, "and the lines below it make no table: there is no line of dashes",
       "write `|---|---|` below the headings, a part for each column");
}

// `: what it means` below more lines than one, or in an item; `~ what it means` below a term. A line of
// French may be wrapped before its colon, and an approximate number has `~` too.
void definition_marks(const std::vector<TextLine>& lines, DiagnosticList& findings) {
  constexpr std::size_t longest_term = 60;  // characters
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const std::string_view line = lines[i].text;
    if (length(lines[i - 1].text) > longest_term) continue;
    const bool tilde =
        i == 1 && line.starts_with("~ ") && line.size() > 2 && !is_ascii_digit(line[2]);
    if (!tilde && !line.starts_with(": ") && !line.starts_with(":\t")) continue;
    findings.warning(
        {lines[i].place.begin, lines[i].place.begin + 1}, "foreign-mark",
        fmt::format("`{}` is printed as it stands: no definition begins here", line[0]),
        "write `: …` below a term of one line, and not in an item of a list");
    return;
  }
}

}  // namespace

void check_unsupported_syntax(const Blocks& blocks, const Source& source,
                              DiagnosticList& findings) {
  const bool defined = defines_footnotes(source.text());
  visit_all_inlines(blocks, [&](const Inline& one) {
    if (std::holds_alternative<Text>(one.value)) {
      footnotes(one.span, source.text(), defined, findings);
    }
  });
  visit_blocks(blocks, [&](const Block& block) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block.value)) {
      const std::vector<TextLine> lines = lines_of(*paragraph, block.span, source.text());
      table_lines(lines, findings);
      definition_marks(lines, findings);
    }
  });
}

}  // namespace listok::emitter

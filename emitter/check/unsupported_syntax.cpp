#include "emitter/check/unsupported_syntax.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "emitter/model/visit.hpp"
#include "emitter/text/ascii.hpp"
#include "emitter/text/edges.hpp"

namespace listok::emitter {

namespace {

constexpr std::string_view blank = " \t\r>";  // `>` of a quote

bool is_escaped(std::string_view text, std::size_t at) { return at > 0 && text[at - 1] == '\\'; }

// `1`, `note-1`, `прим`; not `0-9`, `a-z` and `\\s`, which regular expressions have.
bool is_label(std::string_view label) {
  constexpr std::size_t shortest = 3;
  if (std::all_of(label.begin(), label.end(), is_ascii_digit)) return true;
  return label.size() > shortest && !is_ascii_digit(label.front()) &&
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

// A line of a paragraph that was to be the second of a table.
void table_dashes(Span paragraph, std::string_view text, DiagnosticList& findings) {
  text = text.substr(0, paragraph.end);
  bool bars_above = false;
  for (std::size_t at = paragraph.begin; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::size_t begin = std::min(text.find_first_not_of(blank, at), end);
    const std::string_view line = text.substr(begin, end - begin);
    const std::string_view row = line.substr(0, line.find_last_not_of(blank) + 1);
    if (bars_above && is_delimiter_row(row)) {
      findings.warning({begin, begin + row.size()}, "table-dashes",
                       fmt::format("`{}` makes no table of the lines around it", row),
                       "write as many columns as the line above has, and a blank line above that");
    }
    bars_above = row.find('|') != row.npos;
    at = end + 1;
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
    if (std::holds_alternative<Paragraph>(block.value)) {
      table_dashes(block.span, source.text(), findings);
    }
  });
}

}  // namespace listok::emitter

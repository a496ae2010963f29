#include "emitter/marks/backquotes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "emitter/marks/written_words.hpp"
#include "emitter/text/ascii.hpp"
#include "emitter/text/edges.hpp"
#include "emitter/text/text.hpp"

namespace listok::emitter {

namespace {

constexpr std::size_t longest = 200;  // of a quotation, in bytes

// Where `marks` apostrophes end what begins at `from`: an apostrophe before a letter is of a word.
std::size_t end_of_quotation(std::string_view text, std::size_t from, std::size_t marks) {
  text = text.substr(0, from + longest);
  for (std::size_t at = from; (at = text.find_first_of("'`", at)) != text.npos;) {
    if (text[at] == '`') return text.npos;
    const std::size_t end = std::min(text.find_first_not_of('\'', at), text.size());
    if (end - at == marks && at > from && !is_word_byte(byte_behind(text, end))) return at;
    at = end;
  }
  return text.npos;
}

// Uzbek and Hawaiian write it as a letter, and minutes of arc are written so: `O`zbek`, `tog``, `5``.
bool is_of_word(std::string_view text, Span marks) {
  const char before = byte_before(text, marks.begin);
  const bool letter = std::string_view("goGO").find(before) != std::string_view::npos;
  return letter || is_ascii_digit(before) ||
         (is_word_byte(before) && is_word_byte(byte_behind(text, marks.end)));
}

void tell_quotation(Span all, std::size_t marks, std::string_view text, DiagnosticList& findings) {
  const std::string_view words = text.substr(all.begin + marks, all.end - all.begin - 2 * marks);
  findings.warning(all, "tex-in-text",
                   fmt::format("the marks around `{}` are printed as they stand: TeX alone takes "
                               "them for quotation marks",
                               to_one_line(words)),
                   marks == 1 ? "write `‘…’`" : "write `“…”`");
}

// Backquotes that are text, as they begin no code: of a quotation of TeX, `` ``so'' ``, or by
// themselves.
void look_at_words(Span words, std::string_view text, DiagnosticList& findings) {
  text = text.substr(0, words.end);
  for (std::size_t at = words.begin; (at = text.find_first_of("`\\", at)) != text.npos;) {
    if (text[at] == '\\') {
      at += 2;
      continue;
    }
    const Span marks{at, std::min(text.find_first_not_of('`', at), text.size())};
    at = marks.end;
    if (is_of_word(text, marks)) continue;
    const std::size_t size = marks.end - marks.begin;
    const std::size_t close = size < 3 ? end_of_quotation(text, marks.end, size) : text.npos;
    if (close != text.npos) {
      at = close + size;
      tell_quotation({marks.begin, at}, size, text, findings);
      continue;
    }
    findings.warning(
        marks, "stray-mark",
        fmt::format("{} printed as {}: {} no code", size == 1 ? "a backquote is" : "backquotes are",
                    size == 1 ? "it stands" : "they stand", size == 1 ? "it marks" : "they mark"),
        "begin and end code with as many backquotes, or write `\\` before each");
  }
}

// `` `so' and `so' ``: to Markdown the words up to the second backquote are code.
void look_at_code(Span code, std::string_view text, DiagnosticList& findings) {
  const std::string_view written = text.substr(code.begin, code.end - code.begin);
  if (code.begin == 0 || text[code.begin - 1] != '`' || !written.ends_with(' ')) return;
  if (!is_word_byte(written.front()) || !is_word_byte(byte_behind(text, code.end + 1))) return;
  if (end_of_quotation(written, 0, 1) == written.npos) return;
  findings.warning(
      {code.begin - 1, code.end + 1}, "tex-in-text",
      fmt::format("`{}` is set as code: backquotes are no quotation marks", to_one_line(written)),
      "write `‘…’`");
}

}  // namespace

void check_backquotes(const Blocks& blocks, const Source& source, DiagnosticList& findings) {
  const std::string_view text = source.text();
  if (text.find('`') == text.npos) return;
  visit_written_words(blocks, source, [&](Span words) { look_at_words(words, text, findings); });
  visit_all_inlines(blocks, [&](const Inline& one) {
    if (std::holds_alternative<Code>(one.value)) look_at_code(one.span, text, findings);
  });
}

}  // namespace listok::emitter

#include "emitter/markdown/pass_findings.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "emitter/markdown/definitions.hpp"
#include "emitter/text/text.hpp"

namespace listok::emitter {

namespace {

// `$$` of "Bash: $$ is the pid": behind a word and a space, with no part of a formula beside it.
bool stands_in_sentence(std::string_view text, Span dollars) {
  constexpr std::string_view end_of_word = " \t\r\n.,;:!?)\"'";
  if (dollars.end < text.size() && end_of_word.find(text[dollars.end]) == text.npos) return false;
  if (dollars.begin == 0 ||
      std::string_view(" \t(\"'").find(text[dollars.begin - 1]) == text.npos) {
    return false;
  }
  const std::size_t before = text.substr(0, dollars.begin).find_last_not_of(" \t>-+*");
  return before != text.npos && text[before] != '\n';
}

void report_dollars(const MarkdownText& text, DiagnosticList& findings) {
  for (const Span dollars : text.formulas.unclosed) {
    const Span place = text.to_source(dollars);
    if (stands_in_sentence(text.source.text(), place)) {
      findings.warning(place, "math-open", "`$$` is printed as it stands: no other `$$` follows",
                       "write `\\$\\$` for the two dollars");
      continue;
    }
    findings.error(place, "math-open", "the formula that `$$` begins has no end",
                   "close it with `$$` before the next blank line, or write `\\$` for a dollar");
  }
  for (const Span dollar : text.formulas.stray) {
    findings.warning(text.to_source(dollar), "stray-dollar",
                     "`$` is printed as it stands: it begins and ends no formula",
                     "write the other `$` of the formula, `\\$` for a dollar, or code between "
                     "backquotes");
  }
  if (!text.formulas.words.empty()) {
    const Span dollars = text.to_source(text.formulas.words.front());
    findings.warning(dollars, "dollar-words",
                     fmt::format("`{}` is read as words, not as a formula",
                                 to_one_line(text.in_source(dollars))),
                     "write `\\$` for a dollar; a formula has no spaces beside its dollars, and "
                     "words in `\\text{…}`");
  }
}

// Where no remark of a pass holds: in code, HTML and formulas. In the order of the source.
std::vector<Span> closed_to_remarks(const MarkdownText& text, const std::vector<Event>& events) {
  std::vector<Span> spans;
  for (const Event& event : events) {
    const bool words = event.kind == Event::Kind::text && event.span.has_value();
    if (words && event.text_kind != TextKind::normal) spans.push_back(text.to_source(*event.span));
  }
  for (const FormulaSpan& one : text.formulas.found) spans.push_back(text.to_source(one.whole));
  std::ranges::sort(spans, {}, &Span::begin);
  return spans;
}

// Nothing but ends of what is open follows the last code.
bool ends_with_code(const std::vector<Event>& events) {
  const auto last = std::find_if(events.rbegin(), events.rend(), [](const Event& event) {
    return event.kind != Event::Kind::leave || event.element == Element::code_block;
  });
  return last != events.rend() && last->element == Element::code_block;
}

void report_remarks(const MarkdownText& text, const std::vector<Event>& events,
                    DiagnosticList& findings) {
  if (text.remarks.empty()) return;
  const std::vector<Span> closed = closed_to_remarks(text, events);
  for (const Remark& one : text.remarks) {
    const auto behind = std::ranges::upper_bound(closed, one.span.begin, {}, &Span::begin);
    if (behind != closed.begin() && one.span.begin < std::prev(behind)->end) continue;
    if (one.code == "fence-open" && !ends_with_code(events)) continue;
    findings.record(one.severity, one.span, one.code, one.message, one.hint);
  }
}

}  // namespace

void report_passes(const MarkdownText& text, const std::vector<Event>& events,
                   DiagnosticList& findings) {
  report_dollars(text, findings);
  report_remarks(text, events, findings);
  report_definitions(text, events, findings);
}

}  // namespace listok::emitter

#include "emitter/markdown/inlines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "emitter/base/limits.hpp"
#include "emitter/dialects/gaps.hpp"
#include "emitter/markdown/addresses.hpp"
#include "emitter/markdown/entity.hpp"
#include "emitter/markdown/line_breaks.hpp"
#include "emitter/model/text_runs.hpp"
#include "emitter/model/visit.hpp"
#include "emitter/parser/written_formula.hpp"
#include "emitter/text/ascii.hpp"
#include "emitter/text/text.hpp"

namespace listok::emitter {

void refuse_nesting(Span span, DiagnosticList& findings) {
  findings.error(span, "nesting", fmt::format("this is nested more than {} deep", limits::nesting),
                 "nest fewer quotes and lists, or marks of emphasis");
}

void InlineReader::begin(Surroundings surroundings) {
  open_.clear();
  open_.emplace_back();
  around_ = surroundings;
  pending_space_ = divided_ = false;
  after_space_ = true;
  skipped_ = 0;
  formula_is_here_ = false;
}

void InlineReader::enter(const Event& event) {
  if (skipped_ > 0 || open_.size() > limits::nesting) {
    if (skipped_++ == 0) refuse_nesting(here_, findings_);
    return;
  }
  flush_space(space_at_);
  open_.emplace_back().event = &event;
}

// White space before the end of a mark stands behind it as well.
void InlineReader::leave() {
  if (skipped_ > 0) {
    --skipped_;
    return;
  }
  const bool space = std::exchange(pending_space_, false);
  Frame frame = std::move(open_.back());
  open_.pop_back();
  const bool empty = frame.content.empty() && frame.code.empty();
  if (is_small_print(frame)) {
    for (Inline& one : frame.content) add(std::move(one));
  } else if (!empty || !frame.event->html || frame.event->element == Element::image) {
    add(close(frame));
  }
  pending_space_ = space;
}

// `<sub>` around a sentence makes it smaller on the web, and no index of it.
bool InlineReader::is_small_print(const Frame& frame) const {
  constexpr std::size_t longest = 40;  // index, in characters
  const Element element = frame.event->element;
  if (element != Element::subscript && element != Element::superscript) return false;
  bool in_line = true;
  visit_inlines(frame.content, [&](const Inline& one) {
    const auto* math = std::get_if<Math>(&one.value);
    if (std::holds_alternative<Image>(one.value) || std::holds_alternative<HardBreak>(one.value) ||
        std::holds_alternative<FillIn>(one.value) || (math != nullptr && math->display)) {
      in_line = false;
    }
  });
  return !in_line || length(plain_text(frame.content, text_.source)) > longest;
}

// A line that `\` ends is the last of its text: there is nothing to break it from. A path such as
// `C:\` is none of these.
void InlineReader::drop_last_backslash(Inlines& content) {
  if (content.empty()) return;
  auto* text = std::get_if<Text>(&content.back().value);
  const std::size_t end = content.back().span.end;
  const std::string_view written = text_.source.text();
  if (text == nullptr || !text->text.ends_with('\\') || written[end - 1] != '\\') return;
  const std::string_view before = std::string_view(text->text).substr(0, text->text.size() - 1);
  const std::string_view word = before.substr(before.find_last_of(' ') + 1);
  const bool escaped = end > 1 && written[end - 2] == '\\';
  const bool drive = word.size() == 2 && word.back() == ':' && is_ascii_letter(word.front());
  if (escaped || drive || word.find('\\') != word.npos) return;
  findings_.warning({end - 1, end}, "last-break",
                    "a `\\` ends the last line of a text, where there is nothing to break",
                    "remove it, or write `\\\\` for the character");
  text->text.pop_back();
}

RunningText InlineReader::finish() {
  Frame frame = std::move(open_.back());
  open_.clear();
  drop_last_backslash(frame.content);
  trim_text(frame.content);
  trim_breaks(frame.content);
  finish_text(frame.content);
  link_addresses(frame.content, text_.source);
  return {std::move(frame.content), frame.span};
}

void InlineReader::text(const Event& event) {
  if (event.span) here_ = text_.to_source(*event.span);
  if (skipped_ > 0) return;
  if (event.span) widen(here_);
  switch (event.text_kind) {
    case TextKind::soft_break:
      pending_space_ = !ends_in_line_to_write_on();
      space_at_ = here_.end;
      if (!pending_space_) add({HardBreak{}, {here_.end, here_.end}});
      break;
    case TextKind::hard_break: add({HardBreak{}, {here_.end, here_.end}}); break;
    case TextKind::entity: add_entity(); break;
    case TextKind::code:
      open_.back().code += event.span ? text_.in_source(here_) : event.text;
      break;
    case TextKind::normal:
      if (event.span) {
        add_running_text(*event.span);
      } else {
        add_text(event.text, here_);
      }
      break;
    case TextKind::html: divided_ = true; break;
  }
}

void InlineReader::widen(Span span) {
  std::optional<Span>& whole = open_.back().span;
  if (!whole) whole = span;
  *whole = {std::min(whole->begin, span.begin), std::max(whole->end, span.end)};
}

void InlineReader::add(Inline made) {
  flush_space(space_at_);
  const auto is = [&]<typename Kind>(Kind) { return std::holds_alternative<Kind>(made.value); };
  if (is(HardBreak{})) after_space_ = true;
  if (is(Code{}) || is(Math{}) || is(Image{}) || is(FillIn{}) || is(Note{})) after_space_ = false;
  widen(made.span);
  open_.back().content.push_back(std::move(made));
}

// White space in a row is one space, on whatever sides of a mark it stands.
void InlineReader::add_text(std::string_view words, Span span) {
  flush_space(span.begin);
  if (after_space_) words.remove_prefix(std::min(words.find_first_not_of(" \t\r\n"), words.size()));
  if (words.empty()) return;
  Inlines& content = open_.back().content;
  if (std::exchange(divided_, false) && !content.empty()) content.push_back({Text{}, span});
  append_text(content, words, span);
  after_space_ = is_ascii_space(words.back());
}

// At `at` the text begins that the space does, if it does.
void InlineReader::flush_space(std::size_t at) {
  if (std::exchange(pending_space_, false)) add_text(" ", {at, at});
}

void InlineReader::add_entity() {
  const std::string words = text_of_entity(text_.in_source(here_), here_, findings_);
  const Event* const inside = open_.back().event;
  if (inside != nullptr && inside->element == Element::code) {
    open_.back().code += words;
  } else {
    add_text(words, here_);
  }
}

// Text between two marks of Markdown: words, and formulas that were masked.
void InlineReader::add_running_text(Span in_masked) {
  in_masked.begin += take_attributes(in_masked);
  const std::vector<FormulaSpan>& formulas = text_.formulas.found;
  auto formula = std::lower_bound(
      formulas.begin(), formulas.end(), in_masked.begin,
      [](const FormulaSpan& one, std::size_t offset) { return one.whole.end <= offset; });
  while (in_masked.begin < in_masked.end) {
    const bool more = formula != formulas.end() && formula->whole.begin < in_masked.end;
    const std::size_t words_end = more ? formula->whole.begin : in_masked.end;
    add_words({in_masked.begin, words_end});
    if (!more) return;
    add_formula(*formula);
    in_masked.begin = formula->whole.end;
    ++formula;
  }
}

// Words between two formulas, and gaps that were masked.
void InlineReader::add_words(Span in_masked) {
  const std::string_view masked = text_.masked;
  while (in_masked.begin < in_masked.end) {
    const bool gap = masked[in_masked.begin] == gap_mask;
    const std::size_t end = gap ? masked.find_first_not_of(gap_mask, in_masked.begin)
                                : masked.find(gap_mask, in_masked.begin);
    const Span part{in_masked.begin, std::min(end, in_masked.end)};
    const Span words = text_.to_source(part);
    if (gap) {
      add_gap(part, words);
    } else {
      add_words_and_notes(words, masked[part.begin] != text_.source.text()[words.begin]);
    }
    in_masked.begin = part.end;
  }
}

// Words of the source, and marks of footnotes that are defined. Where they begin with what was rewritten
// a footnote itself begins.
void InlineReader::add_words_and_notes(Span span, bool rewritten) {
  const std::string_view all = text_.source.text().substr(0, span.end);
  for (std::size_t at = span.begin + (rewritten ? 1 : 0); !text_.notes.empty();) {
    at = all.find("[^", at);
    if (at == all.npos) break;
    const std::string_view label = note_label_at(all.substr(at));
    const Span mark{at, at + label.size() + 3};
    const bool escaped = at > 0 && all[at - 1] == '\\';
    at += 2;
    if (label.empty() || escaped || !text_.notes.contains(fold_case(label))) continue;
    if (mark.begin > span.begin) {
      const Span before{span.begin, mark.begin};
      add_text(text_.in_source(before), before);
    }
    add({Note{.label = fold_case(label), .content = {}}, mark});
    at = span.begin = mark.end;
  }
  if (span.begin < span.end) add_text(text_.in_source(span), span);
}

void InlineReader::add_gap(Span in_masked, Span span) {
  const bool line = fills_line(text_.masked, in_masked);
  const bool follows = pending_space_ && !open_.back().content.empty();
  if (line && follows) {
    pending_space_ = false;
    add({HardBreak{}, {span.begin, span.begin}});
  }
  add({FillIn{in_masked.end - in_masked.begin, line}, span});
}

bool InlineReader::ends_in_line_to_write_on() const {
  const Inlines& content = open_.back().content;
  if (content.empty()) return false;
  const auto* gap = std::get_if<FillIn>(&content.back().value);
  return gap != nullptr && gap->line;
}

void InlineReader::add_formula(const FormulaSpan& formula) {
  const Span whole = text_.to_source(formula.whole);
  if (last_formula_ == &formula) {  // its next line
    pending_space_ = false;
    if (formula_is_here_) return;
    findings_.error(whole, "math-open", "the formula is cut by the end of a paragraph or item",
                    "close it where it was opened, or write `\\$` for a dollar");
    return;
  }
  last_formula_ = &formula;
  formula_is_here_ = true;
  const Span inside = text_.to_source(formula.inside);
  const std::string_view written = text_.in_source(inside);
  std::string said = without_quote_marks(written, around_.quotes);
  if (formula.in_row) said = with_plain_bars(said);
  said = with_plain_stars(with_entities(said));
  if (!formula.display && to_one_line(said) == "\\\\") {
    findings_.warning(whole, "math-empty", "a formula of `\\\\` alone is passed over",
                      "remove it; a `\\` at the end of a line breaks the line");
    return;
  }
  if (said == written) said.clear();
  add({Math{inside, formula.display, std::move(said)}, whole});
}

// Of a link or the words for a picture, or inside of one.
bool InlineReader::in_link(const Frame& frame) const {
  const auto is_link = [](const Frame& one) {
    return one.event != nullptr &&
           (one.event->element == Element::link || one.event->element == Element::image);
  };
  return is_link(frame) || std::ranges::any_of(open_, is_link);
}

Inline InlineReader::close(Frame& frame) {
  finish_text(frame.content);
  if (!in_link(frame)) link_addresses(frame.content, text_.source);
  const Span span = frame.span.value_or(Span{here_.end, here_.end});
  switch (frame.event->element) {
    case Element::strong: return {Strong{std::move(frame.content)}, span};
    case Element::strike: return {Strike{std::move(frame.content)}, span};
    case Element::code: {
      return {Code{to_nfc(around_.in_row ? with_plain_bars(frame.code) : frame.code)}, span};
    }
    case Element::subscript: return {Shifted{false, std::move(frame.content)}, span};
    case Element::superscript: return {Shifted{true, std::move(frame.content)}, span};
    case Element::link:
    case Element::image: return close_link(frame, span);
    default: return {Emphasis{std::move(frame.content)}, span};
  }
}

}  // namespace listok::emitter

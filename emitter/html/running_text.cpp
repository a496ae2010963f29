#include <algorithm>
#include <utility>

#include "emitter/html/reader.hpp"
#include "emitter/model/languages.hpp"

namespace listok::emitter {

namespace {

constexpr std::string_view spaces = " \t\r\n";

bool is_blank(std::string_view words) { return words.find_first_not_of(spaces) == words.npos; }

Event text_event(TextKind kind, std::string_view words, std::optional<Span> span = {}) {
  Event event;
  event.kind = Event::Kind::text;
  event.text_kind = kind;
  event.text = words;
  event.span = span;
  event.html = true;
  return event;
}

}  // namespace

std::string_view HtmlReader::quotation_mark(bool closing) const {
  const std::string_view language = is_language(language_) ? std::string_view(language_) : "en";
  const std::string_view marks = language_of(language).quotation_marks;
  constexpr std::string_view words = "…";
  const std::size_t at = marks.find(words);
  return closing ? marks.substr(at + words.size()) : marks.substr(0, at);
}

bool HtmlReader::in_running_text() const {
  const Element element = block().event.element;
  return block().shown && (element == Element::paragraph || is_flat(element));
}

// In <pre>, or in a code block of Markdown that stands in a cell.
bool HtmlReader::in_code_lines() const {
  return code_line_open_ || (block().event.element == Element::code_block && block().shown);
}

// Words are about to come: they stand in a paragraph, a heading or a cell.
void HtmlReader::ensure_running_text() {
  switch (block().event.element) {
    case Element::paragraph:
    case Element::heading:
    case Element::table_cell:
      if (block().shown) return;
      for (std::size_t i = blocks_.back(); i < open_.size(); ++i) show(open_[i]);
      return;
    case Element::list:
      if (block().origin == Origin::markdown) return;
      push_block(entering(Element::item), Origin::implied, nullptr);
      break;
    case Element::table:
    case Element::table_head:
    case Element::table_body:
    case Element::table_row:
      if (block().origin != Origin::markdown) open_cell(nullptr, false);
      return;
    case Element::code_block: return;
    default: break;
  }
  push_block(entering(Element::paragraph), Origin::implied, nullptr);
}

// The end of a line, and the mark of an item, that wait for words in a cell or heading.
void HtmlReader::flush_break() {
  if (std::exchange(break_wanted_, false) && filled_) {
    const Event line_end = text_event(TextKind::hard_break, "\n");
    codes_ > 0 ? put_break_in_code(line_end) : emit(line_end);
  }
  const std::string_view mark = std::exchange(mark_wanted_, {});
  if (!mark.empty()) emit(text_event(TextKind::normal, mark));
  filled_ = true;
}

void HtmlReader::put(Event event) {
  const bool blank = event.text_kind == TextKind::soft_break ||
                     (event.text_kind == TextKind::normal && is_blank(event.text));
  if (blank && (break_wanted_ || !in_running_text())) return;
  ensure_running_text();
  if (!blank) flush_break();
  if (codes_ > 0) {
    if (event.text_kind == TextKind::hard_break) return put_break_in_code(event);
    if (event.text_kind == TextKind::soft_break) event = text_event(TextKind::code, " ");
    if (event.text_kind == TextKind::normal) event.text_kind = TextKind::code;
  }
  emit(event);
}

void HtmlReader::put_break_in_code(const Event& event) {
  std::vector<std::size_t> closed;
  for (std::size_t i = open_.size(); i-- > blocks_.back();) {
    if (open_[i].shown && open_[i].event.element == Element::code) {
      show_leave(open_[i]);
      closed.push_back(i);
    }
  }
  emit(event);
  for (const std::size_t i : closed) show(open_[i]);
}

void HtmlReader::put_made(std::string_view words) { put(text_event(TextKind::normal, words)); }

void HtmlReader::put_break(Span span) {
  if (in_code_lines()) return verbatim(text_event(TextKind::code, "\n"));
  if (flat_ == 0 && !in_running_text()) return;  // white space between blocks
  if (block().event.element == Element::heading || flat_ > 0) {
    break_wanted_ = true;
    return;
  }
  put(text_event(TextKind::hard_break, "\n", span));
}

// Texts on both sides of a tag are two: what stands in the file between them is no text.
void HtmlReader::divide_words() {
  if (in_running_text()) emit(text_event(TextKind::html, {}));
}

// Text of Markdown.
void HtmlReader::text(const Event& event) {
  if (!hidden_.empty()) return;
  const bool code_block = block().event.element == Element::code_block;
  if (code_line_open_ || (code_block && block().origin == Origin::html)) return verbatim(event);
  if (code_block) return emit(event);
  put(event);
}

// A part of code, or the end of a line in it. In a cell each line is code by itself.
void HtmlReader::verbatim(const Event& event) {
  const bool ends_line = event.text == "\n";
  Event part = event;
  if (part.text_kind != TextKind::entity) part.text_kind = TextKind::code;
  if (std::exchange(after_pre_, false) && ends_line) return;
  if (!code_line_open_) {
    code_ends_line_ = ends_line;
    return emit(part);
  }
  if (ends_line) return end_code_line();
  if (!code_line_shown_) {
    if (is_blank(part.text)) return;
    flush_break();
    emit(entering(Element::code));
    code_line_shown_ = true;
  }
  emit(part);
}

// The next line of code in a cell is another.
void HtmlReader::end_code_line() {
  break_line_in_flat();
  if (!std::exchange(code_line_shown_, false)) return;
  Event end = entering(Element::code);
  end.kind = Event::Kind::leave;
  emit(end);
}

void HtmlReader::end_code_lines() {
  if (std::exchange(code_line_open_, false)) end_code_line();
}

void HtmlReader::end_last_line() {
  if (!std::exchange(code_ends_line_, true)) emit(text_event(TextKind::code, "\n"));
}

// `in_run` is on one line.
void HtmlReader::pieces(Span in_run, TextKind kind) {
  for (const HtmlPiece& piece : pieces_of(run_->html.part(in_run))) {
    const Span span{in_run.begin + piece.span.begin, in_run.begin + piece.span.end};
    Event event = text_event(piece.entity ? TextKind::entity : kind, run_->html.part(span));
    if (run_->html.is_in_one_piece(span)) {
      event.span = run_->html.to_parsed(span);
    } else {
      event.text = made_.made.emplace_back(unmasked(std::string(event.text)));
    }
    kind == TextKind::code ? verbatim(event) : put(event);
  }
}

// Text of an HTML block.
void HtmlReader::block_text(const HtmlToken& token) {
  const bool code = in_code_lines();
  const std::string_view all = run_->html.all();
  for (std::size_t begin = token.span.begin; begin < token.span.end;) {
    const std::size_t end = std::min(all.find('\n', begin), token.span.end);
    const bool ends = end < token.span.end;
    // The indentation of a line is no text, but in code.
    const bool indented = !code && begin > token.span.begin;
    const std::size_t words = indented ? all.find_first_not_of(" \t", begin) : begin;
    const Span line{std::min(words, end), end};
    if (!code) tell_markdown(line);
    if (code || !is_blank(run_->html.part(line)) || in_running_text()) {
      pieces(line, code ? TextKind::code : TextKind::normal);
    }
    if (ends && code) verbatim(text_event(TextKind::code, "\n"));
    if (ends && !code && in_running_text()) put(text_event(TextKind::soft_break, "\n"));
    begin = end + (ends ? 1 : 0);
  }
}

void HtmlReader::as_text(const HtmlToken& token) {
  divide_words();
  const Span span = run_->html.to_parsed(token.span);
  const bool code = in_code_lines();
  const Event event = text_event(TextKind::normal, run_->html.part(token.span), span);
  code ? verbatim(event) : put(event);
}

void HtmlReader::image(const HtmlToken& token) {
  ensure_running_text();
  flush_break();
  Event event = entering(Element::image);
  Attributes attributes;
  attributes.address = attribute(token, "src");
  attributes.title = attribute(token, "title");
  attributes.width = attribute(token, "width");
  attributes.height = attribute(token, "height");
  event.attributes = std::make_shared<const Attributes>(std::move(attributes));
  if (codes_ == 0) emit(event);
  if (const std::optional<Span> alt = value_of(token, "alt")) {
    for (const HtmlPiece& piece : pieces_of(run_->html.part(*alt))) {
      const Span span{alt->begin + piece.span.begin, alt->begin + piece.span.end};
      put(text_event(piece.entity ? TextKind::entity : TextKind::normal, run_->html.part(span),
                     run_->html.to_parsed(span)));
    }
  }
  event.kind = Event::Kind::leave;
  if (codes_ == 0) emit(event);
}

}  // namespace listok::emitter

#include <algorithm>
#include <utility>

#include "emitter/html/reader.hpp"

namespace listok::emitter {

Event entering(Element element) {
  Event event;
  event.kind = Event::Kind::enter;
  event.element = element;
  event.html = true;
  return event;
}

bool HtmlReader::is_flat(Element element) {
  return element == Element::heading || element == Element::table_cell;
}

void HtmlReader::show_leave(Open& open) {
  if (!std::exchange(open.shown, false)) return;
  Event event = open.event;
  event.kind = Event::Kind::leave;
  emit(event);
}

void HtmlReader::show(Open& open) {
  if (std::exchange(open.shown, !open.muted) || open.muted) return;
  emit(open.event);
}

// What is shown when it is pushed is among the events from then on.
void HtmlReader::push(Open open) {
  if (open.shown) emit(open.event);
  if (open.tag != nullptr) ++open_tags_[open.tag];
  if (!open.muted && open.event.element == Element::link) ++links_;
  if (!open.muted && open.event.element == Element::code && open.origin == Origin::html) ++codes_;
  open_.push_back(std::move(open));
}

void HtmlReader::push_block(const Event& event, Origin origin, const HtmlTag* tag) {
  blocks_.push_back(open_.size());
  if (is_flat(event.element)) {
    ++flat_;
    filled_ = break_wanted_ = false;
    mark_wanted_ = {};
    flat_lists_.clear();
  }
  if (origin == Origin::markdown) markdown_blocks_.push_back(open_.size());
  push({event, origin, tag, place_, true, false});
}

void HtmlReader::pop() {
  end_words(open_.size() - 1);
  Open last = std::move(open_.back());
  open_.pop_back();
  show_leave(last);
  if (last.tag != nullptr && wants_end(*last.tag)) tell_without_end(last);
  forget(last);
  const bool is_block = blocks_.back() == open_.size();
  if (is_block) blocks_.pop_back();
  if (last.origin == Origin::markdown) forget_markdown(last);
  if (is_block && is_flat(last.event.element)) {
    --flat_;
    break_wanted_ = false;
    flat_tables_ = 0;
  }
  if (last.tag != nullptr) end_part_of_table(last.tag->role);
}

// An end of its own comes for each element of Markdown, and finds it gone when one of HTML around it
// has ended before.
void HtmlReader::forget_markdown(const Open& open) {
  if (!is_inline(open.event.element)) {
    markdown_blocks_.pop_back();
  } else if (open.number < alive_.size()) {
    alive_[open.number] = false;
  }
}

// What stands at the end of an element by itself.
void HtmlReader::end_words(std::size_t which) {
  const Open& open = open_[which];
  if (open.origin != Origin::html || open.tag == nullptr) return;
  if (open.tag->role == HtmlRole::quotation) put_made(quotation_mark(true));
  if (open.tag->role == HtmlRole::preformatted) end_last_line();
  if (is_flat(open.event.element)) end_code_lines();
}

void HtmlReader::forget(const Open& open) {
  if (open.tag != nullptr) --open_tags_[open.tag];
  if (!open.muted && open.event.element == Element::link) --links_;
  if (!open.muted && open.event.element == Element::code && open.origin == Origin::html) --codes_;
}

void HtmlReader::pop_to(std::size_t size) {
  while (open_.size() > size) pop();
}

// Closes one element in a line. What was opened in it later goes on behind it.
void HtmlReader::close(std::size_t which) {
  if (blocks_.back() > which) return pop_to(which);
  end_words(which);
  std::vector<bool> shown;
  for (std::size_t i = open_.size(); i-- > which;) {
    shown.push_back(open_[i].shown);
    show_leave(open_[i]);
  }
  forget(open_[which]);
  open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(which));
  for (std::size_t i = which; i < open_.size(); ++i) {
    if (shown[open_.size() - 1 - i]) show(open_[i]);
  }
}

// The innermost of these elements in the running text that is being read.
std::optional<std::size_t> HtmlReader::find_open(const HtmlTag& tag) const {
  const auto count = open_tags_.find(&tag);
  if (count == open_tags_.end() || count->second == 0) return std::nullopt;
  const std::size_t first = std::max(blocks_.back(), markdown_blocks_.back());
  for (std::size_t i = open_.size(); i-- > first;) {
    if (open_[i].tag == &tag) return i;
  }
  return std::nullopt;
}

// The innermost block of HTML with that role, inside the innermost one of Markdown.
std::optional<std::size_t> HtmlReader::find_block(HtmlRole role) const {
  for (auto which = blocks_.rbegin(); which != blocks_.rend(); ++which) {
    const Open& open = open_[*which];
    if (*which <= markdown_blocks_.back()) break;
    if (open.tag != nullptr && open.tag->role == role) return *which;
  }
  return std::nullopt;
}

std::size_t HtmlReader::last_of_markdown() const {
  std::size_t which = open_.size() - 1;
  while (which > 0 && open_[which].origin != Origin::markdown) --which;
  return which;
}

// A block begins or ends. A paragraph of Markdown goes on behind it, and one of HTML does not.
void HtmlReader::break_paragraph() {
  if (flat_ > 0) return break_line_in_flat();
  if (block().event.element != Element::paragraph) return;
  if (block().origin != Origin::markdown) return pop_to(blocks_.back());
  for (std::size_t i = open_.size(); i-- > blocks_.back();) show_leave(open_[i]);
}

// Makes room for a block. False where there is none, as in a cell: there its words become lines.
bool HtmlReader::begin_block() {
  break_paragraph();
  if (flat_ > 0) return false;
  if (block().origin == Origin::markdown) return true;
  switch (block().event.element) {
    case Element::list: push_block(entering(Element::item), Origin::implied, nullptr); return true;
    case Element::table:
    case Element::table_head:
    case Element::table_body:
    case Element::table_row: open_cell(nullptr, false); return false;
    default: return true;
  }
}

void HtmlReader::enter(const Event& event) {
  if (is_inline(event.element)) {
    enter_inline(event);
  } else {
    enter_block(event);
  }
}

void HtmlReader::enter_inline(const Event& event) {
  if (hidden_.empty()) {
    ensure_running_text();
    flush_break();
    if (codes_ > 0 && event.element != Element::code) tell_muted();
  }
  const bool muted = codes_ > 0 || (links_ > 0 && event.element == Element::link) ||
                     !hidden_.empty() || !in_running_text();
  push({event, Origin::markdown, nullptr, place_, !muted, muted, alive_.size()});
  alive_.push_back(true);
}

void HtmlReader::enter_block(const Event& event) {
  const bool section = event.element == Element::heading && event.number <= 2;
  if (section) end_before_section();
  if (open_.empty() || (flat_ == 0 && block().origin == Origin::markdown) || begin_block()) {
    return push_block(event, Origin::markdown, nullptr);
  }
  markdown_blocks_.push_back(open_.size());
  push({event, Origin::markdown, nullptr, place_, false, true});
  switch (event.element) {
    case Element::list: flat_lists_.push_back(event.ordered ? event.number : 0); break;
    case Element::item: flat_item(); break;
    case Element::table: tell_table_in_cell(); break;
    case Element::code_block: code_line_open_ = true; break;
    default: break;
  }
}

// A section begins in the open, whatever list or table lacks its end.
void HtmlReader::end_before_section() {
  if (markdown_blocks_.size() != 1) return;
  while (block().origin != Origin::markdown) {
    const Open& last = block();
    const HtmlTag* const tag = last.tag;
    if (tag != nullptr && (tag->role == HtmlRole::list || tag->role == HtmlRole::table ||
                           tag->role == HtmlRole::quote)) {
      tell_without_end(last);
    }
    pop_to(blocks_.back());
  }
}

void HtmlReader::leave(const Event& event) {
  if (is_inline(event.element)) {
    const bool alive = alive_.back();
    alive_.pop_back();
    if (alive) close(last_of_markdown());
    return;
  }
  const std::size_t which = markdown_blocks_.back();
  const bool flat = open_[which].muted;
  pop_to(which);
  if (!flat) return;
  if (event.element == Element::list && !flat_lists_.empty()) flat_lists_.pop_back();
  if (event.element == Element::code_block) end_code_lines();
  break_line_in_flat();
}

}  // namespace listok::emitter

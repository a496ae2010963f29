#include "emitter/html/reader.hpp"

#include <algorithm>
#include <utility>

#include "emitter/base/limits.hpp"

namespace listok::emitter {

namespace {

// A tag further in is passed over: nobody reads what stands so deep.
constexpr std::size_t deepest = 4 * limits::nesting;

bool is_html(const Event& event) {
  return event.kind == Event::Kind::text && event.text_kind == TextKind::html;
}

}  // namespace

void HtmlReader::find_runs() {
  std::size_t leaf = 0;
  bool in_block = false;
  for (std::size_t i = 0; i < events_.size(); ++i) {
    const Event& event = events_[i];
    if (event.kind == Event::Kind::enter && !is_inline(event.element)) ++leaf;
    if (event.element == Element::html_block && event.kind != Event::Kind::text) {
      in_block = event.kind == Event::Kind::enter;
    }
    if (!is_html(event)) continue;
    if (runs_.empty() || runs_.back().first + runs_.back().count != i) {
      runs_.push_back({i, 0, leaf, in_block, {}, {}});
    }
    ++runs_.back().count;
    runs_.back().html.add(event);
  }
}

void HtmlReader::add_closings() {
  std::size_t number = 0;
  for (Run& run : runs_) {
    run.tokens = tokens_of(run.html.all());
    for (const HtmlToken& token : run.tokens) {
      if (token.kind == HtmlToken::Kind::close) closings_[token.name].push_back({number, run.leaf});
      ++number;
    }
  }
}

// A closing tag follows.
bool HtmlReader::has_end(const HtmlToken& token, bool in_leaf) const {
  const auto found = closings_.find(token.name);
  if (found == closings_.end()) return false;
  const auto next = std::ranges::upper_bound(found->second, token_, {}, &Closing::token);
  return next != found->second.end() && (!in_leaf || next->leaf == run_->leaf);
}

EventsWithoutHtml HtmlReader::read() {
  find_runs();
  add_closings();
  made_.events.reserve(events_.size());
  auto run = runs_.begin();
  for (std::size_t i = 0; i < events_.size(); ++i) {
    const Event& event = events_[i];
    if (run != runs_.end() && run->first == i) {
      read_run(*run);
      i += run->count - 1;
      ++run;
    } else if (event.kind == Event::Kind::text) {
      text(event);
    } else if (event.kind == Event::Kind::unpaired) {
      emit(event);
    } else if (event.element == Element::html_block) {
      if (event.kind == Event::Kind::leave) end_html_block();
    } else if (event.kind == Event::Kind::enter) {
      enter(event);
    } else {
      leave(event);
    }
  }
  return std::move(made_);
}

void HtmlReader::read_run(const Run& run) {
  run_ = &run;
  for (const HtmlToken& token : run.tokens) {
    place_ = text_.to_source(run.html.to_parsed(token.span));
    read_token(token);
    ++token_;
  }
}

void HtmlReader::end_html_block() {
  if (std::exchange(hidden_to_end_, false)) hidden_.clear();
  const Element element = block().event.element;
  const bool ends = element == Element::paragraph || element == Element::code_block;
  if (ends && block().origin != Origin::markdown) pop_to(blocks_.back());
}

// What stands in an element that is not printed, and its end.
bool HtmlReader::passes_over(const HtmlToken& token) {
  if (hidden_.empty()) return false;
  if (token.kind == HtmlToken::Kind::close && token.name == hidden_) hidden_.clear();
  return true;
}

void HtmlReader::read_token(const HtmlToken& token) {
  if (passes_over(token)) return;
  switch (token.kind) {
    case HtmlToken::Kind::text: block_text(token); break;
    case HtmlToken::Kind::open: open_tag(token); break;
    case HtmlToken::Kind::close: close_tag(token); break;
    case HtmlToken::Kind::declaration:
      tell_word(token, true);
      as_text(token);
      break;
    case HtmlToken::Kind::comment: divide_words(); break;
    case HtmlToken::Kind::comment_without_end:
      findings_.error({place_.begin, place_.begin + 4}, "comment-open",
                      "the comment that `<!--` begins has no end", "end it with `-->`");
      break;
  }
}

void HtmlReader::open_tag(const HtmlToken& token) {
  const HtmlTag* const tag = find_html_tag(token.name);
  if (is_word(token, tag)) {
    tell_word(token, tag != nullptr && !token.mixed_case);
    return as_text(token);
  }
  if (in_code_lines() && tag->role != HtmlRole::line_break) return;
  if (!is_void(*tag)) ++begun_[token.name];
  divide_words();
  if (open_.size() - last_of_markdown() > deepest && !is_void(*tag)) { return tell_nesting(); }
  switch (tag->role) {
    case HtmlRole::mark:
    case HtmlRole::code:
    case HtmlRole::link:
    case HtmlRole::image:
    case HtmlRole::line_break:
    case HtmlRole::quotation:
    case HtmlRole::look:
    case HtmlRole::plain:
    case HtmlRole::nothing: open_in_line(token, *tag); break;
    case HtmlRole::device: tell_hidden(token); break;
    case HtmlRole::hidden:
      tell_hidden(token);
      hidden_ = token.name;
      hidden_to_end_ = !has_end(token, false);
      break;
    default: open_block(token, *tag);
  }
}

void HtmlReader::open_in_line(const HtmlToken& token, const HtmlTag& tag) {
  Event event = entering(tag.element);
  switch (tag.role) {
    case HtmlRole::line_break: return put_break(run_->html.to_parsed(token.span));
    case HtmlRole::image: return image(token);
    case HtmlRole::look:
    case HtmlRole::plain: return tell_look(token, tag);
    case HtmlRole::nothing: return;
    case HtmlRole::link: {
      Attributes attributes;
      attributes.address = attribute(token, "href");
      attributes.title = attribute(token, "title");
      if (attributes.address.text.empty()) return void(++anchors_);
      event.element = Element::link;
      event.attributes = std::make_shared<const Attributes>(std::move(attributes));
      break;
    }
    default: break;
  }
  ensure_running_text();
  flush_break();
  const bool quotation = tag.role == HtmlRole::quotation;
  if (quotation) put_made(quotation_mark(false));
  if (codes_ > 0 && tag.role != HtmlRole::code && !quotation) tell_muted();
  const bool muted = quotation || codes_ > 0 || (tag.role == HtmlRole::link && links_ > 0);
  push({event, Origin::html, &tag, place_, !muted, muted});
}

void HtmlReader::open_block(const HtmlToken& token, const HtmlTag& tag) {
  switch (tag.role) {
    case HtmlRole::item: return item(tag);
    case HtmlRole::table: return open_table(tag);
    case HtmlRole::row: return close_row();
    case HtmlRole::cell: return open_cell(&token, token.name == "th");
    case HtmlRole::caption: return open_caption(tag);
    case HtmlRole::wrapper: return break_paragraph();
    case HtmlRole::heading:
      if (has_end(token, false)) break;
      tell_without_end({entering(tag.element), Origin::html, &tag, place_, false, false});
      return break_paragraph();
    default: break;
  }
  Event event = entering(tag.element);
  event.number = tag.number;
  if (tag.role == HtmlRole::list) {
    event.ordered = token.name == "ol";
    if (event.ordered) tell_numbers(token);
    event.tight = true;
    event.number = event.ordered ? number_of(token, "start", 1) : 0;
  }
  if (!begin_block()) return open_flat_block(event);
  if (tag.role == HtmlRole::rule) {
    event.span = run_->html.to_parsed(token.span);
    emit(event);
    event.kind = Event::Kind::leave;
    return emit(event);
  }
  if (tag.role == HtmlRole::preformatted) {
    event.attributes = std::make_shared<const Attributes>();
    after_pre_ = true;
  }
  push_block(event, Origin::html, &tag);
  if (tag.role != HtmlRole::term) return;
  push({entering(Element::strong), Origin::implied, nullptr, place_, true, false});
}

// Where a block has no room its words are lines.
void HtmlReader::open_flat_block(const Event& event) {
  if (event.element == Element::list) flat_lists_.push_back(event.ordered ? event.number : 0);
  if (event.element == Element::code_block) after_pre_ = code_line_open_ = true;
}

void HtmlReader::close_tag(const HtmlToken& token) {
  const HtmlTag* const tag = find_html_tag(token.name);
  if (is_word(token, tag)) {
    tell_word(token, tag != nullptr && !token.mixed_case);
    return as_text(token);
  }
  if (in_code_lines() && tag->role != HtmlRole::preformatted) return;
  divide_words();
  std::size_t& begun = begun_[token.name];
  const bool pairs = begun > 0;
  if (pairs) --begun;
  switch (tag->role) {
    case HtmlRole::line_break: return put_break(run_->html.to_parsed(token.span));
    case HtmlRole::wrapper:
    case HtmlRole::plain:
    case HtmlRole::look:
      if (!pairs) tell_without_begin(token);
      if (tag->role == HtmlRole::wrapper) break_paragraph();
      return;
    case HtmlRole::caption: return break_paragraph();
    case HtmlRole::mark:
    case HtmlRole::code:
    case HtmlRole::link:
    case HtmlRole::quotation: return close_in_line(token, *tag);
    default: close_block(token, *tag);
  }
}

void HtmlReader::close_in_line(const HtmlToken& token, const HtmlTag& tag) {
  const std::optional<std::size_t> which = find_open(tag);
  if (which) return close(*which);
  if (tag.role == HtmlRole::link && anchors_ > 0) return void(--anchors_);
  tell_without_begin(token);
}

void HtmlReader::close_block(const HtmlToken& token, const HtmlTag& tag) {
  if (flat_ > 0) {
    const bool of_table =
        tag.role == HtmlRole::cell || tag.role == HtmlRole::row || tag.role == HtmlRole::table;
    const bool of_this = block().event.element == Element::heading ? tag.role == HtmlRole::heading
                                                                   : of_table && flat_tables_ == 0;
    if (!of_this) return close_flat_block(tag);
  }
  const std::optional<std::size_t> which = find_block(tag.role);
  if (which) return pop_to(*which);
  if (tag.role == HtmlRole::list || tag.role == HtmlRole::table || tag.role == HtmlRole::quote) {
    tell_without_begin(token);
  }
}

void HtmlReader::close_flat_block(const HtmlTag& tag) {
  if (tag.role == HtmlRole::list && !flat_lists_.empty()) flat_lists_.pop_back();
  if (tag.role == HtmlRole::preformatted) end_code_lines();
  if (tag.role == HtmlRole::table && flat_tables_ > 0) --flat_tables_;
  break_line_in_flat();
}

}  // namespace listok::emitter

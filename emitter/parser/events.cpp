#include "emitter/parser/events.hpp"

#include <md4c.h>

#include <functional>
#include <new>
#include <utility>

#include "emitter/base/limits.hpp"

namespace listok::emitter {

namespace {

class Recorder {
 public:
  explicit Recorder(std::string_view buffer) : buffer_(buffer) {}

  void enter_block(MD_BLOCKTYPE type, const void* detail);
  void leave_block(MD_BLOCKTYPE type);
  void enter_span(MD_SPANTYPE type, const void* detail);
  void leave_span(MD_SPANTYPE type);
  void text(MD_TEXTTYPE type, std::string_view text);
  std::vector<Event> take() { return std::move(events_); }
  bool full() const {
    return events_.size() > limits::events || attribute_bytes_ > limits::attribute_bytes;
  }

 private:
  std::string_view buffer_;
  std::vector<Event> events_;
  std::vector<Element> open_;   // blocks
  std::vector<Element> spans_;  // in the block that is open
  std::size_t attribute_bytes_ = 0;

  Event& add(Event::Kind kind, Element element);
  void begin_inline();
  void end_implied_paragraph();
  void end_spans();
  std::optional<Span> place(std::string_view piece) const;
  Attribute attribute(const MD_ATTRIBUTE& read);
  void read_detail(MD_BLOCKTYPE type, const void* detail, Event& event);
};

Element element_of(MD_BLOCKTYPE type) {
  switch (type) {
    case MD_BLOCK_DOC: return Element::document;
    case MD_BLOCK_QUOTE: return Element::quote;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL: return Element::list;
    case MD_BLOCK_LI: return Element::item;
    case MD_BLOCK_HR: return Element::rule;
    case MD_BLOCK_H: return Element::heading;
    case MD_BLOCK_CODE: return Element::code_block;
    case MD_BLOCK_HTML: return Element::html_block;
    case MD_BLOCK_P: return Element::paragraph;
    case MD_BLOCK_TABLE: return Element::table;
    case MD_BLOCK_THEAD: return Element::table_head;
    case MD_BLOCK_TBODY: return Element::table_body;
    case MD_BLOCK_TR: return Element::table_row;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD: return Element::table_cell;
  }
  return Element::paragraph;
}

// The spans of extensions that are not switched on cannot arrive.
Element element_of(MD_SPANTYPE type) {
  switch (type) {
    case MD_SPAN_STRONG: return Element::strong;
    case MD_SPAN_A: return Element::link;
    case MD_SPAN_IMG: return Element::image;
    case MD_SPAN_CODE: return Element::code;
    case MD_SPAN_DEL: return Element::strike;
    default: return Element::emphasis;
  }
}

TextKind kind_of(MD_TEXTTYPE type) {
  switch (type) {
    case MD_TEXT_ENTITY: return TextKind::entity;
    case MD_TEXT_CODE: return TextKind::code;
    case MD_TEXT_HTML: return TextKind::html;
    case MD_TEXT_SOFTBR: return TextKind::soft_break;
    case MD_TEXT_BR: return TextKind::hard_break;
    default: return TextKind::normal;
  }
}

// Consecutive paragraphs of one item cannot both be implied: a blank line makes the list loose.
void Recorder::begin_inline() {
  if (!open_.empty() && open_.back() == Element::item) {
    add(Event::Kind::enter, Element::paragraph);
    open_.push_back(Element::paragraph);
  }
}

// The library pairs `~~` in the address of a link with `~~` outside and then reports only one
// of the two. Whoever reads the events may rely on pairs.
void Recorder::end_spans() {
  for (; !spans_.empty(); spans_.pop_back()) {
    add(Event::Kind::leave, spans_.back());
    add(Event::Kind::unpaired, spans_.back());
  }
}

void Recorder::end_implied_paragraph() {
  if (open_.size() < 2 || open_.back() != Element::paragraph) return;
  if (open_[open_.size() - 2] != Element::item) return;
  add(Event::Kind::leave, Element::paragraph);
  open_.pop_back();
}

Event& Recorder::add(Event::Kind kind, Element element) {
  Event& event = events_.emplace_back();
  event.kind = kind;
  event.element = element;
  return event;
}

std::optional<Span> Recorder::place(std::string_view piece) const {
  const std::less<const char*> before;
  const char* begin = buffer_.data();
  if (before(piece.data(), begin) || before(begin + buffer_.size(), piece.data() + piece.size())) {
    return std::nullopt;
  }
  const auto offset = static_cast<std::size_t>(piece.data() - begin);
  return Span{offset, offset + piece.size()};
}

Attribute Recorder::attribute(const MD_ATTRIBUTE& read) {
  Attribute made;
  if (read.text == nullptr || read.size == 0) return made;
  attribute_bytes_ += read.size;
  made.text.assign(read.text, read.size);
  made.place = place({read.text, read.size});
  for (std::size_t i = 0; read.substr_offsets[i] < read.size; ++i) {
    if (read.substr_types[i] != MD_TEXT_ENTITY) continue;
    made.entities.push_back({read.substr_offsets[i], read.substr_offsets[i + 1]});
  }
  return made;
}

void Recorder::read_detail(MD_BLOCKTYPE type, const void* detail, Event& event) {
  if (type == MD_BLOCK_UL) {
    event.tight = static_cast<const MD_BLOCK_UL_DETAIL*>(detail)->is_tight != 0;
  } else if (type == MD_BLOCK_OL) {
    const auto& list = *static_cast<const MD_BLOCK_OL_DETAIL*>(detail);
    event.ordered = true;
    event.tight = list.is_tight != 0;
    event.number = list.start;
    event.delimiter = list.mark_delimiter;
  } else if (type == MD_BLOCK_H) {
    event.number = static_cast<const MD_BLOCK_H_DETAIL*>(detail)->level;
  } else if (type == MD_BLOCK_CODE) {
    Attributes attributes;
    attributes.language = attribute(static_cast<const MD_BLOCK_CODE_DETAIL*>(detail)->lang);
    event.attributes = std::make_shared<const Attributes>(std::move(attributes));
  } else if (type == MD_BLOCK_TABLE) {
    event.number = static_cast<const MD_BLOCK_TABLE_DETAIL*>(detail)->col_count;
  } else if (type == MD_BLOCK_TH || type == MD_BLOCK_TD) {
    event.number = static_cast<unsigned>(static_cast<const MD_BLOCK_TD_DETAIL*>(detail)->align);
  }
}

void Recorder::enter_block(MD_BLOCKTYPE type, const void* detail) {
  end_spans();
  // A paragraph that is announced stays open until it is left, so an open one here is implied.
  end_implied_paragraph();
  read_detail(type, detail, add(Event::Kind::enter, element_of(type)));
  open_.push_back(element_of(type));
}

void Recorder::leave_block(MD_BLOCKTYPE type) {
  end_spans();
  if (type != MD_BLOCK_P) end_implied_paragraph();
  add(Event::Kind::leave, element_of(type));
  open_.pop_back();
}

void Recorder::enter_span(MD_SPANTYPE type, const void* detail) {
  begin_inline();
  spans_.push_back(element_of(type));
  Event& event = add(Event::Kind::enter, element_of(type));
  Attributes attributes;
  if (type == MD_SPAN_A) {
    const auto& link = *static_cast<const MD_SPAN_A_DETAIL*>(detail);
    attributes.address = attribute(link.href);
    attributes.title = attribute(link.title);
  } else if (type == MD_SPAN_IMG) {
    const auto& image = *static_cast<const MD_SPAN_IMG_DETAIL*>(detail);
    attributes.address = attribute(image.src);
    attributes.title = attribute(image.title);
  } else {
    return;
  }
  event.attributes = std::make_shared<const Attributes>(std::move(attributes));
}

void Recorder::leave_span(MD_SPANTYPE type) {
  const bool paired = !spans_.empty() && spans_.back() == element_of(type);
  if (paired) spans_.pop_back();
  add(paired ? Event::Kind::leave : Event::Kind::unpaired, element_of(type));
}

void Recorder::text(MD_TEXTTYPE type, std::string_view text) {
  begin_inline();
  Event& event = add(Event::Kind::text, Element::document);
  event.text_kind = kind_of(type);
  event.text = text;
  event.span = place(text);
}

// What the parser hands to each of its callbacks. It stops when one returns something else than 0.
template <typename Record>
int recorded(void* user, const Record& record) {
  Recorder& recorder = *static_cast<Recorder*>(user);
  record(recorder);
  return recorder.full() ? 1 : 0;
}

}  // namespace

bool is_inline(Element element) {
  switch (element) {
    case Element::emphasis:
    case Element::strong:
    case Element::link:
    case Element::image:
    case Element::code:
    case Element::strike:
    case Element::subscript:
    case Element::superscript: return true;
    default: return false;
  }
}

std::optional<std::vector<Event>> parse_markdown(std::string_view buffer) {
  MD_PARSER parser{};
  parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH;
  parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* user) {
    return recorded(user, [&](Recorder& recorder) { recorder.enter_block(type, detail); });
  };
  parser.leave_block = [](MD_BLOCKTYPE type, void*, void* user) {
    return recorded(user, [&](Recorder& recorder) { recorder.leave_block(type); });
  };
  parser.enter_span = [](MD_SPANTYPE type, void* detail, void* user) {
    return recorded(user, [&](Recorder& recorder) { recorder.enter_span(type, detail); });
  };
  parser.leave_span = [](MD_SPANTYPE type, void*, void* user) {
    return recorded(user, [&](Recorder& recorder) { recorder.leave_span(type); });
  };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* user) {
    return recorded(user, [&](Recorder& recorder) { recorder.text(type, {text, size}); });
  };
  Recorder events(buffer);
  if (md_parse(buffer.data(), static_cast<MD_SIZE>(buffer.size()), &parser, &events) == 0) {
    return events.take();
  }
  if (events.full()) return std::nullopt;
  throw std::bad_alloc();  // the one other way in which it fails
}

}  // namespace listok::emitter

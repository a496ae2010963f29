// Parses Markdown into a flat list of events with byte offsets: what opens, what closes, what text
// there is. (Library: md4c, for its exact offsets.)
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "emitter/base/source.hpp"

namespace listok::emitter {

enum class Element {
  document,
  quote,
  list,
  item,
  rule,
  heading,
  code_block,
  html_block,
  paragraph,
  table,
  table_head,
  table_body,
  table_row,
  table_cell,
  emphasis,
  strong,
  link,
  image,
  code,
  strike,
  subscript,  // these two are HTML alone
  superscript,
};

// Stands in running text; all others are blocks.
bool is_inline(Element element);

enum class TextKind { normal, entity, code, html, soft_break, hard_break };

// An address, a title, the language of a code block: text outside the flow.
struct Attribute {
  std::string text;            // escapes undone, entities as written
  std::vector<Span> entities;  // where in `text` they stand
  std::optional<Span> place;   // where in the buffer; absent when `text` is not a copy of one range
};

struct Attributes {
  Attribute address;        // of a link or image
  Attribute title;          // of a link or image
  Attribute language;       // of a code block
  Attribute width, height;  // of an image of HTML
};

struct Event {
  // Each enter has its leave. unpaired: a mark was paired with one inside an address, so that what
  // it should enclose is not known.
  enum class Kind { enter, leave, text, unpaired };
  Kind kind = Kind::text;
  Element element = Element::document;    // enter, leave
  TextKind text_kind = TextKind::normal;  // text
  std::string_view text;                  // text
  std::optional<Span> span;  // of the text in the buffer; absent for made-up white space
  unsigned number = 0;       // level, start of a list, columns, alignment (0 none 1 l 2 c 3 r)
  bool ordered = false, tight = false;           // lists
  bool html = false;                             // made of HTML, not of Markdown
  char delimiter = '.';                          // of an ordered list
  std::shared_ptr<const Attributes> attributes;  // links, images and code blocks on entering
};

// CommonMark with tables and strikethrough. The events refer to `buffer`, which must outlive them.
// The content of an item of a tight list is in paragraphs as that of a loose one. Nothing when it
// would be more events, or longer attributes, than emitter/base/limits.hpp allows.
std::optional<std::vector<Event>> parse_markdown(std::string_view buffer);

}  // namespace listok::emitter

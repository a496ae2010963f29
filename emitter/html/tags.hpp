// The elements of HTML, and what becomes of each on paper.
#pragma once

#include <string_view>

#include "emitter/parser/events.hpp"

namespace listok::emitter {

enum class HtmlRole {
  mark,        // as `element`, in a line: <b>, <sub>
  code,        // <code>, <kbd>
  link,        // <a>
  image,       // <img>
  line_break,  // <br>
  quotation,   // <q>
  look,        // its words are kept, its look is lost: <u>, <mark>
  plain,       // in a line, its words are kept: <span>
  wrapper,     // the same of blocks: <div>, <p>
  term,        // of a definition list
  heading,     // of the level `number`
  list,        // <ul>, <ol>
  item,
  quote,
  preformatted,  // <pre>
  rule,          // <hr>
  table,
  row,
  cell,
  caption,  // of a table
  nothing,  // has neither end nor words, and is not missed: <wbr>
  device,   // has neither end nor words, and paper has none of it: <input>
  hidden,   // what it holds is not printed: <script>
};

struct HtmlTag {
  std::string_view name;
  HtmlRole role;
  Element element = Element::document;  // what it is in Markdown
  unsigned number = 0;
  bool everyday = true;  // stands without an end in many texts, and is never a word of them
};

// The element with that name, in small letters; none when HTML has no such element.
const HtmlTag* find_html_tag(std::string_view name);

// Has no closing tag.
bool is_void(const HtmlTag& tag);

// Its end is missed when it is not there: words get a look from it.
bool wants_end(const HtmlTag& tag);

}  // namespace listok::emitter

// Separates marks of headings and lists from their words: `##Вопрос`, `-пункт`, and a no-break
// space where Markdown wants a plain one.
#pragma once

#include <string_view>

#include "emitter/dialects/remarks.hpp"
#include "emitter/dialects/rewritten_text.hpp"

namespace listok::emitter {

// A plain space for a no-break one behind a mark that begins a line. A space behind `##` that is
// glued to a word, and behind the mark of an item when two or more lines in a row are glued, with a remark.
// A blank line above items that count on from 2 or more below a colon.
Edits edit_glued_marks(std::string_view markdown, Remarks& remarks);

}  // namespace listok::emitter

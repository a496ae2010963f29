// Puts running text together: white space collapsed, neighbours merged, NFC.
// In: UTF-8 text. Out: inlines. Errors: none.
#pragma once

#include <string_view>

#include "emitter/model/model.hpp"

namespace listok::emitter {

// Adds `words` to the text that `inlines` ends with. White space (space, TAB, CR, LF) becomes one
// space.
void append_text(Inlines& inlines, std::string_view words, Span span);

// Drops white space at the beginning and the end of a paragraph, heading or cell.
void trim_text(Inlines& inlines);

// The text that a list of blocks begins with; null when it begins with anything else.
Inline* first_text(Blocks& blocks);

// Takes `bytes` away from the beginning of that text, which stand for `written` bytes of the source, and
// what is empty then.
void drop_from_first_text(Blocks& blocks, std::size_t bytes, std::size_t written);

// Brings the texts to NFC and drops empty ones: for when nothing will be appended any more.
void finish_text(Inlines& inlines);

}  // namespace listok::emitter

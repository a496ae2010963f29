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

// Brings the texts to NFC and drops empty ones: for when nothing will be appended any more.
void finish_text(Inlines& inlines);

}  // namespace listok::emitter

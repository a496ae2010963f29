// Marks where a line must not break. What is read does not change: only spaces become no-break
// spaces (U+00A0), and the hyphen of a range of numbers one that does not break (U+2011).
#pragma once

#include <string_view>

#include "emitter/model/model.hpp"

namespace listok::emitter {

// The rules of `language` ("ru", "en"; any other has those that both share) over the texts of
// `inlines`, across the borders of emphasis and links. Code, formulas and addresses are left as
// they are. Doing it twice is doing it once.
//
// Russian: Milchin and Cheltsova's handbook for publishers and authors, on the division of lines.
// English: The Chicago Manual of Style, on the division of words, modestly.
void bind_words(Inlines& inlines, std::string_view language);

}  // namespace listok::emitter

// Recognizes a face that is asked for and not installed: one cause, of which TeX makes many errors.
// In: messages of TeX. Out: the name of the face; the messages without those that follow from it.
// Errors: none.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "latex/log/engine_log.hpp"

namespace listok::latex {

// The face that `text`, an error of TeX, of fontspec or of the class, says is missing; empty when
// it says nothing of the kind.
std::string missing_face(std::string_view text);

// Takes out of the messages of one sheet what follows from such a face: the characters that it
// should have set, formulas that were left out, the face named again. `before`: one was missing
// before any sheet was begun.
void drop_what_follows(std::vector<TexMessage>& messages, bool before);

}  // namespace listok::latex

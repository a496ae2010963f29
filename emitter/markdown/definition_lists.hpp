// Puts lists among the blocks before them: terms find their definitions.
#pragma once

#include "emitter/model/model.hpp"

namespace listok::emitter {

// Adds `list` to `blocks`. The items that emitter/dialects/definitions.hpp made of `: definition` get the
// paragraph before them for their term.
void add_list(List list, Span span, const Source& source, Blocks& blocks);

}  // namespace listok::emitter

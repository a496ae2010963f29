// What becomes of ends of lines at the ends of a running text, and of several in a row.
#pragma once

#include <vector>

#include "emitter/model/model.hpp"

namespace listok::emitter {

// Drops those at the beginning and the end of a paragraph, heading or cell, where no line ends.
void trim_breaks(Inlines& inlines);

// A paragraph cut where two or more stand in a row, as `<br><br>` is written. No part is empty.
std::vector<Inlines> divided(Inlines inlines);

}  // namespace listok::emitter

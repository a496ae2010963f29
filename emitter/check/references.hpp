// Makes words of links that lead nowhere from a page.
// In: a bank whose items have their numbers. Out: its items, without links to files and anchors.
// Errors: a warning for each file that has lost links.
#pragma once

#include "emitter/model/model.hpp"

namespace listok::emitter {

// A link to an anchor, a file or a folder becomes its text. One to another item of the bank, in any
// language, gets the number of that item behind it, if the author has given it one (numbering.hpp):
// a number that comes from the position would change with every item that is added.
void resolve_references(Bank& bank, Diagnostics& found);

}  // namespace listok::emitter

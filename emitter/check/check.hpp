// Checks a bank as a whole, without reading a file.
// In: a bank. Out: what is wrong with it. Errors: only these diagnostics.
#pragma once

#include "emitter/base/diagnostic.hpp"
#include "emitter/model/model.hpp"

namespace listok::emitter {

// Checks of the bank as a whole that need no file: a missing translation, ids that differ only in
// case, two items with one number, … `load` has called it already.
Diagnostics check(const Bank& bank);

// Adds a warning to `found` where the edition shows nothing of an item that was read whole: an empty
// page, which nobody would look at.
void nothing_shown(const Edition& edition, const Translation& translation, Diagnostics& found);

}  // namespace listok::emitter

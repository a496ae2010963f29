// Checks a bank as a whole, without reading a file.
// In: a bank. Out: what is wrong with it. Errors: only these diagnostics.
#pragma once

#include "emitter/base/diagnostic.hpp"
#include "emitter/model/model.hpp"

namespace listok::emitter {

// Checks of the bank as a whole that need no file: a missing translation, ids that differ only in
// case, two items with one number, … `load` has called it already.
Diagnostics check(const Bank& bank);

}  // namespace listok::emitter

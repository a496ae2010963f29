// Looks for signs that a typewriter has and a printer has not: what is printed as it was typed, and
// could be typed better.
// In: an item in one language, read. Out: notes, each kind once a file. Errors: none.
#pragma once

#include "emitter/base/diagnostic.hpp"
#include "emitter/model/model.hpp"

namespace listok::emitter {

// A hyphen for a dash, straight quotation marks, `№5`, `(c) 2024`. Code and formulas are passed over.
Diagnostics lint(const Translation& translation);

}  // namespace listok::emitter

// Compares the translations of an item: whether they have the same sections and points.
#pragma once

#include "emitter/base/diagnostic.hpp"
#include "emitter/model/model.hpp"

namespace listok::emitter {

// A warning for each section that one language has and another lacks, and at each that has another number of
// points, code blocks, tables, formulas or images than the same section in the first language. Translations
// with errors are passed over.
void check_parity(const Bank& bank, const Item& item, Diagnostics& found);

}  // namespace listok::emitter

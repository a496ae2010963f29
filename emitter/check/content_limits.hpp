// Checks that an item holds no more than a sheet can.
// In: the blocks of an item. Out: nothing.
// Errors: a diagnostic for each thing that goes past its limit.
#pragma once

#include "emitter/base/diagnostic_list.hpp"
#include "emitter/model/model.hpp"

namespace listok::emitter {

// An error for each list, table, text or kind of thing in `blocks`, those of a whole Markdown file,
// that goes past emitter/base/limits.hpp.
void check_limits(const Blocks& blocks, DiagnosticList& findings);

}  // namespace listok::emitter

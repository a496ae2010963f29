// Whether an item holds more than a sheet can.
#pragma once

#include "emitter/base/diagnostic_list.hpp"
#include "emitter/model/model.hpp"

namespace listok::emitter {

// An error for each list, table, text or kind of thing in `blocks`, those of a whole Markdown file,
// that goes past emitter/base/limits.hpp.
void check_limits(const Blocks& blocks, DiagnosticList& findings);

}  // namespace listok::emitter

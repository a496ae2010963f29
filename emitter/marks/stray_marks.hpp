// Warns of marks of emphasis that print as they stand, or that were probably meant to.
#pragma once

#include "emitter/base/diagnostic_list.hpp"
#include "emitter/model/model.hpp"

namespace listok::emitter {

// `**Важно:**слово` prints its asterisks; `__init__` and `5*4*3` lose theirs.
void check_stray_marks(const Blocks& blocks, const Source& source, DiagnosticList& findings);

}  // namespace listok::emitter

// Warns of backquotes that mark no code: they print as they stand.
#pragma once

#include "emitter/base/diagnostic_list.hpp"
#include "emitter/model/model.hpp"

namespace listok::emitter {

// The quotation marks of TeX, `` ``so'' `` and `` `so' ``, and a backquote without another.
void check_backquotes(const Blocks& blocks, const Source& source, DiagnosticList& findings);

}  // namespace listok::emitter

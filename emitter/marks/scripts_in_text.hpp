// Warns of powers and indices in running text, which print as they stand.
#pragma once

#include "emitter/base/diagnostic_list.hpp"
#include "emitter/model/model.hpp"

namespace listok::emitter {

// `10^{-3}`, `x_{ij}`, `10^-3`, `a^2+b^2`; not `2^10`, `HEAD^{tree}` or `file_{id}`.
void check_scripts(const Blocks& blocks, const Source& source, DiagnosticList& findings);

}  // namespace listok::emitter

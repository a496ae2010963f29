// `macros:` of listok.yaml.
#pragma once

#include "emitter/model/model.hpp"
#include "emitter/yaml/yaml.hpp"

namespace listok::emitter {

// Each macro is read as a formula, with X for its arguments; one that is none is told, and kept as
// refused, so that formulas with it say the same. Codes: bad-key, math-macro and those of values.
Macros read_macros(const YamlNode& node, const Source& source, DiagnosticList& findings);

}  // namespace listok::emitter

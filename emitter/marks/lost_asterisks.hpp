// Warns of asterisks that Markdown takes for emphasis and that were probably meant as signs.
#pragma once

#include "emitter/base/diagnostic_list.hpp"
#include "emitter/model/model.hpp"

namespace listok::emitter {

// `5*4*3`, `2**3 и 4**5`, `100*2 руб*кг`, `src/*.cpp, test/*.cpp`; not `сло*во*`, of which a part is
// to stand out.
void check_lost_asterisks(const Blocks& blocks, const Source& source, DiagnosticList& findings);

}  // namespace listok::emitter

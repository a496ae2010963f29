// Marks of other kinds of Markdown, which here are printed as they stand.
#pragma once

#include "emitter/base/diagnostic_list.hpp"
#include "emitter/model/model.hpp"

namespace listok::emitter {

// Warns of footnotes (`[^1]`), of the boxes of task lists (`- [ ]`), and of a line that was to make
// a table of its neighbours and does not: of too few dashes, or in the middle of a paragraph.
void check_foreign_marks(const Blocks& blocks, const Source& source, DiagnosticList& findings);

}  // namespace listok::emitter

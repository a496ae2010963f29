// Finds marks of other kinds of Markdown, which listok prints as they stand.
// In: the blocks of an item and its text. Out: nothing.
// Errors: only warnings, one for each mark.
#pragma once

#include "emitter/base/diagnostic_list.hpp"
#include "emitter/model/model.hpp"

namespace listok::emitter {

// Warns of footnotes (`[^1]`), of the boxes of task lists (`- [ ]`), and of lines that were
// to make a table or a definition and do not.
void check_unsupported_syntax(const Blocks& blocks, const Source& source, DiagnosticList& findings);

}  // namespace listok::emitter

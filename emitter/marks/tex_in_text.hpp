// Warns of commands of TeX in running text, which print as they stand.
#pragma once

#include "emitter/base/diagnostic_list.hpp"
#include "emitter/model/model.hpp"

namespace listok::emitter {

// `\textbf{x}`, `\alpha`, `\cite{x}`, `\begin{itemize}`; not `C:\temp` or `\n`.
void check_tex_commands(const Blocks& blocks, const Source& source, DiagnosticList& findings);

}  // namespace listok::emitter

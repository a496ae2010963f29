// Writes diagnostics as JSON, for programs and to be kept. (Library: Boost.JSON.)
// In: a diagnostic, or a line that was kept. Out: one line of text, or the diagnostic.
// Errors: none; a line that is broken gives nothing.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "emitter/base/diagnostic.hpp"

namespace listok::latex {

// One line, without LF: {"severity": "error", "code": …, "file": …, "line": …}. Absent places are
// left out.
std::string diagnostic_json(const emitter::Diagnostic& diagnostic);

// One line, LF included, with all that there is to it: to be kept, and said again.
std::string kept_line(const emitter::Diagnostic& diagnostic);
// Nothing when it is broken.
std::optional<emitter::Diagnostic> read_kept_line(std::string_view line);

}  // namespace listok::latex

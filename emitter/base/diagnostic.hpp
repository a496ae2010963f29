// A diagnostic: what is wrong with the content, where, and what to do about it. Bad content is
// always a list of these; nothing in the emitter throws for it.
// In: a diagnostic. Out: text in UTF-8 for a terminal; places are lines and characters, from 1.
// Errors: none.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace listok::emitter {

enum class Severity { note, warning, error };

std::string_view name_of(Severity severity);  // "note", "warning", "error"

struct Diagnostic {
  Severity severity = Severity::error;
  std::string code;         // kebab-case, stable: scripts filter by it ("math-command")
  std::string message;      // one line, no full stop, names the thing in backquotes
  std::string hint;         // may be empty
  std::string file;         // as shown to the person; empty when the machine is at fault
  std::size_t line = 0;     // from 1; 0 = the file as a whole
  std::size_t column = 0;   // from 1, in characters (code points); 0 = the line as a whole
  std::size_t length = 1;   // characters to underline
  std::string source_line;  // the text of that line, for the excerpt; may be empty

  bool operator==(const Diagnostic&) const = default;
};

using Diagnostics = std::vector<Diagnostic>;

bool has_errors(const Diagnostics& diagnostics);

// "file:line:column: error: message [code]" with the excerpt, the caret and the hint beneath, each
// line ended by LF. With `color`, ANSI colours. The excerpt of a long line is cut to a window
// around the caret; control characters in it are shown as U+FFFD.
std::string format_diagnostic(const Diagnostic& diagnostic, bool color);

}  // namespace listok::emitter

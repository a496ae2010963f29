// Checks a formula against the list of what is allowed and writes it anew; the author's characters
// are never passed on as they are.
// In: the byte range of a formula in a Source. Out: LaTeX for math mode, or the help on formulas.
// Errors: diagnostics with the codes below.
#pragma once

#include <string>
#include <string_view>

#include "emitter/base/source.hpp"
#include "emitter/model/model.hpp"

namespace listok::emitter {

// Formulas longer than this, in bytes, or nested deeper are refused.
inline constexpr std::size_t longest_formula = 4096;
inline constexpr std::size_t deepest_formula = 32;

// What holds where a formula stands.
struct MathRules {
  bool display = false;               // its rows need no environment
  bool decimal_comma = false;         // `0,5` is one number
  const Macros* macros = nullptr;     // of the bank; null: none
  const NamedFaces* faces = nullptr;  // of the bank; null: none
};

struct MathText {
  std::string tex;          // to be set between \( and \), or \[ and \]
  Diagnostics diagnostics;  // when any is an error, tex is empty
};

// `formula` is the part of `source` between the dollars. In the result a LF stands after
// \begin{…} and `\\` and before \end{…} only; everywhere it is worth a space.
// Codes: math-argument, math-character, math-colour (a warning), math-command, math-empty,
// math-environment, math-label (a
// warning), math-macro, math-script, math-structure, math-text, math-size, missing-glyph.
MathText read_math(const Source& source, Span formula, const MathRules& rules = {});

// All that formulas may contain, for `listok help math`: lines of at most 80 columns.
std::string math_help();

}  // namespace listok::emitter

// Judges whether what stands between dollars is a formula or words: `$x^2$`, but `$15 и 20$`.
#pragma once

#include <string_view>

namespace listok::emitter {

enum class FormulaLook {
  formula,  // has a mark of formulas, or is a single letter or number
  text,     // has words as sentences have them, and no mark of formulas
  unclear,  // its neighbours decide
};

FormulaLook formula_look(std::string_view inside);

// `inside` has words as sentences have them, whatever else it has: `HOME_DIR and `.
bool has_prose(std::string_view inside);

// `inside` has a word by itself, which no formula has without a command: `см.`, `word`.
bool has_word(std::string_view inside);

// `inside` has what only formulas have: a command, `^`, `_`, `=`. A letter in brackets has not.
bool has_formula_mark(std::string_view inside);

// Environments of TeX that display formulas by themselves: `align`, `equation*`.
bool is_formula_environment(std::string_view name);

}  // namespace listok::emitter

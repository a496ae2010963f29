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

// `inside` has a mark that neither prices nor the variables of programs have: a command, a power,
// `_{`.
bool is_surely_formula(std::string_view inside);

// A letter, a number, or a name of one or two letters with or without an index: `n`, `AB`, `x_1`;
// one that is counted on from: `n-1`.
bool is_short_name(std::string_view inside);

// What stands between blanks and dollars: letters by themselves between operators, in a call or in
// brackets are a formula, ` x+y `, ` f(x) `, ` (a, b) `; names of two letters leave it unclear.
FormulaLook look_between_blanks(std::string_view inside);

// `inside` is a piece of a sentence between two dollars that are signs of money or of a shell:
// `, ` of `€/$, ₽/$`, `** and **` of prices in bold, ` и ` of `EUR/$ и $/RUB`.
bool is_of_sentence(std::string_view inside);

// `inside` is a piece of a program between two variables: `{var}, ` of `${var}, $_GET`, `^ and ` of
// `$^ and $(CC)`. `behind` is what follows the second dollar.
bool is_of_program(std::string_view inside, std::string_view behind);

// What stands between `\(` and `\)`, or `\[` and `\]`: to Markdown these are brackets that are
// escaped, and so they stay where they hold words, or escapes that only Markdown has.
enum class Brackets { inline_formula, display, display_on_own_lines };
bool is_bracketed_formula(std::string_view inside, Brackets brackets);

// Environments of TeX that display formulas by themselves: `align`, `equation*`.
bool is_formula_environment(std::string_view name);

}  // namespace listok::emitter

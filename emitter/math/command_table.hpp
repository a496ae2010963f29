// The list of all commands that formulas may contain: one table for the parser, the help and the
// tests.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace listok::emitter {

enum class MathKind {
  symbol,             // needs nothing after it
  operator_,          // needs nothing after it, may be followed by \limits
  limits,             // \limits
  argument,           // \hat{x}
  operator_argument,  // \operatorname{rank}, \overbrace{…}: may be followed by \limits
  two,                // \frac{a}{b}
  optional,           // \sqrt[n]{x}
  infix,              // {a \over b}
  arrow,              // \xRightarrow[below]{above}
  negation,           // \not, before a relation
  text,               // \text{words}
  switch_,            // {\rm x}: for the rest of the group
  space,              // \hspace{1em}
  tag,                // \tag{1}
  label,              // \label{name}, which is passed over
  no_number,          // \notag
  colour,             // \color{red}, which is passed over
  rows,               // \substack{a \\ b}
  big,                // \big|
  fence,              // \left( … \middle| … \right)
  environment,        // \begin{cases} … \end{cases}
};

struct MathGroup {
  std::string_view heading;
  MathKind kind;
  // Separated by spaces. "le=≤": the command and the characters that may be typed for it. A name of
  // an environment may be followed by what is written for it, and by the most columns it has:
  // "eqnarray=aligned:3"; "equation=" is what stands in it.
  std::string_view names;
};

std::span<const MathGroup> math_groups();

struct MathCommand {
  std::string name;  // without the backslash
  MathKind kind;
  std::size_t columns = 0;  // of an environment; 0 = any number
  std::string tex{};        // what is written for it; of an environment: the name
};

// Null when it is not allowed.
const MathCommand* find_math_command(std::string_view name);
const MathCommand* find_math_environment(std::string_view name);

// The LaTeX of a character that is not ASCII, "\\le" for "≤"; empty when there is none.
std::string_view math_command_of(char32_t character);

// Whether \left and \big may stand before it: "(", "\\langle", …
bool is_math_delimiter(std::string_view tex);

// For "did you mean".
const std::vector<std::string>& math_command_names();
const std::vector<std::string>& math_environment_names();

}  // namespace listok::emitter

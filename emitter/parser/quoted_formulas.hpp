// Formulas as GitHub and GitLab have them: dollars around code, $`x^2`$.
#pragma once

#include <string_view>

#include "emitter/dialects/rewritten_text.hpp"

namespace listok::emitter {

// Takes the backquotes away.
Edits edit_quoted_formulas(std::string_view markdown);

}  // namespace listok::emitter

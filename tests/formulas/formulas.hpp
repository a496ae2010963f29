// The formulas of formulas.txt, with what is to become of each.
#pragma once

#include <string>
#include <vector>

#include "emitter/math/math.hpp"

namespace listok::tests {

struct Formula {
  std::string group;
  std::string text;
  bool display = false;
  std::string refusal;  // the code of the diagnostic; empty: it is to be set
  std::string warning;  // the code of the one that it is set with; may be empty
};

std::vector<Formula> all_formulas();

// What the emitter makes of it.
emitter::MathText read(const Formula& formula);

// The table of docs/formulas.md.
std::string formulas_page();

}  // namespace listok::tests

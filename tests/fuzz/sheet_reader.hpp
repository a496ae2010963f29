// The .tex of a sheet, read by the vocabulary of docs/latex.md and by nothing else. It is written
// apart from the emitter, so that what one of them has wrong the other does not.
#pragma once

#include <string>
#include <string_view>

namespace listok::fuzz {

struct ReadSheet {
  std::string words;    // what is printed, formulas and pictures aside, made visible()
  std::string trouble;  // the first thing that is outside the vocabulary; empty when all is well
};

ReadSheet read_sheet(std::string_view tex);

// What is outside of the vocabulary in a formula without its delimiters; empty when all is well.
std::string trouble_in_formula(std::string_view tex);

}  // namespace listok::fuzz

// The codes of all diagnostics, those of the other rooms as well.
// Out: for each code what it means, and what to do about it. Errors: none.
#pragma once

#include <span>
#include <string_view>

namespace listok::emitter {

struct CodeMeaning {
  std::string_view code;     // "math-command"
  std::string_view meaning;  // one sentence
  std::string_view remedy;   // what to do
};

// In the order of the alphabet. tests/codes_test.sh compares them with those that the sources use.
std::span<const CodeMeaning> codes();

}  // namespace listok::emitter

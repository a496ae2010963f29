// Which commas of a formula are those of numbers, in languages that write `0,5`.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "emitter/base/source.hpp"

namespace listok::emitter {

// The offsets into `text` of the commas in `formula` that stand between the digits of one number,
// in ascending order. A comma with a space beside it never does. Between brackets `(0,1)` is two
// numbers, unless a semicolon parts them, as in `[0,5; 1]`, a comma and a space stand before, as in
// `f(x, 0,5)`, or a sign before the zero says so, as in `(1 + 0,5)`. `1,2,3` and `i = 1,2` are
// lists, and indices are left alone: there a comma has no space after it anyway.
std::vector<std::size_t> decimal_commas(std::string_view text, Span formula);

}  // namespace listok::emitter

// Finds the lines of `---` that divide a text: the parser tells that there is one, and not where.
#pragma once

#include <cstddef>
#include <string_view>

#include "emitter/base/source.hpp"

namespace listok::emitter {

// The first rule on a line that begins at or behind `offset`, which stands behind the text of the
// block before; what follows `offset` when none is near.
Span rule_behind(std::string_view text, std::size_t offset);

// The end of the line of `===` or `---` below the words of a heading that end at `offset`, which makes
// them one; `offset` when there is none.
std::size_t end_of_underline(std::string_view text, std::size_t offset);

}  // namespace listok::emitter

// What a formula says where the source has marks between that are no part of it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace listok::emitter {

// `\|` is a bar to a row of a table, whatever it stands in.
std::string with_plain_bars(std::string_view written);

// The marks of `depth` quotes that the lines of `written` begin with, but the first, are taken out.
std::string without_quote_marks(std::string_view written, std::size_t depth);

// `\*` is written so that Markdown leaves the star alone: no command of formulas has this name.
std::string with_plain_stars(std::string_view written);

}  // namespace listok::emitter

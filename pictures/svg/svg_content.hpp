// Reads what an SVG says beside what is drawn of it. Pure.
// In: its text, which a parser of XML has found to be well formed. Out: its letters, and what a page
// cannot show of it, in words. Errors: none; what makes no sense is passed over.
#pragma once

#include <optional>
#include <set>
#include <string_view>

#include "pictures/base/fault.hpp"

namespace listok::pictures {

struct SvgContent {
  std::set<char32_t> letters;    // of its words
  std::optional<Fault> refused;  // without this it would say something else
  std::optional<Fault> loss;     // without this it looks different
};

SvgContent read_svg(std::string_view text);

}  // namespace listok::pictures

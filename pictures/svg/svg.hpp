// Draws an SVG as a PDF of vectors. (Libraries: librsvg and cairo, loaded for the first SVG.)
// In: the text of an SVG. Out: a PDF of one page, or why there is none.
// Errors: a fault in words. Pieces from outside of the SVG are never fetched.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pictures/base/fault.hpp"

namespace listok::pictures {

// Loads the libraries and what fontconfig knows; the files of faces, which drawing reads.
std::vector<std::string> load_svg();

struct DrawnSvg {
  std::string pdf;  // empty when there is a fault
  std::optional<Fault> fault, loss;
  bool lasting = true;  // false: another face or library cures the fault
};

// The size is that of the SVG at 96 pixels an inch; without one, of what it draws. What is drawn
// through filters and masks becomes pixels.
DrawnSvg draw_svg(std::string_view given);

}  // namespace listok::pictures

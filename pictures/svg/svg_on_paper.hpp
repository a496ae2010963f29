// Leaves out of an SVG what is there for the screen alone. Pure.
#pragma once

#include <string>
#include <string_view>

namespace listok::pictures {

// `text` without the notices of draw.io that it cannot be displayed, without links, and so that
// HTML is never chosen where there is something else to choose. What it draws is the same.
std::string as_on_paper(std::string_view text);

}  // namespace listok::pictures

// Reads what styles of an SVG refer to. Pure.
#pragma once

#include <string>
#include <string_view>

namespace listok::pictures {

struct SvgStyle {
  std::string outside;  // the first address that leads out of the SVG; empty: there is none
  bool faces = false, sheets = false;  // brought along; only browsers take them
  bool variables = false;              // likewise
};

// Of an attribute: "fill: url(#a)".
SvgStyle read_style(std::string_view css);

// Of an element `style`. Where faces and sheets lie is of no account.
SvgStyle read_style_sheet(std::string_view css);

}  // namespace listok::pictures

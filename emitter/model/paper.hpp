// The papers, and what is left of them for text. latex/class/cls/page.tex knows the same numbers.
// In: a page. Out: lengths in mm. Errors: none; a paper that there is not is taken for a4.
#pragma once

#include "emitter/model/model.hpp"

namespace listok::emitter {

struct TextArea {
  double width, height;  // mm
};

// Of a sheet in one language.
TextArea text_area(const Page& page);

struct EdgeMargins {
  double top, bottom;  // mm
};
EdgeMargins edge_margins(const Page& page);

}  // namespace listok::emitter

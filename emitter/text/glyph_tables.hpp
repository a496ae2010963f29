// The characters of each face, as scripts/faces.sh writes them.
#pragma once

#include <span>

#include "emitter/text/glyph_coverage.hpp"

namespace listok::emitter {

struct CodePoints {  // first to last, both in the face
  char32_t first;
  char32_t last;
};

// In ascending order, without overlap.
std::span<const CodePoints> code_points(Face face);

}  // namespace listok::emitter

// The characters of each face, as scripts/faces.sh writes them.
#pragma once

#include <span>

#include "emitter/text/glyph_coverage.hpp"

namespace listok::emitter {

// In ascending order, without overlap.
std::span<const CodePoints> code_points(Face face);

}  // namespace listok::emitter

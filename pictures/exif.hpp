// Reads what a camera notes in a JPEG: which way up it was held, and the density.
// Source: CIPA DC-008, "Exchangeable image file format for digital still cameras".
#pragma once

#include <optional>
#include <string_view>

#include "pictures/density.hpp"

namespace listok::pictures {

struct Exif {
  int orientation = 1;  // 1 to 8; 1: upright
  std::optional<Density> density;
};

// From the content of an APP1 segment. What makes no sense is passed over.
Exif read_exif(std::string_view segment);

}  // namespace listok::pictures

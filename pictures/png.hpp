// Reads PNG files to the last row, and writes them anew. (Library: libpng.)
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "pictures/density.hpp"
#include "pictures/look.hpp"
#include "pictures/pixels.hpp"

namespace listok::pictures {

struct Png {
  std::uint32_t width = 0, height = 0;  // pixels
  unsigned depth = 8;                   // bits a sample
  double gamma = 0;                     // of the file; 0: none, or that of all screens
  std::optional<Density> density;
};

// What a PNG is, after all of its rows were decoded and all of its check sums proved right.
std::variant<Png, Fault> read_png(std::string_view bytes, std::uint64_t most_pixels);

// A PNG that was read without a fault, written anew: 8 bits a sample, its gamma folded into the
// samples, of `density`. A colour profile is kept.
std::string plain_png(std::string_view bytes, const Png& png,
                      const std::optional<Density>& density);

// A PNG of pixels, without alpha where all are opaque; empty when memory does not suffice.
std::string png_of(FirstFrame frame, const std::optional<Density>& density);

}  // namespace listok::pictures

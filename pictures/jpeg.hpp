// Reads JPEG files to the last row, and writes them anew. (Library: libjpeg-turbo.)
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "pictures/density.hpp"
#include "pictures/look.hpp"

namespace listok::pictures {

struct Jpeg {
  std::uint32_t width = 0, height = 0;  // pixels, as stored
  int orientation = 1;                  // of Exif; 1: upright
  bool arithmetic = false;              // a coding that PDF does not know
  std::optional<Density> density;
};

// What a JPEG is, after all of its rows were decoded without a complaint of the library.
std::variant<Jpeg, Fault> read_jpeg(std::string_view bytes, std::uint64_t most_pixels);

// A JPEG that was read without a fault, written anew: upright, Huffman coded, of `density`. Its
// quality and its colour profile are kept; what it is not turned for loses nothing at all.
std::string plain_jpeg(std::string_view bytes, const Jpeg& jpeg,
                       const std::optional<Density>& density);

}  // namespace listok::pictures

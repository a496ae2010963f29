// Holds rows of pixels in memory, and turns them upright.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace listok::pictures {

struct Pixels {
  std::uint32_t width = 0, height = 0;
  std::size_t samples = 3;  // of a pixel, a byte each
  std::vector<std::uint8_t> bytes;

  std::uint8_t* row(std::uint32_t number) { return bytes.data() + number * width * samples; }
};

// Of a picture that may move.
struct FirstFrame {
  Pixels pixels;        // four samples: red, green, blue, alpha
  std::string profile;  // of its colours (ICC); may be empty
  bool moves = false;
};

// Whether a picture of this Exif orientation (1 to 8) has its sides swapped when it is set upright.
bool swaps_sides(int orientation);

// `pixels` as Exif `orientation` means them to be seen.
Pixels upright(const Pixels& pixels, int orientation);

}  // namespace listok::pictures

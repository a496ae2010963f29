#include "pictures/pixels.hpp"

#include <algorithm>
#include <utility>

namespace listok::pictures {

bool swaps_sides(int orientation) { return orientation >= 5; }

Pixels upright(const Pixels& pixels, int orientation) {
  // Exif 2.32, table 6: which row and which column of the file are the top and the left of the
  // scene.
  const bool from_right =
      orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
  const bool from_bottom =
      orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
  Pixels turned = pixels;
  if (swaps_sides(orientation)) std::swap(turned.width, turned.height);
  auto to = turned.bytes.begin();
  for (std::uint32_t down = 0; down < turned.height; ++down) {
    for (std::uint32_t across = 0; across < turned.width; ++across) {
      auto [x, y] = swaps_sides(orientation) ? std::pair(down, across) : std::pair(across, down);
      if (from_right) x = pixels.width - 1 - x;
      if (from_bottom) y = pixels.height - 1 - y;
      const auto from =
          pixels.bytes.begin() +
          static_cast<std::ptrdiff_t>((std::size_t{y} * pixels.width + x) * pixels.samples);
      to = std::copy_n(from, pixels.samples, to);
    }
  }
  return turned;
}

}  // namespace listok::pictures

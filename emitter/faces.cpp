#include "emitter/faces.hpp"

#include <algorithm>

#include "emitter/faces_data.hpp"

namespace listok::emitter {

bool has_glyph(Face face, char32_t code_point) {
  const auto ranges = code_points(face);
  const auto after = std::ranges::upper_bound(ranges, code_point, {}, &CodePoints::first);
  return after != ranges.begin() && code_point <= std::prev(after)->last;
}

}  // namespace listok::emitter

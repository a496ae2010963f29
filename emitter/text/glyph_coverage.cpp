#include "emitter/text/glyph_coverage.hpp"

#include <algorithm>
#include <bitset>

#include "emitter/text/glyph_tables.hpp"

namespace listok::emitter {

namespace {

constexpr std::size_t low = 0x530;  // Latin, Greek and Cyrillic are below
constexpr std::size_t faces = static_cast<std::size_t>(Face::math) + 1;

using LowGlyphs = std::array<std::bitset<low>, faces>;

LowGlyphs low_glyphs() {
  LowGlyphs glyphs;
  for (std::size_t face = 0; face < faces; ++face) {
    for (const auto& [first, last] : code_points(static_cast<Face>(face))) {
      for (char32_t c = first; c <= last && c < low; ++c) glyphs[face].set(c);
    }
  }
  return glyphs;
}

}  // namespace

bool has_glyph(Face face, char32_t code_point) {
  static const LowGlyphs glyphs = low_glyphs();
  if (code_point < low) return glyphs[static_cast<std::size_t>(face)][code_point];
  return has_code_point(code_points(face), code_point);
}

bool has_code_point(std::span<const CodePoints> ranges, char32_t code_point) {
  const auto after = std::ranges::upper_bound(ranges, code_point, {}, &CodePoints::first);
  return after != ranges.begin() && code_point <= std::prev(after)->last;
}

}  // namespace listok::emitter

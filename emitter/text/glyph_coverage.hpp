// Says which characters the faces of the class have. The tables in glyph_tables.cpp are written
// from the font files by scripts/faces.sh.
// In: a face and a code point. Out: whether the face has a glyph for it. Errors: none.
#pragma once

#include <array>
#include <span>

namespace listok::emitter {

enum class Face { serif, sans, mono, stix, dejavu_sans, dejavu_serif, math };

// The faces of \sym, in the order it tries them. A run is set in the first that has all of it.
inline constexpr std::array symbol_faces{Face::stix, Face::dejavu_serif, Face::dejavu_sans};

// serif, sans and mono: in every weight and slope the class uses; their few Greek letters are left
// out, so that a Greek word is set in one face. stix and dejavu: upright.
// math: in the face of formulas.
bool has_glyph(Face face, char32_t code_point);

struct CodePoints {  // first to last, both in the face
  char32_t first;
  char32_t last;
};

// Whether it is in one of `ranges`, which are in ascending order.
bool has_code_point(std::span<const CodePoints> ranges, char32_t code_point);

}  // namespace listok::emitter

// Faces of the machine that a bank names, for characters that the faces of the class lack.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "emitter/text/glyph_coverage.hpp"

namespace listok::emitter {

// In the place of a face of the class.
struct OwnFace {
  std::string family{};              // empty: that of the class stays
  std::vector<CodePoints> glyphs{};  // in ascending order; empty: nobody has asked the machine

  bool known() const { return !glyphs.empty(); }
};

struct NamedFaces {
  // Those of symbols, in the order that they are tried in.
  std::vector<std::string> families;
  std::vector<std::vector<CodePoints>> glyphs;  // of each, in ascending order
  bool looked_at = false;  // false: nobody has asked the machine, and they may have anything
  OwnFace text{}, heads{}, code{}, math{};
};

// That which stands in the place of `face`, one of the class; null where there is none, or nobody
// knows what it has.
const OwnFace* in_place_of(Face face, const NamedFaces* named);

// Whether the face of the class, or what stands in its place, has a glyph for it.
bool has_glyph(Face face, const NamedFaces* named, char32_t code_point);

// Whether one of them has all of `character`, which is one user-perceived character.
bool may_have(const NamedFaces& faces, std::string_view character);

}  // namespace listok::emitter

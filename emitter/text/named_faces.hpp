// Faces of the machine that a bank names, for characters that the faces of the class lack.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "emitter/text/glyph_coverage.hpp"

namespace listok::emitter {

struct NamedFaces {
  std::vector<std::string> families;            // in the order that they are tried in
  std::vector<std::vector<CodePoints>> glyphs;  // of each, in ascending order
  bool looked_at = false;  // false: nobody has asked the machine, and they may have anything
};

// Whether one of them has all of `character`, which is one user-perceived character.
bool may_have(const NamedFaces& faces, std::string_view character);

}  // namespace listok::emitter

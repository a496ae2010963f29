#include "emitter/text/named_faces.hpp"

#include <algorithm>

#include "emitter/text/text.hpp"

namespace listok::emitter {

namespace {

bool has_all(const std::vector<CodePoints>& glyphs, std::string_view character) {
  for (std::size_t at = 0; at < character.size();) {
    if (!has_code_point(glyphs, next_code_point(character, at))) return false;
  }
  return true;
}

}  // namespace

bool may_have(const NamedFaces& faces, std::string_view character) {
  if (!faces.looked_at) return !faces.families.empty();
  return std::ranges::any_of(faces.glyphs,
                             [&](const auto& glyphs) { return has_all(glyphs, character); });
}

}  // namespace listok::emitter

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

const OwnFace* in_place_of(Face face, const NamedFaces* named) {
  if (named == nullptr) return nullptr;
  const OwnFace* own = nullptr;
  if (face == Face::serif) own = &named->text;
  if (face == Face::sans) own = &named->heads;
  if (face == Face::mono) own = &named->code;
  if (face == Face::math) own = &named->math;
  return own != nullptr && own->known() ? own : nullptr;
}

bool has_glyph(Face face, const NamedFaces* named, char32_t code_point) {
  const OwnFace* own = in_place_of(face, named);
  return own == nullptr ? has_glyph(face, code_point) : has_code_point(own->glyphs, code_point);
}

bool may_have(const NamedFaces& faces, std::string_view character) {
  if (!faces.looked_at) return !faces.families.empty();
  return std::ranges::any_of(faces.glyphs,
                             [&](const auto& glyphs) { return has_all(glyphs, character); });
}

}  // namespace listok::emitter

#include "latex/build/named_faces.hpp"

#include <memory>

#include "latex/engine/faces.hpp"
#include "latex/system/install_hint.hpp"

namespace listok::latex {

emitter::MachineFaces machine_faces() {
  const auto installed = std::make_shared<InstalledFaces>();
  const auto find = [installed](const std::string& family) {
    emitter::FoundFace found;
    const auto face = installed->find(family);
    if (!face) {
      for (const auto& folder : font_folders().faces) found.files.push_back(folder.string());
      found.fault = "is not installed";
      found.hint = face_hint(family);
      return found;
    }
    found.files.push_back(face->file.string());
    if (face->coloured) {
      found.fault = "has pictures in colour, which cannot be set";
      found.hint = "take a face with outlines, such as Noto Emoji";
    }
    for (const auto& [first, last] : face->characters) found.glyphs.push_back({first, last});
    return found;
  };
  return {find, [installed](char32_t character) { return installed->having(character); }};
}

}  // namespace listok::latex

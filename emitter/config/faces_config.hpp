// `faces:` of `look:` in listok.yaml.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "emitter/text/named_faces.hpp"
#include "emitter/yaml/yaml.hpp"

namespace listok::emitter {

// What a machine says of a face.
struct FoundFace {
  std::string fault;  // "is not installed"; empty when it can be used
  std::string hint;
  std::vector<CodePoints> glyphs;
  std::vector<std::string> files;  // and folders, whose change may change the answer
};

// The faces of a machine. The caller of the emitter knows it; when it gives none, a face may have
// anything, and what it lacks comes out when the sheet is set.
struct MachineFaces {
  // The face of that family.
  std::function<FoundFace(const std::string& family)> find{};
  // Some families that have the character, in order of the alphabet.
  std::function<std::vector<std::string>(char32_t character)> having{};
};

// `faces: {text: …, heads: …, code: …, math: …, symbols: […]}`. What was looked at is added to
// `files`. Codes: missing-face and those of values.
NamedFaces read_faces(const YamlNode& look, const MachineFaces& machine,
                      std::vector<std::string>& files, DiagnosticList& findings);

}  // namespace listok::emitter

// `look:` of listok.yaml.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "emitter/bank/yaml.hpp"
#include "emitter/text/named_faces.hpp"

namespace listok::emitter {

// What a machine says of a face.
struct FoundFace {
  std::string fault;  // "is not installed"; empty when it can be used
  std::string hint;
  std::vector<CodePoints> glyphs;
  std::vector<std::string> files;  // and folders, whose change may change the answer
};

// Asks for the face of that family. The caller of the emitter knows the machine; when it gives none,
// a face may have anything, and what it lacks comes out when the sheet is set.
using FindFace = std::function<FoundFace(const std::string& family)>;

// `faces: {symbols: […]}`. What was looked at is added to `files`. Codes: missing-face and those of
// values.
NamedFaces read_look(const YamlNode& node, const FindFace& find_face,
                     std::vector<std::string>& files, DiagnosticList& findings);

}  // namespace listok::emitter

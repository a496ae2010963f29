// Reads YAML as far as the files of a bank need it: scalars, lists and maps, each with its place.
// (Library: yaml-cpp.)
#pragma once

#include <string>
#include <vector>

#include "emitter/base/diagnostic_list.hpp"
#include "emitter/base/source.hpp"

namespace listok::emitter {

struct YamlNode {
  enum class Kind { null, scalar, list, map };
  Kind kind = Kind::null;
  std::string text;             // scalar
  bool quoted = false;          // scalar
  std::vector<YamlNode> keys;   // map: keys[i] is a scalar and leads to items[i]; none comes twice
  std::vector<YamlNode> items;  // list, map
  Span span;                    // of a scalar; where a list or map begins

  const YamlNode* find(std::string_view key) const;
};

// Reads the bytes of `source` in `range` as one YAML document. Anchors, aliases, tags, keys that
// come twice and depth beyond 16 are errors. Null after an error of syntax.
YamlNode read_yaml(const Source& source, Span range, DiagnosticList& findings);

}  // namespace listok::emitter

// Lengths in listok.yaml: "27mm", "2.5 cm".
#pragma once

#include <optional>
#include <string_view>

#include "emitter/base/diagnostic_list.hpp"
#include "emitter/yaml/yaml.hpp"

namespace listok::emitter {

struct LengthRange {
  double least, most;  // mm
};

// In mm. Nothing and an error (bad-length) for what is no length, or not in `range`.
std::optional<double> read_length(const YamlNode& node, std::string_view what, LengthRange range,
                                  DiagnosticList& findings);

}  // namespace listok::emitter

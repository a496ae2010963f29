// Reads the key `page` of listok.yaml.
#pragma once

#include "emitter/base/diagnostic_list.hpp"
#include "emitter/model/model.hpp"
#include "emitter/yaml/yaml.hpp"

namespace listok::emitter {

// What cannot be read is an error, and stays as it is usually.
Page read_page(const YamlNode& node, DiagnosticList& findings);

}  // namespace listok::emitter

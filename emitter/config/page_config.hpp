// Reads the key `page` of listok.yaml.
#pragma once

#include "emitter/base/diagnostic_list.hpp"
#include "emitter/model/model.hpp"
#include "emitter/yaml/yaml.hpp"

namespace listok::emitter {

// What `node` says, over what `page` is. What cannot be read is an error, and stays as it is.
void read_page(const YamlNode& node, Page& page, DiagnosticList& findings);

}  // namespace listok::emitter

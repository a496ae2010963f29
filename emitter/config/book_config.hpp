// `book:` of listok.yaml.
#pragma once

#include "emitter/base/diagnostic_list.hpp"
#include "emitter/model/look.hpp"
#include "emitter/yaml/yaml.hpp"

namespace listok::emitter {

// What cannot be read is an error, and is as usual.
BookLook read_book(const YamlNode& node, DiagnosticList& findings);

}  // namespace listok::emitter

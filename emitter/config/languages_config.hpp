// Reads which languages a bank is written in.
#pragma once

#include <string>
#include <vector>

#include "emitter/base/diagnostic_list.hpp"
#include "emitter/yaml/yaml.hpp"

namespace listok::emitter {

// Those that there can be sheets in, in the order of `languages:`, or else those of the folders,
// `lying`. `named` becomes all that the file names, or that lie there.
std::vector<std::string> read_languages(const YamlNode* node, const std::vector<std::string>& lying,
                                        std::vector<std::string>& named, DiagnosticList& findings);

}  // namespace listok::emitter

// `editions:` of listok.yaml.
#pragma once

#include "emitter/config/printed_words.hpp"

namespace listok::emitter {

// Adds to `bank`, whose sections, page and look stand by now.
void read_editions(const YamlNode& node, Bank& bank, PrintedWords& words, DiagnosticList& findings);

// Whether `word` can name a folder, or a section: small Latin letters, digits, `-`.
bool is_key(std::string_view word);

}  // namespace listok::emitter

// `head:`, `foot:` and `footer:` of listok.yaml.
#pragma once

#include "emitter/config/printed_words.hpp"

namespace listok::emitter {

// `{left: …, center: …, right: …}`, each words with placeholders or `{image: …, height: …}`. `name`
// is "head" or "foot".
Running read_running(const YamlNode& node, const std::string& name, PrintedWords& words,
                     DiagnosticList& findings);

// Errors for pictures that the margins of `page` have no room for, or words. `whose`: " in the edition
// `x`", or nothing.
void check_room(const Bank& bank, const Page& page, const std::string& whose,
                DiagnosticList& findings);

// `footer: …` says the middle of the foot.
Running read_footer(const YamlNode& node, PrintedWords& words);

}  // namespace listok::emitter

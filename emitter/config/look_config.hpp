// `look:` of listok.yaml, but for its faces.
#pragma once

#include "emitter/config/printed_words.hpp"

namespace listok::emitter {

// What `node` says, over what `look` and `page` are. `what` names it: "`look`".
void read_look(const YamlNode& node, const std::string& what, PrintedWords& words, Look& look,
               Page& page, DiagnosticList& findings);

// `facts: none|tags|difficulty|all`
Facts read_facts(const YamlNode& node, DiagnosticList& findings);

}  // namespace listok::emitter

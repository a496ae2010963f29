// Where the links of an item lead.
#pragma once

#include "emitter/base/diagnostic_list.hpp"
#include "emitter/model/model.hpp"

namespace listok::emitter {

// A link is an address of the web or of mail (http, https, mailto). Anything else would lead a
// reader of the PDF into the files of a machine, or nowhere.
void check_links(const Blocks& blocks, DiagnosticList& findings);

}  // namespace listok::emitter

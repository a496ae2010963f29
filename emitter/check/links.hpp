// Checks where the links of an item lead.
// In: the blocks of an item. Out: nothing.
// Errors: a diagnostic for each link that is no address of the web or of mail.
#pragma once

#include "emitter/base/diagnostic_list.hpp"
#include "emitter/model/model.hpp"

namespace listok::emitter {

// A link is an address of the web or of mail (http, https, mailto). Anything else would lead a
// reader of the PDF into the files of a machine, or nowhere.
void check_links(const Blocks& blocks, DiagnosticList& findings);

}  // namespace listok::emitter

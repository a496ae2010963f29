// Checks where the links of an item lead.
// In: the blocks of an item. Out: the blocks, with whole addresses.
// Errors: a diagnostic for each link whose address a PDF may not have.
#pragma once

#include "emitter/base/diagnostic_list.hpp"
#include "emitter/model/model.hpp"

namespace listok::emitter {

// A link is an address of the web or of mail (http, https, mailto). Any other scheme would lead a
// reader of the PDF into the files of a machine, or nowhere. True when some link has no scheme: what
// becomes of it is known when all items are (emitter/check/references.hpp).
bool check_links(Blocks& blocks, DiagnosticList& findings);

// No address of the web or of mail: `#anchor`, `other.md`, `/path`, nothing at all.
bool is_local(const Link& link);

}  // namespace listok::emitter

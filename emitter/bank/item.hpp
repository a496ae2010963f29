// Makes the title and the sections of an item out of its blocks.
#pragma once

#include "emitter/base/diagnostic_list.hpp"
#include "emitter/model/model.hpp"

namespace listok::emitter {

// Fills in title and sections of `into`, whose language and source are set. A heading of level 2
// begins a section: its key, or its title in any language of the bank, case and a colon aside.
// Sections are put in the bank's order and get the bank's titles.
void read_item(const Bank& bank, Blocks blocks, Translation& into, DiagnosticList& findings);

}  // namespace listok::emitter

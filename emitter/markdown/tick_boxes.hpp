// Reads the box that an item of a tick list begins with: `- [ ] open`, `- [x] done`.
#pragma once

#include "emitter/base/diagnostic_list.hpp"
#include "emitter/model/model.hpp"

namespace listok::emitter {

// The box, taken away from the content of an item. What looks like one and is none is told.
Tick take_tick_box(Blocks& content, const Source& source, DiagnosticList& findings);

}  // namespace listok::emitter

// Which of its languages a bank has the letters for.
#pragma once

#include "emitter/config/faces_config.hpp"
#include "emitter/model/model.hpp"

namespace listok::emitter {

// Takes out of `bank.languages` those whose letters the faces of the bank lack: each word of them
// would be a run of another face, which nobody would want to read. `node`: `languages:`, or null.
// Codes: face-lacks-script.
void drop_unprintable(Bank& bank, const YamlNode* node, const MachineFaces& machine,
                      DiagnosticList& findings);

}  // namespace listok::emitter

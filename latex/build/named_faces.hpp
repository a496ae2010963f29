// The faces that a bank names, looked for on this machine.
#pragma once

#include "emitter/bank/look_config.hpp"

namespace listok::latex {

// For emitter::load. Asks fontconfig, some tens of milliseconds a face; without fontconfig no face
// is installed.
emitter::FindFace face_finder();

}  // namespace listok::latex

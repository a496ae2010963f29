// The faces that a bank names, looked for on this machine.
#pragma once

#include "emitter/config/faces_config.hpp"

namespace listok::latex {

// For emitter::load. The first face costs some tens of milliseconds, in which fontconfig is read;
// without fontconfig no face is installed.
emitter::MachineFaces machine_faces();

}  // namespace listok::latex

// What holds for all diagnostics.
#pragma once

#include "emitter/base/source.hpp"

namespace listok::fuzz {

// Each has words, a message of one line and a place in `source`, and can be shown.
void inspect(const emitter::Diagnostics& diagnostics, const emitter::Source& source);

}  // namespace listok::fuzz

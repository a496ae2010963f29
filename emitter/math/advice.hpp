// Says what to write for commands that authors try and that formulas may not contain.
#pragma once

#include <string_view>

namespace listok::emitter {

// `name`: a command without its backslash, or an environment. Empty when nothing is known of it.
std::string_view math_advice(std::string_view name);

}  // namespace listok::emitter

// Pictures of the screen that have a sign of print: ✅, ❌, 1️⃣.
#pragma once

#include <string_view>

namespace listok::emitter {

// The sign for one user-perceived character, with or without U+FE0F in it; empty when it has none.
std::string_view print_symbol(std::string_view grapheme);

}  // namespace listok::emitter

// Words of a text that TeX has no place to break at.
#pragma once

#include <string>
#include <string_view>

namespace listok::emitter {

// `word`, which is escaped, with a place to break behind every few characters of a hash or a key.
std::string with_breaks(std::string_view word);

}  // namespace listok::emitter

// Brackets of a text that belong together.
// In: text, a pair of characters of ASCII. Out: whether each has its other. Errors: none.
#pragma once

#include <cstddef>
#include <string_view>

namespace listok::emitter {

inline bool has_pairs(std::string_view text, char open, char close) {
  std::size_t opened = 0;
  for (const char c : text) {
    if (c == open) ++opened;
    if (c == close && opened-- == 0) return false;
  }
  return opened == 0;
}

}  // namespace listok::emitter

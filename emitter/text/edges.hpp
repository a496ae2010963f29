// Looks at the edges of a part of a text: what it is without the characters there, and what stands
// next to it.
// In: UTF-8 text, offsets in it, characters of ASCII. Out: parts of the text, bytes. Errors: none.
#pragma once

#include <algorithm>
#include <string_view>

namespace listok::emitter {

// `text` without those of `what` that it ends with.
inline std::string_view without_end(std::string_view text, std::string_view what) {
  return text.substr(0, text.find_last_not_of(what) + 1);  // npos + 1 is none
}

// Nor with those that it begins with.
inline std::string_view trimmed(std::string_view text, std::string_view what) {
  text.remove_prefix(std::min(text.find_first_not_of(what), text.size()));
  return without_end(text, what);
}

// The byte before a part that begins at `begin`, and the byte behind one that ends at `end`; a blank
// where the text begins or ends.
inline char byte_before(std::string_view text, std::size_t begin) {
  return begin > 0 ? text[begin - 1] : ' ';
}
inline char byte_behind(std::string_view text, std::size_t end) {
  return end < text.size() ? text[end] : ' ';
}

}  // namespace listok::emitter

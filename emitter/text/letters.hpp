// Counts the letters that a text shows for certain. Pure.
// In: UTF-8 text. Out: a count of letters and digits. Errors: none; other bytes are passed over.
#pragma once

#include <cstddef>
#include <string_view>

namespace listok::emitter {

// A letter of the Latin or the Cyrillic script or a digit: what the faces of text have, and what no
// setting adds to a word or takes from it, as it does with hyphens and spaces.
constexpr bool is_plain_letter(char32_t c) {
  const bool ascii = (c >= U'0' && c <= U'9') || ((c | 0x20U) >= U'a' && (c | 0x20U) <= U'z');
  const bool latin = c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7;
  return ascii || latin || (c >= 0x400 && c <= 0x481) || (c >= 0x48A && c <= 0x4FF);
}

// How many of them `text`, UTF-8, has. Each is of one byte or two.
constexpr std::size_t letters_in(std::string_view text) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto first = static_cast<unsigned char>(text[at]);
    char32_t c = first;
    if (first >= 0xC0 && first < 0xE0 && at + 1 < text.size()) {
      c = (first & 0x1FU) << 6U | (static_cast<unsigned char>(text[++at]) & 0x3FU);
    } else if (first >= 0x80) {
      continue;
    }
    if (is_plain_letter(c)) ++letters;
  }
  return letters;
}

}  // namespace listok::emitter

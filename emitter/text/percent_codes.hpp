// The bytes that addresses write as `%D0`. Header only.
// In: text. Out: a byte, or -1. Errors: none.
#pragma once

#include <cstddef>
#include <string_view>

#include "emitter/text/ascii.hpp"

namespace listok::emitter {

constexpr std::size_t percent_code_size = 3;

constexpr int hex_digit(char c) {
  if (is_ascii_digit(c)) return c - '0';
  const char small = static_cast<char>(c | 0x20);
  return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

// The byte that the code at `at` stands for; -1 when no code begins there.
constexpr int percent_coded_byte(std::string_view text, std::size_t at) {
  if (at + percent_code_size > text.size() || text[at] != '%') return -1;
  const int high = hex_digit(text[at + 1]), low = hex_digit(text[at + 2]);
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

}  // namespace listok::emitter

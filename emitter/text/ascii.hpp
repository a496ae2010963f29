// Sorts out the bytes of ASCII: marks of Markdown and commands of TeX stand between them.
// In: one byte of UTF-8. Out: what it is, whatever the locale. Errors: none.
#pragma once

namespace listok::emitter {

constexpr bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_ascii_alphanumeric(char c) { return is_ascii_letter(c) || is_ascii_digit(c); }
constexpr bool is_ascii_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

constexpr bool is_beyond_ascii(char c) { return (static_cast<unsigned char>(c) & 0x80U) != 0; }

// Of a word of any script, as far as a byte tells.
constexpr bool is_word_byte(char c) { return is_ascii_alphanumeric(c) || is_beyond_ascii(c); }

}  // namespace listok::emitter

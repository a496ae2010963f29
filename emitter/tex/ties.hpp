// Which spaces of a line hold words together, so that no line ends there.
// In: the letters of a paragraph in one row, a space of it, a language. Out: whether it is tied.
// Errors: none.
#pragma once

#include <cstddef>
#include <string_view>

namespace listok::emitter {

namespace ties {

inline constexpr char32_t object = 0xFFFC;  // stands for code, a formula, an image, an address
inline constexpr char32_t line_break = U'\n';
inline constexpr char32_t no_break_space = 0x00A0;

constexpr bool is_number(char32_t c) { return c >= U'0' && c <= U'9'; }

// What a word in the sense of the rules cannot touch: "KV-" and "/s" are parts of one.
bool joins_words(char32_t c);

}  // namespace ties

// `row[space]` is a space. Any language has the rules that all share.
bool is_tied(std::u32string_view row, std::size_t space, std::string_view language);

}  // namespace listok::emitter

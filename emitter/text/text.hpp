// Unicode text: what is allowed in it, and its normal form. (Library: utf8proc.)
// In: UTF-8, offsets in bytes. Out: code points, or text in NFC.
// Errors: none; bytes that are not UTF-8 count as stated at each function.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace listok::emitter {

// Why check_text refuses a code point; for characters that are written as `&#7;` or "\u0007".
struct Refusal {
  std::string_view code;  // of the diagnostic
  std::string_view what;  // "a control character"
  std::string_view hint;
};
std::optional<Refusal> refusal(char32_t code_point);

// The bytes of the code point at `offset`, 0 when they are not valid UTF-8.
std::size_t decode(std::string_view text, std::size_t offset, char32_t& code_point);

// NFC of valid UTF-8.
std::string to_nfc(std::string_view text);

// Case-folded NFC: equal for texts that differ in case only.
std::string fold_case(std::string_view text);

// Takes the first line off `rest`, and returns it without its LF.
std::string_view take_line(std::string_view& rest);

// NFC with every run of space, TAB, CR and LF made one space, and none at the ends.
std::string to_one_line(std::string_view text);

// Number of code points in valid UTF-8; an invalid byte counts as one.
std::size_t length(std::string_view text);

// The code point that begins at `offset` of valid UTF-8, which is moved past it. U+FFFD for a byte
// that is none.
char32_t next_beyond_ascii(std::string_view text, std::size_t& offset);
inline char32_t next_code_point(std::string_view text, std::size_t& offset) {
  const auto first = static_cast<unsigned char>(text[offset]);
  if (first >= 0x80) return next_beyond_ascii(text, offset);
  ++offset;
  return first;
}

// The one that ends at `offset`; U+0020 at the beginning.
char32_t code_point_before(std::string_view text, std::size_t offset);

std::u32string to_code_points(std::string_view text);

// "U+2603 U+FE0F", at most three and "…".
std::string code_points(std::string_view text);

void append_utf8(std::string& out, char32_t code_point);

// Columns a terminal gives this code point (0 for combining marks, 2 for wide ones).
int display_width(char32_t code_point);

// Letter or digit of any script.
bool is_letter(char32_t code_point);
bool is_digit(char32_t code_point);
bool is_cyrillic(char32_t code_point);

// True where a user-perceived character ends between the two code points; `state` starts at 0.
bool grapheme_break(char32_t before, char32_t after, int& state);

}  // namespace listok::emitter

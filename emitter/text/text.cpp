#include "emitter/text/text.hpp"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <string>

namespace listok::emitter {

namespace {

constexpr std::string_view invisible_hint =
    "delete it: it is invisible, so retype the word around it";

bool between(char32_t c, char32_t low, char32_t high) { return c >= low && c <= high; }

// Latin, Cyrillic and punctuation: nearly all there is to read, and there is a shorter way for it.
// Each is assigned and a character by itself; among themselves they neither join nor compose.
bool is_simple(char32_t c) {
  return between(c, 0x20, 0x7E) || between(c, 0xA0, 0x2FF) || between(c, 0x400, 0x482) ||
         between(c, 0x48A, 0x52F) || between(c, 0x2010, 0x2027);
}

utf8proc_category_t category(char32_t code_point) {
  return utf8proc_category(static_cast<utf8proc_int32_t>(code_point));
}

std::string mapped(std::string_view text, int options) {
  utf8proc_uint8_t* result = nullptr;
  const utf8proc_ssize_t size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                             static_cast<utf8proc_ssize_t>(text.size()), &result,
                                             static_cast<utf8proc_option_t>(options));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(result, &std::free);
  if (size < 0) return std::string(text);  // not UTF-8, which check_text has said already
  return {reinterpret_cast<const char*>(result), static_cast<std::size_t>(size)};
}

// Whether a look at each character by itself shows that the text is its own NFC.
bool is_composed(std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t c = next_code_point(text, offset);
    if (c >= 0x80 && !is_simple(c)) return false;
  }
  return true;
}

}  // namespace

// The library is strict: it refuses overlong forms, surrogates and what is beyond U+10FFFF.
std::size_t decode(std::string_view text, std::size_t offset, char32_t& code_point) {
  const auto first = static_cast<unsigned char>(text[offset]);
  if (first < 0x80) {
    code_point = first;
    return 1;
  }
  if (between(first, 0xC2, 0xDF) && offset + 1 < text.size()) {
    const auto second = static_cast<unsigned char>(text[offset + 1]);
    code_point = (first & 0x1FU) << 6U | (second & 0x3FU);
    return between(second, 0x80, 0xBF) ? 2 : 0;
  }
  utf8proc_int32_t decoded = 0;
  const auto* at = reinterpret_cast<const utf8proc_uint8_t*>(text.data() + offset);
  const auto left = static_cast<utf8proc_ssize_t>(text.size() - offset);
  const utf8proc_ssize_t used = utf8proc_iterate(at, left, &decoded);
  if (used <= 0) return 0;
  code_point = static_cast<char32_t>(decoded);
  return static_cast<std::size_t>(used);
}

std::optional<Refusal> refusal(char32_t c) {
  if (is_simple(c) || c == '\t' || c == '\n') return std::nullopt;
  if (c < 0x20 || between(c, 0x7F, 0x9F)) {
    return Refusal{"control-character", "a control character", invisible_hint};
  }
  if (c == 0x2028 || c == 0x2029) {
    return Refusal{"line-separator", "a line separator of Unicode", "press Enter in its place"};
  }
  if (c == 0x061C || c == 0x200E || c == 0x200F || between(c, 0x202A, 0x202E) ||
      between(c, 0x2066, 0x2069)) {
    return Refusal{"bidi-control", "a bidirectional control", invisible_hint};
  }
  if (c == 0xFEFF) {
    return Refusal{"byte-order-mark", "a byte order mark inside the text", invisible_hint};
  }
  if (between(c, 0xE0000, 0xE007F)) {
    return Refusal{"tag-character", "a tag character", invisible_hint};
  }
  if (between(c, 0xFDD0, 0xFDEF) || (c & 0xFFFE) == 0xFFFE || between(c, 0xD800, 0xDFFF) ||
      c > 0x10FFFF) {
    return Refusal{"non-character", "not a character", "delete it"};
  }
  switch (category(c)) {
    case UTF8PROC_CATEGORY_CO:
      return Refusal{"private-use", "a private-use character",
                     "no font is sure to have it: write the character that is meant"};
    case UTF8PROC_CATEGORY_CN:
      return Refusal{"unassigned", "a character that Unicode has not assigned", "delete it"};
    default: return std::nullopt;
  }
}

std::string to_nfc(std::string_view text) {
  if (is_composed(text)) return std::string(text);
  return mapped(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

std::string fold_case(std::string_view text) {
  return mapped(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD);
}

std::string_view take_line(std::string_view& rest) {
  const auto end = std::min(rest.find('\n'), rest.size());
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return line;
}

std::string to_one_line(std::string_view text) {
  std::string line;
  bool pending = false;
  for (const char c : text) {
    if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
      pending = !line.empty();
      continue;
    }
    if (pending) line += ' ';
    pending = false;
    line += c;
  }
  return to_nfc(line);
}

std::size_t length(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t offset = 0; offset < text.size(); ++count) next_code_point(text, offset);
  return count;
}

char32_t next_beyond_ascii(std::string_view text, std::size_t& offset) {
  char32_t c = 0xFFFD;
  const std::size_t size = decode(text, offset, c);
  offset += size == 0 ? 1 : size;
  return size == 0 ? 0xFFFD : c;
}

void append_utf8(std::string& out, char32_t code_point) {
  if (code_point < 0x80) {
    out += static_cast<char>(code_point);
    return;
  }
  if (code_point < 0x800) {
    out += static_cast<char>(0xC0 | code_point >> 6U);
    out += static_cast<char>(0x80 | (code_point & 0x3FU));
    return;
  }
  utf8proc_uint8_t bytes[4];
  const auto size = utf8proc_encode_char(static_cast<utf8proc_int32_t>(code_point), bytes);
  out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

int display_width(char32_t code_point) {
  return utf8proc_charwidth(static_cast<utf8proc_int32_t>(code_point));
}

bool is_letter(char32_t code_point) {
  switch (category(code_point)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO: return true;
    default: return false;
  }
}

bool is_digit(char32_t code_point) { return category(code_point) == UTF8PROC_CATEGORY_ND; }

bool is_cyrillic(char32_t c) {
  return between(c, 0x0400, 0x052F) || between(c, 0x1C80, 0x1C8F) || between(c, 0x2DE0, 0x2DFF) ||
         between(c, 0xA640, 0xA69F) || c == 0x1D2B || c == 0x1D78;
}

bool grapheme_break(char32_t before, char32_t after, int& state) {
  if (is_simple(before) && is_simple(after)) {
    state = 0;
    return true;
  }
  utf8proc_int32_t carried = state;
  const bool ends = utf8proc_grapheme_break_stateful(
      static_cast<utf8proc_int32_t>(before), static_cast<utf8proc_int32_t>(after), &carried);
  state = carried;
  return ends;
}

char32_t code_point_before(std::string_view text, std::size_t offset) {
  if (offset == 0) return U' ';
  std::size_t begin = offset - 1;
  while (begin > 0 && offset - begin < 4 &&
         (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U) {
    --begin;
  }
  return next_code_point(text, begin);
}

std::u32string to_code_points(std::string_view text) {
  std::u32string points;
  for (std::size_t offset = 0; offset < text.size();) points += next_code_point(text, offset);
  return points;
}

std::string code_points(std::string_view run) {
  constexpr std::size_t most = 3;
  std::string names;
  std::size_t count = 0;
  for (std::size_t i = 0; i < run.size() && count < most; ++count) {
    names += fmt::format("{}U+{:04X}", count == 0 ? "" : " ",
                         static_cast<std::uint32_t>(next_code_point(run, i)));
  }
  return length(run) > most ? names + " …" : names;
}

}  // namespace listok::emitter

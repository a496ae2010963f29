#include "emitter/text/readable_address.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "emitter/text/ascii.hpp"
#include "emitter/text/glyph_coverage.hpp"
#include "emitter/text/percent_codes.hpp"
#include "emitter/text/text.hpp"

namespace listok::emitter {

namespace {

bool is_readable(char32_t c) {
  return (is_letter(c) || is_digit(c)) && has_glyph(Face::serif, c) && has_glyph(Face::mono, c);
}

// The bytes beyond ASCII that a run of codes at `at` stands for, as many as one character may have.
std::string bytes_at(std::string_view text, std::size_t at) {
  constexpr std::size_t most = 4;
  constexpr int beyond_ascii = 0x80;
  std::string bytes;
  for (; bytes.size() < most; at += percent_code_size) {
    const int byte = percent_coded_byte(text, at);
    if (byte < beyond_ascii) break;
    bytes += static_cast<char>(byte);
  }
  return bytes;
}

std::size_t end_of_host(std::string_view address) {
  const std::size_t slashes = address.find("//");
  if (slashes == address.npos) return 0;
  return std::min(address.find_first_of("/?#", slashes + 2), address.size());
}

}  // namespace

std::string readable_address(std::string_view address) {
  const std::size_t host = end_of_host(address);
  std::string readable;
  for (std::size_t at = 0; at < address.size();) {
    char32_t c = 0;
    if (is_beyond_ascii(address[at])) {
      const std::size_t bytes = std::max<std::size_t>(decode(address, at, c), 1);
      for (const char byte : address.substr(at, bytes)) {
        if (is_readable(c))
          readable += byte;
        else
          readable += fmt::format("%{:02X}", static_cast<unsigned char>(byte));
      }
      at += bytes;
      continue;
    }
    const std::string bytes = at >= host ? bytes_at(address, at) : std::string();
    const std::size_t size = bytes.empty() ? 0 : decode(bytes, 0, c);
    if (size > 0 && is_readable(c)) {
      readable += bytes.substr(0, size);
      at += percent_code_size * size;
    } else {
      readable += address[at++];
    }
  }
  return readable;
}

}  // namespace listok::emitter

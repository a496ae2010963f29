// Image files as far as their headers go, and whole but for their pixels. Header only.
#pragma once

#include <cstdint>
#include <string>

namespace listok::emitter {

inline std::string big_endian(std::uint32_t number, int bytes) {
  std::string text;
  for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
    text += static_cast<char>(number >> shift & 0xFFU);
  }
  return text;
}

// `format`: depth, type of colour, compression, filter, interlace.
inline std::string png(std::uint32_t width, std::uint32_t height,
                       const std::string& format = std::string("\x08\x02\0\0\0", 5)) {
  return "\x89PNG\r\n\x1A\n" + big_endian(13, 4) + "IHDR" + big_endian(width, 4) +
         big_endian(height, 4) + format + big_endian(0, 4);
}

inline std::string chunk(const std::string& type, const std::string& content) {
  return big_endian(static_cast<std::uint32_t>(content.size()), 4) + type + content + "sum!";
}

inline std::string whole_png(std::uint32_t width, std::uint32_t height) {
  return png(width, height) + chunk("IDAT", "pixels") + chunk("IEND", "");
}

// A segment of a JPEG: its marker, its length, `content`.
inline std::string segment(char marker, const std::string& content) {
  return std::string("\xFF") + marker +
         big_endian(static_cast<std::uint32_t>(content.size() + 2), 2) + content;
}

// A frame header with three components.
inline std::string frame(std::uint32_t width, std::uint32_t height, char marker = '\xC0') {
  return segment(marker, "\x08" + big_endian(height, 2) + big_endian(width, 2) + "\x03" +
                             "\x01\x22\x01" + "\x02\x11\x01" + "\x03\x11\x01");
}

inline std::string jpeg(const std::string& segments) { return "\xFF\xD8" + segments; }

// Bytes FF of the pixels are followed by a zero.
inline std::string whole_jpeg(std::uint32_t width, std::uint32_t height) {
  using namespace std::string_literals;
  return jpeg(frame(width, height) + segment('\xDA', "scan") + "pix\xFF\0els\xFF\xD9"s);
}

inline std::string little_endian(std::uint32_t number, int bytes) {
  const std::string turned = big_endian(number, bytes);
  return {turned.rbegin(), turned.rend()};
}

inline std::string gif(std::uint32_t width, std::uint32_t height) {
  using namespace std::string_literals;
  return "GIF89a" + little_endian(width, 2) + little_endian(height, 2) + "\0\0\0;"s;
}

// Without loss; `width` and `height` of at most 16,384.
inline std::string webp(std::uint32_t width, std::uint32_t height) {
  const std::string content =
      "\x2F" + little_endian((height - 1) << 14U | (width - 1), 4) + std::string(20, 'p');
  const auto size = static_cast<std::uint32_t>(content.size());
  return "RIFF" + little_endian(size + 12, 4) + "WEBPVP8L" + little_endian(size, 4) + content;
}

inline const std::string pdf = "%PDF-1.5\n";

}  // namespace listok::emitter

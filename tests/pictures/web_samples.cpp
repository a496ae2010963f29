#include "tests/pictures/web_samples.hpp"

#include <fmt/format.h>
#include <webp/encode.h>
#include <zlib.h>

#include <vector>

namespace listok::tests {
namespace {

using namespace std::string_literals;

std::string little_endian(std::size_t number, int bytes) {
  std::string text;
  for (int at = 0; at < bytes; ++at) text += static_cast<char>(number >> (8 * at) & 0xFFU);
  return text;
}

bool is_in_block(std::uint32_t x, std::uint32_t y, std::uint32_t width, std::uint32_t height) {
  return 3 * x < width && 3 * y < height;
}

// Codes of eight bits, of colours: before the ninth bit would come they begin anew.
std::string packed(const std::string& colours) {
  constexpr std::size_t run = 120;
  std::string codes;
  for (std::size_t at = 0; at < colours.size(); at += run) {
    codes += '\x80' + colours.substr(at, run);
  }
  codes += '\x81';
  std::string blocks = "\x07";
  for (std::size_t at = 0; at < codes.size(); at += 255) {
    const std::string block = codes.substr(at, 255);
    blocks += little_endian(block.size(), 1) + block;
  }
  return blocks + '\0';
}

std::string gif_frame(const GifKind& kind, bool dark) {
  std::vector<std::string> rows;
  for (std::uint32_t y = 0; y < kind.height; ++y) {
    std::string row;
    for (std::uint32_t x = 0; x < kind.width; ++x) {
      const bool block = is_in_block(x, y, kind.width, kind.height);
      row += static_cast<char>(dark || block ? 0 : 1 + x * 100 / kind.width);
    }
    rows.push_back(row);
  }
  std::string colours;
  const auto add = [&](std::uint32_t first, std::uint32_t step) {
    for (std::uint32_t y = first; y < kind.height; y += step) colours += rows[y];
  };
  if (kind.interlaced) {
    add(0, 8), add(4, 8), add(2, 4), add(1, 2);
  } else {
    add(0, 1);
  }
  const std::string control = "\x21\xF9\x04"s + (kind.transparent ? '\x01' : '\0') + "\x0A\0\0\0"s;
  return control + "," + little_endian(kind.left, 2) + little_endian(kind.top, 2) +
         little_endian(kind.width, 2) + little_endian(kind.height, 2) +
         (kind.interlaced ? '\x40' : '\0') + packed(colours);
}

std::string chunk(const std::string& name, const std::string& content) {
  return name + little_endian(content.size(), 4) + content + (content.size() % 2 == 1 ? "\0"s : "");
}

std::string riff(const std::string& chunks) {
  return "RIFF" + little_endian(chunks.size() + 4, 4) + "WEBP" + chunks;
}

// Without the head of the file: a chunk, or two.
std::string encoded(const WebpKind& kind, bool dark) {
  std::vector<std::uint8_t> pixels;
  for (std::uint32_t y = 0; y < kind.height; ++y) {
    for (std::uint32_t x = 0; x < kind.width; ++x) {
      const bool block = is_in_block(x, y, kind.width, kind.height);
      const auto shade = static_cast<std::uint8_t>(dark || block ? 20 : 60 + x * 180 / kind.width);
      const auto alpha = static_cast<std::uint8_t>(kind.transparent && block ? 0 : 255);
      pixels.insert(pixels.end(), {shade, 120, shade, alpha});
    }
  }
  std::uint8_t* written = nullptr;
  const auto width = static_cast<int>(kind.width), height = static_cast<int>(kind.height);
  const std::size_t size =
      kind.lossy ? WebPEncodeRGBA(pixels.data(), width, height, 4 * width, 80, &written)
                 : WebPEncodeLosslessRGBA(pixels.data(), width, height, 4 * width, &written);
  std::string bytes(reinterpret_cast<const char*>(written), size);
  WebPFree(written);
  bytes.erase(0, 12);
  if (bytes.starts_with("VP8X")) bytes.erase(0, 18);
  return bytes;
}

}  // namespace

std::string sample_gif(const GifKind& kind) {
  std::string bytes = "GIF89a" + little_endian(kind.width + kind.left, 2) +
                      little_endian(kind.height + kind.top, 2) + "\xF6\0\0"s;
  for (int colour = 0; colour < 128; ++colour) {
    bytes += colour == 0 ? "\x14\x14\x14"s : std::string{static_cast<char>(60 + colour), 120, 80};
  }
  for (int number = 0; number < kind.frames; ++number) bytes += gif_frame(kind, number > 0);
  return bytes + ";";
}

std::string sample_webp(const WebpKind& kind) {
  if (kind.frames == 1 && kind.orientation == 0 && !(kind.lossy && kind.transparent)) {
    return riff(encoded(kind, false));
  }
  const std::string size = little_endian(kind.width - 1, 3) + little_endian(kind.height - 1, 3);
  const int flags =
      (kind.frames > 1 ? 2 : 0) + (kind.orientation > 0 ? 8 : 0) + (kind.transparent ? 16 : 0);
  std::string chunks = chunk("VP8X", std::string(1, static_cast<char>(flags)) + "\0\0\0"s + size);
  if (kind.frames > 1) chunks += chunk("ANIM", std::string(6, '\0'));
  for (int number = 0; number < kind.frames; ++number) {
    const std::string frame = encoded(kind, number > 0);
    chunks += kind.frames == 1 ? frame
                               : chunk("ANMF", std::string(6, '\0') + size + "\x64\0\0\0"s + frame);
  }
  if (kind.orientation > 0) {
    chunks += chunk("EXIF", "MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0"s +
                                static_cast<char>(kind.orientation) + "\0\0\0\0\0\0"s);
  }
  return riff(chunks);
}

std::string sample_svg(const std::string& content) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
         "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
         "width=\"80\" height=\"60\" viewBox=\"0 0 80 60\">\n"
         "<rect width=\"80\" height=\"60\" fill=\"#d8e8c0\"/>"
         "<rect width=\"26.6\" height=\"20\" fill=\"#141414\"/>\n" +
         content + "\n</svg>\n";
}

std::string base64(const std::string& bytes) {
  constexpr std::string_view digits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    std::uint32_t three = 0;
    for (std::size_t next = 0; next < 3; ++next) {
      three = three << 8U |
              (at + next < bytes.size() ? static_cast<unsigned char>(bytes[at + next]) : 0U);
    }
    for (std::size_t digit = 0; digit < 4; ++digit) {
      text += at + digit > bytes.size() ? '=' : digits[three >> (18 - 6 * digit) & 0x3FU];
    }
  }
  return text;
}

std::string gzipped(const std::string& text) {
  z_stream stream{};
  deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  std::string bytes(deflateBound(&stream, text.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(bytes.data());
  stream.avail_out = static_cast<uInt>(bytes.size());
  deflate(&stream, Z_FINISH);
  bytes.resize(stream.total_out);
  deflateEnd(&stream);
  return bytes;
}

}  // namespace listok::tests

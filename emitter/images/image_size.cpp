#include "emitter/images/image_size.hpp"

#include <algorithm>
#include <cstddef>

namespace listok::emitter {

namespace {

constexpr std::string_view png_mark("\x89PNG\r\n\x1A\n", 8);
constexpr std::string_view jpeg_mark("\xFF\xD8\xFF", 3);
constexpr std::string_view pdf_mark = "%PDF-";
constexpr std::string_view gzip_mark = "\x1F\x8B";

std::uint8_t byte_at(std::string_view bytes, std::size_t offset) {
  return static_cast<std::uint8_t>(bytes[offset]);
}

std::uint16_t word_at(std::string_view bytes, std::size_t offset) {
  return static_cast<std::uint16_t>(byte_at(bytes, offset) << 8U | byte_at(bytes, offset + 1));
}

std::uint32_t long_at(std::string_view bytes, std::size_t offset) {
  return static_cast<std::uint32_t>(word_at(bytes, offset)) << 16U | word_at(bytes, offset + 2);
}

// `count` bytes, the least first.
std::uint32_t little_endian(std::string_view bytes, std::size_t offset, std::size_t count) {
  std::uint32_t number = 0;
  while (count-- > 0) number = number << 8U | byte_at(bytes, offset + count);
  return number;
}

// PNG, table 11.1: which depths each type of colour may have.
bool is_png_colour(unsigned depth, unsigned colour) {
  switch (colour) {
    case 0: return depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16;
    case 3: return depth == 1 || depth == 2 || depth == 4 || depth == 8;
    case 2:
    case 4:
    case 6: return depth == 8 || depth == 16;
    default: return false;
  }
}

// Frames of all codings; the codes between them mean tables.
bool begins_frame(unsigned marker) {
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

bool has_no_segment(unsigned marker) {
  return marker <= 0x01 || (marker >= 0xD0 && marker <= 0xD9);
}

// `frame` is the segment without its marker and length.
std::optional<ImageSize> size_in_frame(std::string_view frame) {
  constexpr std::size_t fixed = 6, per_component = 3;
  if (frame.size() < fixed) return std::nullopt;
  const unsigned components = byte_at(frame, 5);
  if (components < 1 || components > 4 || frame.size() != fixed + per_component * components) {
    return std::nullopt;
  }
  const ImageSize size{.width = word_at(frame, 3), .height = word_at(frame, 1)};
  if (size.width == 0 || size.height == 0) return std::nullopt;
  return size;
}

// Takes the declaration, comments and the type before the first element of a text in XML.
bool begins_as_svg(std::string_view text) {
  constexpr std::size_t most = std::size_t{1} << 16U;  // bytes
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  text = text.substr(text.starts_with(mark) ? mark.size() : 0, most);
  while (true) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    if (!text.starts_with("<?") && !text.starts_with("<!")) break;
    const bool has_entities = text.starts_with("<!D") && text.find('[') < text.find('>');
    const std::string_view end = text.starts_with("<!--") ? "-->" : ">";
    const auto close = text.find(end, has_entities ? text.find(']') : 0);
    if (close == text.npos) return false;
    text.remove_prefix(close + end.size());
  }
  if (!text.starts_with('<')) return false;
  const std::string_view name = text.substr(1, text.find_first_of(" \t\r\n/>") - 1);
  return name.substr(name.rfind(':') + 1) == "svg";
}

}  // namespace

std::optional<ImageKind> kind_of_image(std::string_view bytes) {
  if (bytes.starts_with(png_mark)) return ImageKind::png;
  if (bytes.starts_with(jpeg_mark)) return ImageKind::jpeg;
  if (bytes.starts_with(pdf_mark)) return ImageKind::pdf;
  if (bytes.starts_with("GIF87a") || bytes.starts_with("GIF89a")) return ImageKind::gif;
  if (bytes.starts_with("RIFF") && bytes.substr(0, 12).ends_with("WEBP")) return ImageKind::webp;
  if (bytes.starts_with(gzip_mark) || begins_as_svg(bytes)) return ImageKind::svg;
  return std::nullopt;
}

std::optional<ImageSize> png_size(std::string_view bytes) {
  constexpr std::string_view header("\0\0\0\x0DIHDR", 8);
  constexpr std::size_t content = 16, header_end = 33;  // with the check sum
  constexpr std::uint32_t largest = 0x7FFFFFFF;
  if (!bytes.starts_with(png_mark) || bytes.size() < header_end) return std::nullopt;
  if (bytes.substr(png_mark.size(), header.size()) != header) return std::nullopt;
  const ImageSize size{.width = long_at(bytes, content), .height = long_at(bytes, content + 4)};
  if (size.width == 0 || size.width > largest || size.height == 0 || size.height > largest) {
    return std::nullopt;
  }
  if (!is_png_colour(byte_at(bytes, content + 8), byte_at(bytes, content + 9))) return std::nullopt;
  const bool known_methods = byte_at(bytes, content + 10) == 0 && byte_at(bytes, content + 11) == 0;
  if (!known_methods || byte_at(bytes, content + 12) > 1) return std::nullopt;
  return size;
}

std::optional<ImageSize> jpeg_size(std::string_view bytes) {
  constexpr unsigned scan = 0xDA;
  if (!bytes.starts_with(jpeg_mark)) return std::nullopt;
  std::size_t at = 2;
  while (at + 1 < bytes.size() && byte_at(bytes, at) == 0xFF) {
    const unsigned marker = byte_at(bytes, at + 1);
    if (marker == 0xFF) {  // filling
      ++at;
      continue;
    }
    if (has_no_segment(marker) || marker == scan || bytes.size() - at < 4) return std::nullopt;
    const std::size_t length = word_at(bytes, at + 2);  // its own two bytes included
    if (length < 2 || length > bytes.size() - at - 2) return std::nullopt;
    if (begins_frame(marker)) return size_in_frame(bytes.substr(at + 4, length - 2));
    at += 2 + length;
  }
  return std::nullopt;
}

std::optional<ImageSize> webp_size(std::string_view bytes) {
  constexpr std::size_t head = 30;
  if (bytes.size() < head) return std::nullopt;
  const std::string_view chunk = bytes.substr(12, 4);
  if (chunk == "VP8X") {
    return ImageSize{little_endian(bytes, 24, 3) + 1, little_endian(bytes, 27, 3) + 1};
  }
  constexpr std::uint32_t mask = 0x3FFF;  // 14 bits each
  if (chunk == "VP8L" && byte_at(bytes, 20) == 0x2F) {
    const std::uint32_t both = little_endian(bytes, 21, 4);
    return ImageSize{(both & mask) + 1, (both >> 14U & mask) + 1};
  }
  if (chunk != "VP8 " || bytes.substr(23, 3) != "\x9D\x01\x2A") return std::nullopt;
  const ImageSize size{little_endian(bytes, 26, 2) & mask, little_endian(bytes, 28, 2) & mask};
  if (size.width == 0 || size.height == 0) return std::nullopt;
  return size;
}

std::optional<ImageSize> gif_size(std::string_view bytes) {
  constexpr std::size_t head = 13;
  if (bytes.size() < head) return std::nullopt;
  const ImageSize size{little_endian(bytes, 6, 2), little_endian(bytes, 8, 2)};
  if (size.width == 0 || size.height == 0) return std::nullopt;
  return size;
}

bool is_whole_webp(std::string_view bytes) {
  return bytes.size() >= 8 && bytes.size() - 8 >= little_endian(bytes, 4, 4);
}

bool is_whole_png(std::string_view bytes) {
  constexpr std::size_t around = 12;  // a chunk's length, type and check sum
  bool has_data = false;
  std::size_t at = png_mark.size();
  while (bytes.size() >= at + around) {
    const std::size_t length = long_at(bytes, at);
    const std::string_view type = bytes.substr(at + 4, 4);
    if (length > bytes.size() - at - around) return false;
    if (type == "IEND") return has_data;
    has_data = has_data || type == "IDAT";
    at += around + length;
  }
  return false;
}

bool is_whole_jpeg(std::string_view bytes) {
  constexpr unsigned scan = 0xDA, end = 0xD9;
  bool has_scan = false;
  std::size_t at = 2;
  while ((at = bytes.find('\xFF', at)) != bytes.npos && at + 1 < bytes.size()) {
    const unsigned marker = byte_at(bytes, at + 1);
    if (marker == end) return has_scan;
    if (marker == 0xFF) {  // filling
      ++at;
    } else if (has_no_segment(marker)) {  // a byte FF of the scan, or a restart
      at += 2;
    } else if (bytes.size() - at < 4) {
      return false;
    } else {
      has_scan = has_scan || marker == scan;
      at += std::size_t{2} + word_at(bytes, at + 2);
    }
  }
  return false;
}

}  // namespace listok::emitter

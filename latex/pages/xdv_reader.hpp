// Reads the numbers and commands of an extended DVI file.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace listok::latex {

// Past the end it reads zeros; `ended` says that the end is reached.
class XdvReader {
 public:
  explicit XdvReader(std::string_view bytes) : bytes_(bytes) {}

  bool ended() const { return at_ >= bytes_.size(); }
  // Something was read that is not there.
  bool overrun() const { return overrun_; }
  void skip(std::size_t count) { take(count); }
  std::size_t number(std::size_t size) {
    std::size_t value = 0;
    for (const char byte : take(size)) value = value << 8U | static_cast<unsigned char>(byte);
    return value;
  }
  // A number with a sign, of one to four bytes.
  std::int64_t signed_number(std::size_t size) {
    const auto value = static_cast<std::int64_t>(number(size));
    const std::int64_t top = std::int64_t{1} << (8 * size - 1);
    return value >= top ? value - 2 * top : value;
  }
  // Less than `length` bytes at the end.
  std::string_view take(std::size_t length) {
    const std::string_view taken = bytes_.substr(at_, length);
    at_ += taken.size();
    overrun_ = overrun_ || taken.size() < length;
    return taken;
  }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
  bool overrun_ = false;
};

// What both readers of it have to know.
namespace xdv_commands {
enum Command : unsigned char {
  last_char = 127,
  set_char = 128,  // to 131: with a number of one to four bytes, and likewise below
  set_rule = 132,
  put_char = 133,
  put_rule = 137,
  nop = 138,
  begin_page = 139,
  end_page = 140,
  push = 141,
  pop = 142,
  right = 143,
  right_w = 147,
  right_x = 152,
  down = 157,
  down_y = 161,
  down_z = 166,
  short_font = 171,  // to 234
  font = 235,
  special = 239,
  tex_font = 243,
  preamble = 247,
  post = 248,
  post_post = 249,
  padding = 223,
  native_font = 252,
  glyphs = 253,
  text_and_glyphs = 254,
};

// Of a native font's flags: each says that four more bytes follow.
constexpr std::size_t extras[] = {0x0200, 0x1000, 0x2000, 0x4000};
}  // namespace xdv_commands

// What follows the command native_font. Returns the name of the file.
inline std::string_view read_native_font(XdvReader& reader) {
  reader.skip(8);  // its number and size
  const std::size_t flags = reader.number(2);
  const std::string_view file = reader.take(reader.number(1));
  reader.skip(4);  // which face of the file
  for (const std::size_t extra : xdv_commands::extras) reader.skip((flags & extra) != 0 ? 4 : 0);
  return file;
}

// What follows `command`, one of the four tex_font.
inline void skip_tex_font(XdvReader& reader, std::size_t command) {
  reader.skip(command - xdv_commands::tex_font + 1 + 12);
  const std::size_t area = reader.number(1);
  reader.skip(area + reader.number(1));
}

}  // namespace listok::latex

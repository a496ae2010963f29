#include "latex/xdv.hpp"

#include <algorithm>
#include <cstddef>

namespace listok::latex {
namespace {

enum Command : unsigned char {
  nop = 138,
  tex_font = 243,  // to 246: with a number of one to four bytes
  post = 248,
  post_post = 249,
  padding = 223,
  native_font = 252,
};

// Of a native font's flags: each says that four more bytes follow.
constexpr std::size_t extras[] = {0x0200, 0x1000, 0x2000, 0x4000};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  bool ended() const { return at_ >= bytes_.size(); }
  void skip(std::size_t count) { at_ += std::min(count, bytes_.size() - at_); }
  std::size_t number(std::size_t size) {
    std::size_t value = 0;
    for (; size > 0 && !ended(); --size) {
      value = value << 8U | static_cast<unsigned char>(bytes_[at_++]);
    }
    return value;
  }
  std::string text(std::size_t length) {
    const std::string_view found = bytes_.substr(at_, length);
    at_ += found.size();
    return std::string(found);
  }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
};

// The postamble, which defines again all fonts of the file. The last bytes point to it.
std::string_view postamble(std::string_view xdv) {
  const std::size_t last = xdv.find_last_not_of(static_cast<char>(padding));
  if (last == std::string_view::npos || last < 5) return {};
  const std::size_t begin = Reader(xdv.substr(last - 4)).number(4);
  return begin < xdv.size() ? xdv.substr(begin) : std::string_view{};
}

}  // namespace

std::vector<std::string> font_files(std::string_view xdv) {
  constexpr std::size_t head = 4 * 6 + 2 + 2;  // where the last page is, units, sizes, counts
  std::vector<std::string> files;
  Reader reader(postamble(xdv));
  if (reader.number(1) != post) return files;
  reader.skip(head);
  while (!reader.ended()) {
    const std::size_t command = reader.number(1);
    if (command == native_font) {
      reader.skip(8);  // its number and size
      const std::size_t flags = reader.number(2);
      files.push_back(reader.text(reader.number(1)));
      reader.skip(4);  // which face of the file
      for (const std::size_t extra : extras) reader.skip((flags & extra) != 0 ? 4 : 0);
    } else if (command >= tex_font && command < tex_font + 4) {
      reader.skip(command - tex_font + 1 + 12);
      const std::size_t area = reader.number(1);
      reader.skip(area + reader.number(1));
    } else if (command != nop) {
      break;
    }
  }
  std::sort(files.begin(), files.end());
  files.erase(std::unique(files.begin(), files.end()), files.end());
  return files;
}

}  // namespace listok::latex

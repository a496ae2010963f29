#include "latex/pages/xdv.hpp"

#include <algorithm>
#include <cstddef>

#include "latex/pages/xdv_reader.hpp"

namespace listok::latex {
namespace {

// The postamble, which defines again all fonts of the file. The last bytes point to it.
std::string_view postamble(std::string_view xdv) {
  const std::size_t last = xdv.find_last_not_of(static_cast<char>(xdv_commands::padding));
  if (last == std::string_view::npos || last < 5) return {};
  const std::size_t begin = XdvReader(xdv.substr(last - 4)).number(4);
  return begin < xdv.size() ? xdv.substr(begin) : std::string_view{};
}

}  // namespace

std::vector<std::string> font_files(std::string_view xdv) {
  using namespace xdv_commands;
  constexpr std::size_t head = 4 * 6 + 2 + 2;  // where the last page is, units, sizes, counts
  std::vector<std::string> files;
  XdvReader reader(postamble(xdv));
  if (reader.number(1) != post) return files;
  reader.skip(head);
  while (!reader.ended()) {
    const std::size_t command = reader.number(1);
    if (command == native_font) {
      files.emplace_back(read_native_font(reader));
    } else if (command >= tex_font && command < tex_font + 4) {
      skip_tex_font(reader, command);
    } else if (command != nop) {
      break;
    }
  }
  std::sort(files.begin(), files.end());
  files.erase(std::unique(files.begin(), files.end()), files.end());
  return files;
}

}  // namespace listok::latex

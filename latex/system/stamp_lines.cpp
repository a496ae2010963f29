#include "latex/system/stamp_lines.hpp"

#include <fmt/format.h>

#include "latex/system/files.hpp"

namespace listok::latex {

std::string stamp_line(const std::filesystem::path& file) {
  const auto state = stamp(file).value_or(Stamp{});
  return fmt::format("{} {} {} {} {}\n", state.bytes, state.modified, state.changed, state.inode,
                     file.string());
}

bool are_as_they_were(std::string_view text) {
  while (!text.empty()) {
    const auto end = text.find('\n');
    if (end == std::string_view::npos) return false;
    const std::string_view line = text.substr(0, end + 1);
    std::size_t name = line.find(' ');
    for (int field = 1; field < 4 && name != line.npos; ++field) name = line.find(' ', name + 1);
    if (name == line.npos) return false;
    if (line != stamp_line(std::string(line.substr(name + 1, end - name - 1)))) return false;
    text.remove_prefix(end + 1);
  }
  return true;
}

}  // namespace listok::latex

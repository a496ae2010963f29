#include "cli/console/columns.hpp"

#include <sys/ioctl.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>

#include "emitter/text/text.hpp"

namespace listok::cli {
namespace {

std::size_t width_of_letter(char32_t letter) {
  return static_cast<std::size_t>(std::max(0, emitter::display_width(letter)));
}

}  // namespace

std::size_t width_of(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    width += width_of_letter(emitter::next_code_point(text, offset));
  }
  return width;
}

std::string cut(const std::string& text, std::size_t width) {
  if (width_of(text) <= width) return text;
  if (width == 0) return {};
  std::string kept;
  std::size_t used = 1;  // for the ellipsis
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t letter = emitter::next_code_point(text, offset);
    used += width_of_letter(letter);
    if (used > width) break;
    emitter::append_utf8(kept, letter);
  }
  return kept + "…";
}

std::size_t columns_of(int descriptor, std::size_t usual) {
  winsize size{};
  if (::ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  const char* given = std::getenv("COLUMNS");
  const std::string_view text = given == nullptr ? "" : given;
  std::size_t columns = 0;
  std::from_chars(text.data(), text.data() + text.size(), columns);
  return columns == 0 ? usual : columns;
}

}  // namespace listok::cli

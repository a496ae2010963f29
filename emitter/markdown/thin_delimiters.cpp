#include "emitter/markdown/thin_delimiters.hpp"

#include <algorithm>

namespace listok::emitter {

namespace {

constexpr std::string_view blank = " \t\r";

bool has_thin_cell(std::string_view row) {
  while (!row.empty()) {
    std::string_view cell = row.substr(0, row.find('|'));
    row.remove_prefix(std::min(cell.size() + 1, row.size()));
    cell.remove_prefix(std::min(cell.find_first_not_of(blank), cell.size()));
    const std::size_t length = cell.find_last_not_of(blank) + 1;
    if (length == 1 || length == 2) return true;
  }
  return false;
}

// Offset of the last dash of `line` when it is a thin row, npos when it is none.
std::size_t dash_to_mask(std::string_view line) {
  const std::size_t at = std::min(line.find_first_not_of(" \t>"), line.size());
  const std::string_view row = line.substr(at);
  if (row.find('|') == row.npos || row.find_first_not_of("|-: \t\r") != row.npos) return row.npos;
  // The mark of a list, to each version.
  if (row.starts_with("- ") || row.starts_with("-\t")) return row.npos;
  const std::size_t dash = row.rfind('-');
  return dash == row.npos || !has_thin_cell(row) ? row.npos : at + dash;
}

}  // namespace

std::string mask_thin_delimiters(std::string_view markdown) {
  std::string masked(markdown);
  for (std::size_t begin = 0; begin < markdown.size();) {
    const std::size_t end = std::min(markdown.find('\n', begin), markdown.size());
    const std::size_t dash = dash_to_mask(markdown.substr(begin, end - begin));
    if (dash != markdown.npos) masked[begin + dash] = dash_mask;
    begin = end + 1;
  }
  return masked;
}

}  // namespace listok::emitter

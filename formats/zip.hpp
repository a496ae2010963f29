// Packs files into a zip archive. (Library: libarchive, loaded when it is needed.)
// In: names and bytes. Out: the bytes of the archive, which depend on these alone: the order, the
// dates and the owners are always the same. A reader on any system takes the names for UTF-8.
// Errors: none but a library that is missing.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace listok::formats {

struct ZipEntry {
  std::string name;  // '/' between folders; each once
  std::string bytes;
};

// Nothing: libarchive is not installed.
std::optional<std::string> zip(std::vector<ZipEntry> entries);

}  // namespace listok::formats

// Asks fontconfig where it looks for faces. (Library: fontconfig.)
#pragma once

#include <filesystem>
#include <vector>

namespace listok::latex {

struct FontFolders {
  std::vector<std::filesystem::path> faces;          // folders, whether they are there or not
  std::vector<std::filesystem::path> configuration;  // files that it reads, and folders of them
  std::vector<std::filesystem::path> caches;         // folders
};

// Reads the configuration, some milliseconds; looks at no face. All empty when there is none.
FontFolders font_folders();

}  // namespace listok::latex

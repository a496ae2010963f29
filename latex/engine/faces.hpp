// Asks fontconfig where it looks for faces, and what is in one. (Library: fontconfig.)
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace listok::latex {

struct FontFolders {
  std::vector<std::filesystem::path> faces;          // folders, whether they are there or not
  std::vector<std::filesystem::path> configuration;  // files that it reads, and folders of them
  std::vector<std::filesystem::path> caches;         // folders
};

// Reads the configuration, some milliseconds; looks at no face. All empty when there is none.
FontFolders font_folders();

struct InstalledFace {
  std::filesystem::path file;
  std::vector<std::pair<char32_t, char32_t>> characters;  // first to last, in ascending order
  bool coloured = false;                                  // it has pictures, not outlines
};

// The faces of this machine. What fontconfig keeps of all of them is read when it is first asked for
// one, in some tens of milliseconds.
class InstalledFaces {
 public:
  InstalledFaces();
  ~InstalledFaces();

  // The upright face of that family; nothing when there is none.
  std::optional<InstalledFace> find(const std::string& family);

  // At most a dozen families whose upright faces have the character, in order of the alphabet.
  std::vector<std::string> having(char32_t character);

 private:
  struct Read;
  std::unique_ptr<const Read> read_;
};

}  // namespace listok::latex

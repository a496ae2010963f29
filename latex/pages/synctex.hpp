// Which line of which file stands where on the pages of a sheet: taken out of what the engine says of a
// whole run, for the jumps of editors and viewers. The format is that of SyncTeX, `man 5 synctex`. Pure.
// In: the bytes of the engine's .synctex.gz; the pages of a sheet. Out: those of one of these pages alone,
// the same for the same.
// Errors: none; where the engine's are not understood there is nothing.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace listok::latex {

// What the lines of a .tex come from. Its paths are absolute.
struct Origin {
  struct Line {
    std::size_t file = 0;  // of `markdown`
    std::size_t line = 0;  // 0: it comes from none
    bool operator==(const Line&) const = default;
  };
  std::filesystem::path tex;
  std::vector<std::filesystem::path> markdown;
  std::vector<Line> lines;  // of the .tex, from the first
};

class SyncTex {
 public:
  // Of a run in `folder`, which is absolute and free of links.
  SyncTex(std::string_view packed, const std::filesystem::path& folder);
  SyncTex(const SyncTex&) = delete;
  SyncTex& operator=(const SyncTex&) = delete;

  // Of `count` pages from `first`, counted from 0, which show the file `name` of the run's folder. What
  // its other files have set, the head and the foot, is of the last line of the .tex, and so is what a
  // file has set whose name a stranger may have chosen for the shell that opens an editor. To the
  // Markdown lead empty boxes behind the lines of the page, which no way from the page to a file meets.
  std::string of_sheet(const std::string& name, std::size_t first, std::size_t count,
                       const Origin& origin) const;

 private:
  bool hides(const std::filesystem::path& file) const;

  const std::filesystem::path folder_;
  const std::string text_;
  std::string units_;                                // the lines that say how places are measured
  std::map<unsigned, std::filesystem::path> files_;  // by tag
  std::map<unsigned, std::string_view> pages_;       // by number: the records between its marks
};

}  // namespace listok::latex

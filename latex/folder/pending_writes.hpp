// Collects files, and writes many of them together.
// In: names and bytes. Out: which files stayed because somebody had saved them meanwhile.
// Errors: those of latex/folder/output_folder.hpp.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "latex/folder/output_folder.hpp"

namespace listok::latex {

// In the order in which they were added.
class PendingWrites {
 public:
  explicit PendingWrites(Folder folder) : folder_(std::move(folder)) {}

  void add(std::filesystem::path file, std::string bytes);
  // Of a file that somebody may save meanwhile: it is replaced only if it still is as `expected`.
  void replace(std::filesystem::path file, std::string bytes, Expected expected);
  // Only if the one that was added before it was written.
  void follow(std::filesystem::path file, std::string bytes);
  // Also called by these, whenever many have come together; what was added is gone afterwards.
  void flush();

  // The files that were saved meanwhile, and stay.
  const std::vector<std::filesystem::path>& kept() const { return kept_; }

 private:
  struct One {
    std::filesystem::path file;
    std::string bytes;
    std::optional<Expected> expected;
    bool follows = false;
  };
  void add(One one);

  Folder folder_;
  std::vector<One> files_;
  std::vector<std::filesystem::path> kept_;
};

}  // namespace listok::latex

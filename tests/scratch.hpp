// A folder for one test, removed at its end.
#pragma once

#include "latex/system/files.hpp"

namespace listok::tests {

struct Scratch {
  latex::ScratchFolder folder{std::filesystem::temp_directory_path()};
  const std::filesystem::path& path = folder.path();
};

// How many processes work in `folder`, or did when it was still there.
inline std::size_t processes_in(const std::filesystem::path& folder) {
  std::size_t alive = 0;
  for (const auto& process : std::filesystem::directory_iterator("/proc")) {
    std::error_code error;
    const auto where = std::filesystem::read_symlink(process.path() / "cwd", error);
    if (!error && where.string().starts_with(folder.string())) ++alive;
  }
  return alive;
}

}  // namespace listok::tests

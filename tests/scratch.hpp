// A folder for one test, removed at its end.
#pragma once

#include "latex/files.hpp"

namespace listok::tests {

struct Scratch {
  latex::ScratchFolder folder{std::filesystem::temp_directory_path()};
  const std::filesystem::path& path = folder.path();
};

}  // namespace listok::tests

// How a program of TeX Live is started: what it may read, what it may write.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "latex/process.hpp"
#include "latex/toolchain.hpp"

namespace listok::latex {

// `program` in `folder`, which is all that it may write. It reads the system, TeX Live, the fonts
// and what lies beneath `readable`. What it says goes to program.out in the folder.
Command caged(const Toolchain& toolchain, const std::filesystem::path& program,
              std::vector<std::string> arguments, const std::filesystem::path& folder,
              const std::vector<std::filesystem::path>& readable, const Limits& limits);

}  // namespace listok::latex

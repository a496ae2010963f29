// Decides what a program of TeX Live may read and write.
// In: a toolchain, folders. Out: a command to be run; how strong the sandbox of this machine is.
// Errors: Trouble when TeX Live does not tell where its files are.
#pragma once

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

#include "latex/engine/toolchain.hpp"
#include "latex/system/process.hpp"

namespace listok::latex {

// Gives the sandbox of `toolchain` what every engine reads (engine_files.hpp), once; before the
// first engine is started. Works `inside` a folder. Returns the folders that somebody asked for and
// that are not given.
std::vector<std::filesystem::path> furnish_sandbox(Toolchain& toolchain,
                                                   const std::filesystem::path& inside,
                                                   const std::stop_token& stop);

// `program` in `folder`, which is all that it may write. It reads what every engine does and what
// lies beneath `readable`. What it says goes to program.out in the folder.
Command sandboxed(const Toolchain& toolchain, const std::filesystem::path& program,
                  std::vector<std::string> arguments, const std::filesystem::path& folder,
                  const std::vector<std::filesystem::path>& readable, const Limits& limits);

// What the sandbox is worth on this machine.
struct SandboxStrength {
  int landlock = 0;       // its version; 0: any file can be read
  bool filtered = false;  // false: networks and other programs are open

  bool whole() const { return landlock > 0 && filtered; }
};

SandboxStrength sandbox_strength();

// "Landlock 2 and seccomp"; else what it lacks: "no Landlock, so that engines can read all files
// that you can".
std::string describe(const SandboxStrength& worth);

}  // namespace listok::latex

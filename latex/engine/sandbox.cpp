#include "latex/engine/sandbox.hpp"

#include <fmt/format.h>

#include "latex/engine/engine_files.hpp"

namespace listok::latex {

namespace fs = std::filesystem;

std::vector<fs::path> furnish_sandbox(Toolchain& toolchain, const fs::path& inside,
                                      const std::stop_token& stop) {
  if (!toolchain.sandbox.files.executable.empty()) return {};
  EngineFiles files = engine_files(toolchain, inside, stop);
  toolchain.sandbox.files = std::move(files.rights);
  return std::move(files.refused);
}

Command sandboxed(const Toolchain& toolchain, const fs::path& program,
                  std::vector<std::string> arguments, const fs::path& folder,
                  const std::vector<fs::path>& readable, const Limits& limits) {
  Command command{
      program, std::move(arguments), folder, engine_environment(), folder / "program.out",
      limits,  toolchain.sandbox};
  FileRights& files = command.sandbox->files;
  files.readable.insert(files.readable.end(), readable.begin(), readable.end());
  files.writable.insert(files.writable.end(), {folder, "/dev/null"});
  command.environment["TMPDIR"] = folder.string();
  return command;
}

SandboxStrength sandbox_strength() { return {landlock_version(), seccomp_available()}; }

std::string describe(const SandboxStrength& worth) {
  if (worth.whole()) return fmt::format("Landlock {} and seccomp", worth.landlock);
  if (worth.filtered) return "no Landlock, so that engines can read and write what you can";
  if (worth.landlock == 0)
    return "neither Landlock nor seccomp, so that engines can do what you can";
  return fmt::format(
      "Landlock {}, but no seccomp, so that engines can use networks and other programs",
      worth.landlock);
}

}  // namespace listok::latex

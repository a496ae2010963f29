#include "latex/cage.hpp"

namespace listok::latex {

Command caged(const Toolchain& toolchain, const std::filesystem::path& program,
              std::vector<std::string> arguments, const std::filesystem::path& folder,
              const std::vector<std::filesystem::path>& readable, const Limits& limits) {
  Command command{program,
                  std::move(arguments),
                  folder,
                  engine_environment(),
                  folder / "program.out",
                  limits,
                  engine_files(toolchain),
                  {folder, "/dev/null"}};
  command.readable.insert(command.readable.end(), readable.begin(), readable.end());
  command.environment["TMPDIR"] = folder.string();
  return command;
}

}  // namespace listok::latex

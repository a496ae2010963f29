#include <fmt/format.h>

#include "cli/commands/commands.hpp"
#include "cli/help/completion.hpp"
#include "cli/arguments/exit_status.hpp"

namespace listok::cli {

int completion_command(const CommandLine& line, Console& console) {
  const std::string shell = line.arguments.empty() ? "" : line.arguments.front();
  if (shell == "bash") {
    console.print(bash_completion(command_specs()));
  } else if (shell == "zsh") {
    console.print(zsh_completion(command_specs()));
  } else if (shell == "fish") {
    console.print(fish_completion(command_specs()));
  } else {
    const std::string hint = "`listok completion bash`, `zsh` or `fish`";
    if (shell.empty()) throw UsageError("`listok completion` wants to know which shell", hint);
    throw UsageError(fmt::format("there are no completions for `{}`", shell), hint);
  }
  return all_made;
}

}  // namespace listok::cli

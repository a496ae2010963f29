#include <fmt/format.h>

#include "cli/arguments/exit_status.hpp"
#include "cli/commands/commands.hpp"
#include "cli/help/completion.hpp"

namespace listok::cli {
namespace {

int print_completion(const CommandLine& line, Console& console) {
  const std::string shell = line.arguments.empty() ? "" : line.arguments.front();
  if (shell == "bash") {
    console.print(bash_completion(command_specs(commands())));
  } else if (shell == "zsh") {
    console.print(zsh_completion(command_specs(commands())));
  } else if (shell == "fish") {
    console.print(fish_completion(command_specs(commands())));
  } else {
    const std::string hint = "`listok completion bash`, `zsh` or `fish`";
    if (shell.empty()) throw UsageError("`listok completion` wants to know which shell", hint);
    throw UsageError(fmt::format("there are no completions for `{}`", shell), hint);
  }
  return all_made;
}

}  // namespace

Command completion_command() {
  return {
      .name = "completion",
      .summary = "print the completions of a shell",
      .usage = {"bash|zsh|fish"},
      .about =
          R"(Prints what lets the shell complete commands, options, their values and folders. An installed
listok has set all three up already.)",
      .examples = {"source <(listok completion bash)", "listok completion zsh > ~/.zfunc/_listok",
                   "listok completion fish > ~/.config/fish/completions/listok.fish"},
      .run = print_completion};
}

}  // namespace listok::cli

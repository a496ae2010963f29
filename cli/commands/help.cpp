#include "cli/help/help.hpp"

#include "cli/arguments/exit_status.hpp"
#include "cli/commands/commands.hpp"

namespace listok::cli {
namespace {

int print_help(const CommandLine& line, Console& console) {
  console.print(help(line.arguments.empty() ? "" : line.arguments.front(), commands()));
  return all_made;
}

}  // namespace

Command help_command() {
  return {.name = "help",
          .summary = "explain a command, or `listok help math`: what formulas may hold",
          .usage = {"[COMMAND | math | man]"},
          .about = "Explains a command, or what formulas may hold; `man` prints the manual page.",
          .examples = {"listok help build", "listok help man > listok.1 && man ./listok.1"},
          .run = print_help};
}

}  // namespace listok::cli

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
  return {
      .name = "help",
      .summary =
          "explain a command or the code of a message; `listok help bank`: the keys of listok.yaml",
      .usage = {"[COMMAND | CODE | bank | codes | math | man]"},
      .about =
          R"(Explains a command, or the code that stands in brackets at the end of a message. `bank` lists the keys
of listok.yaml and of front matter, `math` what formulas may hold, `codes` all codes; `man` prints the
manual page.)",
      .examples = {"listok help build", "listok help bank", "listok help math-command",
                   "listok help man > listok.1 && man ./listok.1"},
      .run = print_help};
}

}  // namespace listok::cli

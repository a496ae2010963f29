// Describes one command of the program; dispatch, help, man page and completions are made of it.
// In: a name, or the usage of a command. Out: the command, or the words of its arguments.
// Errors: none here; what the work of a command throws is said at `run`.
#pragma once

#include <string>
#include <vector>

namespace listok::cli {

struct CommandLine;
class Console;

// An option that a command takes.
struct TakenOption {
  std::string name;       // in the table of command_line.cpp: "output"
  std::string text = {};  // what the help says of it here, where that is not what the table says
};

struct Command {
  std::string name;
  std::string summary;                    // its line in `listok help`
  std::vector<std::string> usage;         // what stands after its name: "item ID [BANK]"
  std::string about;                      // paragraphs with a blank line between
  std::vector<std::string> examples;      // of one line each, or more
  std::string remark = {};                // a paragraph below the examples
  std::vector<TakenOption> options = {};  // besides those that every command takes
  // Its work. Returns the exit status; throws UsageError and latex::Trouble.
  int (*run)(const CommandLine& line, Console& console);
};

using Commands = std::vector<Command>;  // in the order of the help

// Nullptr when there is none.
const Command* find_command(const Commands& commands, const std::string& name);

std::vector<std::string> names_of(const Commands& commands);

// The words of a usage that are no options, without the brackets of what may be left out:
// "[COMMAND | math] [-o DIR]" -> "COMMAND|math".
std::vector<std::string> argument_words(const std::string& usage);

}  // namespace listok::cli

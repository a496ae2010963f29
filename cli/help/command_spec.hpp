// Says what a shell can complete after a command, from the description of the command.
#pragma once

#include <string>
#include <vector>

#include "cli/arguments/command_line.hpp"

namespace listok::cli {

// One argument of a command, which is no option: what it may be when these stand before it.
struct Argument {
  std::vector<std::string> before;   // words; "*" for any
  std::vector<std::string> choices;  // words as they are, or one placeholder: "BANK"
};

struct CommandSpec {
  std::string command;
  std::string summary;
  std::vector<Argument> arguments;
  std::vector<Option> options;
};

// What the usages of a command ("item ID [BANK]") name, those with the same words before taken
// together. COMMAND stands for each of `commands`; other placeholders next to words are left out.
std::vector<Argument> arguments_of(const std::vector<std::string>& usages,
                                   const Commands& commands);

// Every command, in the order of the help.
std::vector<CommandSpec> command_specs(const Commands& commands);

enum class Kind { word, bank, folder, file, anything };

// What a placeholder or the value of an option stands for: "BANK", "DIR", "human|json".
Kind kind_of(const std::string& placeholder);

// The words of "human|json"; none when it is a placeholder.
std::vector<std::string> choices_of(const std::string& value);

}  // namespace listok::cli

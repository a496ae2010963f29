// What the help says, as values: the man page and the completions are made from it.
#pragma once

#include <string>
#include <vector>

#include "cli/arguments/command_line.hpp"

namespace listok::cli {

// Lines of a help text between two blank ones.
struct HelpBlock {
  std::string title;  // "usage", "examples", …; empty: a paragraph
  std::vector<std::string> lines;
};

std::vector<HelpBlock> help_blocks(const std::string& text);

// One argument of a command, which is no option: what it may be when these stand before it.
struct Argument {
  std::vector<std::string> before;   // words; "*" for any
  std::vector<std::string> choices;  // words as they are, or one placeholder: "BANK"
};

struct CommandSpec {
  std::string command;
  std::string summary;
  std::vector<HelpBlock> blocks;
  std::vector<Argument> arguments;
  std::vector<Option> options;
};

// What is read from the usage lines of a command ("listok new item ID [BANK]"), those with the same
// words before taken together. COMMAND stands for every command.
std::vector<Argument> arguments_of(const std::vector<std::string>& usage);

// Every command, in the order of the help.
std::vector<CommandSpec> command_specs();

enum class Kind { word, bank, folder, file, anything };

// What a placeholder or the value of an option stands for: "BANK", "DIR", "human|json".
Kind kind_of(const std::string& placeholder);

// The words of "human|json"; none when it is a placeholder.
std::vector<std::string> choices_of(const std::string& value);

}  // namespace listok::cli

// Reads the command line. (Library: Boost.ProgramOptions.)
// In: the arguments of the program. Out: the command, its arguments and its options as values.
// Errors: UsageError for whatever cannot be understood; the program then exits with status 2.
#pragma once

#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "cli/arguments/command.hpp"
#include "latex/base/options.hpp"

namespace listok::cli {

enum class MessageFormat { human, json };
enum class Color { automatic, always, never };

struct CommandLine {
  std::string command;  // the name of a Command, or "version"
  std::vector<std::string>
      arguments;  // what is not an option: BANK, or the words after `diff`, `new`, `help`
  bool help = false;
  MessageFormat message_format = MessageFormat::human;
  Color color = Color::automatic;
  bool quiet = false;
  bool verbose = false;
  latex::BuildOptions build;
};

// The command line cannot be understood; says what and, where it can, what was meant.
class UsageError : public std::runtime_error {
 public:
  explicit UsageError(const std::string& message, std::string hint = {})
      : std::runtime_error(message), hint_(std::move(hint)) {}
  const std::string& hint() const { return hint_; }

 private:
  std::string hint_;
};

// Throws UsageError.
CommandLine parse(int count, const char* const* arguments, const Commands& commands);

struct Option {
  std::string name;    // "output"
  std::string letter;  // "o"; may be empty
  std::string value;   // "DIR"; "human|json" where these are all; empty when it takes none
  std::string text;
  bool repeats = false;
};

// Every option of `command`, in the order of its help.
std::vector<Option> options_of(const Command& command);

}  // namespace listok::cli

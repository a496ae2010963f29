// The command line as values. (Library: Boost.ProgramOptions.)
#pragma once

#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "latex/base/options.hpp"

namespace listok::cli {

enum class MessageFormat { human, json };
enum class Color { automatic, always, never };

struct CommandLine {
  std::string command;  // one of commands(), or "version"
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

CommandLine parse(int count, const char* const* arguments);

struct Option {
  std::string name;    // "output"
  std::string letter;  // "o"; may be empty
  std::string value;   // "DIR"; "human|json" where these are all; empty when it takes none
  std::string text;
  bool repeats = false;
};

// Every option of `command`, in the order of its help.
std::vector<Option> options_of(const std::string& command);

// The same, one aligned line each, for its help.
std::string option_table(const std::string& command);

// Every command, in the order of the help.
const std::vector<std::string>& commands();

}  // namespace listok::cli

// The command line as values. (Library: Boost.ProgramOptions.)
#pragma once

#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "latex/build.hpp"

namespace listok::cli {

enum class MessageFormat { human, json };
enum class Color { automatic, always, never };

struct CommandLine {
  // "build", "emit", "check", "list", "status", "diff", "doctor", "new", "help", "version"
  std::string command;
  std::vector<std::string>
      arguments;  // what is not an option: BANK, or the words after `diff`, `new`, `help`
  bool help = false;
  MessageFormat message_format = MessageFormat::human;
  Color color = Color::automatic;
  bool quiet = false;
  bool verbose = false;
  latex::BuildOptions build;
  std::vector<std::string> sections;             // keys, of an edition made up here; empty: none is
  emitter::Space space = emitter::Space::blank;  // of that edition
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

// The options of `command`, one aligned line each, for its help.
std::string option_table(const std::string& command);

// Every command, in the order of the help.
const std::vector<std::string>& commands();

}  // namespace listok::cli

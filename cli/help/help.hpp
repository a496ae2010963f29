// Writes what `--help` and `listok help` print.
// In: a topic. Out: lines of text.
// Errors: UsageError for a topic that does not exist.
#pragma once

#include <string>
#include <vector>

#include "cli/arguments/command.hpp"

namespace listok::cli {

// `topic` is a command, the code of a diagnostic, "codes" for all of these, "bank", "math", "man", or empty
// for the program as a whole. Throws UsageError for any other.
std::string help(const std::string& topic, const Commands& commands);

// What the help and the man page say of the program as a whole.
namespace program {

extern const char* const purpose;
extern const char* const usage;
extern const char* const about;
extern const char* const example;
extern const char* const exit_status;

}  // namespace program

std::vector<std::string> lines_of(const std::string& text);

}  // namespace listok::cli

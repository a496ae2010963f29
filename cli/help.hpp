// What `--help` prints.
#pragma once

#include <string>

namespace listok::cli {

// `topic` is a command, "math", or empty for the program as a whole. Throws UsageError for any other.
std::string help(const std::string& topic);

}  // namespace listok::cli

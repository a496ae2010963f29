// What `--help` prints.
#pragma once

#include <string>

namespace listok::cli {

// `topic` is a command, "math", "man", or empty for the program as a whole. Throws UsageError for any
// other. The man page and the completions are made from these texts: they are blocks with a blank
// line between, each a paragraph or a title in small letters, a colon, and what stands under it.
std::string help(const std::string& topic);

}  // namespace listok::cli

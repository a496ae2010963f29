// Writes the manual page, in roff with the man macros.
#pragma once

#include <string>

#include "cli/arguments/command.hpp"

namespace listok::cli {

// Says what the help says. It has no date: the same program gives the same bytes.
std::string manual_page(const Commands& commands);

}  // namespace listok::cli

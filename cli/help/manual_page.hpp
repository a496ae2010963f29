// The manual page, in roff with the man macros.
#pragma once

#include <string>

namespace listok::cli {

// Made from the help of every command, so that it says the same. It has no date: the same program
// gives the same bytes.
std::string manual_page();

}  // namespace listok::cli

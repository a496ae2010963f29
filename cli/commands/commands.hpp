// All commands of the program.
// Out: their descriptions, in the order of the help.
// Errors: none here; what the work of a command throws is said in cli/arguments/command.hpp.
#pragma once

#include "cli/arguments/command.hpp"
#include "cli/arguments/command_line.hpp"
#include "cli/console/console.hpp"

namespace listok::cli {

Command build_command();
Command emit_command();
Command check_command();
Command list_command();
Command status_command();
Command diff_command();
Command doctor_command();
Command new_command();
Command completion_command();
Command help_command();

// In the order of the help.
const Commands& commands();

// "1 sheet", "2 sheets"
std::string plural(std::size_t count, const std::string& thing);

}  // namespace listok::cli

// One function a command. Each returns the exit status; Trouble and UsageError are for `run`.
#pragma once

#include "cli/arguments/command_line.hpp"
#include "cli/console/console.hpp"

namespace listok::cli {

int build_command(const CommandLine& line, Console& console);  // build and emit
int check_command(const CommandLine& line, Console& console);
int list_command(const CommandLine& line, Console& console);
int completion_command(const CommandLine& line, Console& console);
int doctor_command(const CommandLine& line, Console& console);
int status_command(const CommandLine& line, Console& console);
int diff_command(const CommandLine& line, Console& console);
int new_command(const CommandLine& line, Console& console);

// "1 sheet", "2 sheets"
std::string plural(std::size_t count, const std::string& thing);

}  // namespace listok::cli

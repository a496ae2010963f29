// Writes the completion scripts for bash, zsh and fish.
// In: the descriptions of the commands. Out: the text of a script. Errors: none.
#pragma once

#include <string>
#include <vector>

#include "cli/help/command_spec.hpp"

namespace listok::cli {

std::string bash_completion(const std::vector<CommandSpec>& specs);
std::string zsh_completion(const std::vector<CommandSpec>& specs);
std::string fish_completion(const std::vector<CommandSpec>& specs);

}  // namespace listok::cli

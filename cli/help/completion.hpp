// Completion scripts for shells, from the description of the commands.
#pragma once

#include <string>
#include <vector>

#include "cli/help/command_spec.hpp"

namespace listok::cli {

std::string bash_completion(const std::vector<Guide>& guides);
std::string zsh_completion(const std::vector<Guide>& guides);
std::string fish_completion(const std::vector<Guide>& guides);

}  // namespace listok::cli

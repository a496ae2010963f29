// Finds the programs that the machine has.
// In: a name. Out: the absolute path on PATH. Errors: none.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace listok::latex {

// The program `name` on PATH, absolute; nothing when there is none.
std::optional<std::filesystem::path> find_program(const std::string& name);

}  // namespace listok::latex

// Finds and reads the bank that a command line names, and checks what is asked of it.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "cli/arguments/command_line.hpp"
#include "cli/console/console.hpp"
#include "emitter/bank/load.hpp"
#include "emitter/model/model.hpp"

namespace listok::cli {

// The bank that argument number `argument` of `line` names, or the nearest one. Throws UsageError
// when there is none.
std::filesystem::path bank_folder(const CommandLine& line, std::size_t argument = 0);

// False, after its diagnostics, of a bank that could not be read or has no items.
bool has_items(const emitter::Loaded& loaded, Console& console);

// Reads the bank that `line` names, or the nearest one, and prints the diagnostics of what is
// chosen of it. Nothing when it cannot be worked with. Throws UsageError when there is no bank, and
// for a selection that leaves no item.
std::optional<emitter::Bank> read_bank(const CommandLine& line, Console& console);

// Throws UsageError for what `selection` names and the bank does not have, and when it leaves no
// item.
void check_selection(const emitter::Bank& bank, const emitter::Selection& selection);

// Throws UsageError, with what was meant, for a name or pattern in `given` that fits none of
// `known`.
void check_names(const std::vector<std::string>& given, const std::vector<std::string>& known,
                 const std::string& option);

// The same for ids of items, which may also be meant by their number.
void check_ids(const std::vector<std::string>& given, const emitter::Bank& bank,
               const std::string& option);

}  // namespace listok::cli

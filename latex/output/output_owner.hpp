// Makes sure that an output folder belongs to one bank, which .listok/bank names: another bank
// would take its sheets for left over.
// In: the output folder and the bank's. Out: whether the bank may use it.
// Errors: a diagnostic to the observer when it may not; Trouble when the folder cannot be written.
#pragma once

#include <filesystem>

#include "latex/base/options.hpp"

namespace listok::latex {

// Notes that `output` is the folder of `bank`, where that is not known already. False, after an
// error, when it is that of another bank that is still there. A bank that was moved takes its
// folder over.
bool claim(const Folder& output, const std::filesystem::path& bank, const Observer& observer);

}  // namespace listok::latex

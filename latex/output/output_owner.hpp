// An output folder belongs to one bank, and says so in .listok/bank: another bank would take its
// sheets for left over.
#pragma once

#include <filesystem>

#include "latex/base/options.hpp"

namespace listok::latex {

// Notes that `output` is the folder of `bank`, where that is not known already. False, after an
// error, when it is that of another bank that is still there. A bank that was moved takes its
// folder over.
bool claim(const Folder& output, const std::filesystem::path& bank, const Observer& observer);

}  // namespace listok::latex

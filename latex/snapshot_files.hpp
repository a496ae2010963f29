// Which files a snapshot of a build names.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "emitter/model.hpp"
#include "latex/build.hpp"
#include "latex/plan.hpp"
#include "latex/sheet.hpp"
#include "latex/snapshot.hpp"

namespace listok::latex {

// What was read of the bank, and the folders in which files may have come or gone.
std::set<std::string> sources_of(const emitter::Bank& bank, const std::vector<Sheet>& sheets);

// What was written, and what it was made with.
std::set<std::string> results_of(const BuildOptions& options, const std::vector<Sheet>& sheets,
                                 const Records& records);

// The items of which nothing has changed since the last flawless build of the same kind, when nothing
// but other items has: their sheets are up to date, and need not be looked at. None when in doubt.
std::set<const emitter::Item*> settled_items(const emitter::Bank& bank, const BuildOptions& options,
                                             const Comparison& comparison);

// Stands for the ids of all items and their numbers.
std::string order_of(const emitter::Bank& bank);

// Stands for everything else that decides what a build of the bank in `folder` does.
std::string snapshot_key(const std::filesystem::path& folder, const BuildOptions& options);

}  // namespace listok::latex

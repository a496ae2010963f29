// Which files a snapshot of a build names, and what it tells.
#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "emitter/model.hpp"
#include "latex/build.hpp"
#include "latex/plan.hpp"
#include "latex/sheet.hpp"
#include "latex/snapshot.hpp"

namespace listok::latex {

// The ids of the items that have changed, when it seems that nothing but items has; nothing when in
// doubt.
std::optional<std::set<std::string>> changed_items(const std::filesystem::path& folder,
                                                   const Comparison& comparison);

// The items of which nothing has changed since the last flawless build of the same kind, when nothing
// but other items has: their sheets are up to date, and need not be looked at. None when in doubt.
std::set<const emitter::Item*> settled_items(const emitter::Bank& bank, const BuildOptions& options,
                                             const Comparison& comparison);

// Keeps a snapshot after a flawless build, unless somebody has worked on the files meanwhile.
// `last`: what settled sheets were settled by.
void remember(const emitter::Bank& bank, const BuildOptions& options,
              const std::vector<Sheet>& sheets, const Records& records, const Comparison& last,
              std::size_t tweaked);

// Stands for everything else that decides what a build of the bank in `folder` does.
std::string snapshot_key(const std::filesystem::path& folder, const BuildOptions& options);

}  // namespace listok::latex

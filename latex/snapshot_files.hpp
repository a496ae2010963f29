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

namespace listok::latex {

// What was read of the bank, and the folders in which files may have come or gone.
std::set<std::string> sources_of(const emitter::Bank& bank, const std::vector<Sheet>& sheets);

// What was written, and what it was made with.
std::set<std::string> results_of(const BuildOptions& options, const std::vector<Sheet>& sheets,
                                 const Records& records);

// Stands for everything else that decides what a build of the bank in `folder` does.
std::string snapshot_key(const std::filesystem::path& folder, const BuildOptions& options);

}  // namespace listok::latex

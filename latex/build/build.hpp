// Makes the sheets of a bank in its output folder. The one place that knows the order of the steps.
// In: a bank or its folder, and what is asked. Out: counts of sheets; PDFs and .tex files on the
// disk.
// Errors: what is wrong with content goes to the observer; Trouble when the machine lacks
// something.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>

#include "emitter/model/model.hpp"
#include "latex/base/options.hpp"

namespace listok::latex {

// Writes only the class and the .tex files, and packs them if an archive is asked for; needs no TeX.
// `made` counts them.
BuildResult emit_sources(emitter::Bank bank, const BuildOptions& options, const Observer& observer,
                         std::stop_token stop);

// Looks at a bank that was read, and completes what is asked of it. What it throws, `build` does.
using Acceptance = std::function<void(emitter::Bank&, BuildOptions&)>;

// Reads the bank in `folder` and makes what is stale. When nothing has changed since the last time,
// it says what was said then. One build at a time works in a folder, but for shards. A PDF that
// cannot be made leaves the old one in place. Nothing when the bank cannot be worked with, for
// reasons that were reported to the observer. Throws Trouble when the machine lacks something.
std::optional<BuildResult> build(const std::filesystem::path& folder, const Acceptance& accept,
                                 const BuildOptions& options, const Observer& observer,
                                 std::stop_token stop);

}  // namespace listok::latex

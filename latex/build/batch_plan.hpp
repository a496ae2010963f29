// Decides which sheets are set in one run of the engine.
#pragma once

#include <vector>

#include "latex/base/options.hpp"
#include "latex/build/sheet.hpp"
#include "latex/engine/scheduler.hpp"

namespace listok::latex {

using Numbers = std::vector<std::size_t>;  // of sheets, from 0

// Sheets of one folder, preamble and edition can share a run. So many batches that all workers have
// work to do, the long ones first. `max_size`: no sheet gets a size above it, in pt; 0: no limit.
std::vector<QueuedBatch> batches_of(const std::vector<Sheet>& sheets, const Numbers& numbers,
                                    const BuildOptions& options, double max_size);

}  // namespace listok::latex

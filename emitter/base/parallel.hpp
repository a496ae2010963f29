// Work on many things at a time.
#pragma once

#include <cstddef>
#include <functional>

namespace listok::emitter {

// Calls `work` with every number below `count`, in no order, from a thread for each core. What it
// throws is thrown again when all threads have ended.
void in_parallel(std::size_t count, const std::function<void(std::size_t)>& work);

}  // namespace listok::emitter

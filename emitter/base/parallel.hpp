// Does the same work on many things, on all cores.
// In: a count, and a function that gets each number below it. Out: nothing.
// Errors: one of the exceptions that the function has thrown is thrown again at the end.
#pragma once

#include <cstddef>
#include <functional>

namespace listok::emitter {

// Calls `work` with every number below `count`, in no order, from a thread for each core. What it
// throws is thrown again when all threads have ended.
void in_parallel(std::size_t count, const std::function<void(std::size_t)>& work);

}  // namespace listok::emitter

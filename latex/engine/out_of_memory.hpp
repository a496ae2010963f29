// Decides who is at fault when a program ran out of memory.
#pragma once

#include <string_view>

#include "latex/system/process.hpp"

namespace listok::latex {

// True when a program ended because it got no memory, as its end or `said`, the last that it wrote
// on its terminal, shows. Pure.
bool is_out_of_memory(const ProcessResult& ended, std::string_view said);

// Throws Trouble when a program ended so and cannot have had `enough` bytes: then the machine lacks
// memory, or whoever started listok has set a limit. Who had enough is at fault itself. `task` is
// what it was at, for the message: "xelatex was setting sheets".
void require_memory(const ProcessResult& ended, std::string_view said, std::size_t enough,
                    std::string_view task);

}  // namespace listok::latex

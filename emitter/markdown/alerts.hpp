// Names the quotations that begin with `[!NOTE]`, as GitHub and Obsidian do.
#pragma once

#include <string_view>

#include "emitter/model/model.hpp"

namespace listok::emitter {

// A strong word in `language` for the mark, in English where there is none.
void name_alerts(Blocks& blocks, std::string_view language);

}  // namespace listok::emitter

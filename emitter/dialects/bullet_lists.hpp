// Turns lists whose items begin with "• " or "▪ ", as people paste them, into lists of Markdown.
#pragma once

#include <string_view>

#include "emitter/dialects/rewritten_text.hpp"

namespace listok::emitter {

// "+" for "•" at the beginning of a line (after indentation and "> ") that has words behind it; for
// "▪", "●", "·" and the like where one of them begins two lines of a block.
Edits edit_bullets(std::string_view markdown);

}  // namespace listok::emitter

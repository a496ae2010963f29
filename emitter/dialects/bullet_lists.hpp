// Turns lists whose items begin with "• ", as people paste them, into lists of Markdown.
#pragma once

#include <string_view>

#include "emitter/dialects/rewritten_text.hpp"

namespace listok::emitter {

// "+" for "•" at the beginning of a line (after indentation and "> ") that has words behind it.
Edits edit_bullets(std::string_view markdown);

}  // namespace listok::emitter

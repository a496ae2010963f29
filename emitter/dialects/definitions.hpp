// Definition lists, as PHP Markdown and pandoc have them: a line with a term, and below it lines of
// `: what it means`.
#pragma once

#include <string_view>

#include "emitter/dialects/rewritten_text.hpp"

namespace listok::emitter {

// Each definition becomes an item of a list, so that its paragraphs and lines are read as those of one;
// a letter stands for the `:`, as words are read from the source.
Edits edit_definitions(std::string_view markdown);

}  // namespace listok::emitter

// Knows the mark that a quotation begins with where it is a note or a warning: `[!NOTE]`.
// In: Markdown. Out: the mark, edits. Errors: none.
#pragma once

#include <optional>
#include <string_view>

#include "emitter/dialects/rewritten_text.hpp"

namespace listok::emitter {

constexpr std::size_t longest_callout_title = 100;  // in characters

// `NOTE`, when `words` begin with `[!NOTE]`.
std::optional<std::string_view> callout_mark(std::string_view words);

// A blank line below a title, `> [!note] A title`, so that it is a paragraph. What goes on with a small
// letter is no title.
Edits edit_callout_titles(std::string_view markdown);

}  // namespace listok::emitter

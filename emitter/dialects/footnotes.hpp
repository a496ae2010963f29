// Footnotes: `[^1]` in the text, and `[^1]: where it is said` on a line of its own, which CommonMark takes
// for the address of a link when it is one word.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "emitter/dialects/rewritten_text.hpp"

namespace listok::emitter {

// What notes are called, in one case: `1`, `прим`.
using NoteLabels = std::set<std::string, std::less<>>;

// Each definition becomes an item of a list, so that its paragraphs and lines are read as those of one;
// a letter stands for `[^1]:`, as words are read from the source. Their labels are added to `labels`.
Edits edit_footnotes(std::string_view markdown, NoteLabels& labels);

// The label of the mark `[^1]` that `words` begin with, as written; empty when there is none.
std::string_view note_label_at(std::string_view words);

}  // namespace listok::emitter

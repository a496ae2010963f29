// Finds what a mistyped word was meant to be.
// In: the word, and all words that there are. Out: the nearest of them; empty when none is near.
// Errors: none.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace listok::emitter {

// The candidate nearest to `word` by edit distance, or an empty view when none is near enough to
// be what was meant (more than a third of its letters differ).
std::string_view nearest(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace listok::emitter

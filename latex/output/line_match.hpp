// Finds the lines of a text again in the text that a person has made of it. Pure.
// In: both texts. Out: numbers of lines. Errors: none.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace listok::latex {

// For each line of `after` the number, from 1, of the line of `before` that it is or was; 0: it was
// added. Of lines that were replaced by as many others each is taken for what stood in its place.
std::vector<std::size_t> matching_lines(std::string_view before, std::string_view after);

// What `map` says of each line of the old text, said of those of the new; 0 of what was added. A map
// that says nothing stays empty.
std::vector<std::size_t> carried_over(const std::vector<std::size_t>& map,
                                      const std::vector<std::size_t>& matching);

}  // namespace listok::latex

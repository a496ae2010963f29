// Checks the numbers of items, and the sizes that their sheets may be set in.
// In: the bank, read whole. Out: diagnostics, each at the line of front matter that is meant.
#pragma once

#include "emitter/base/diagnostic.hpp"
#include "emitter/model/model.hpp"

namespace listok::emitter {

// An error where two items have one number, or one item has another in each language.
void check_numbers(const Bank& bank, Diagnostics& found);

// Errors for `pages` that are not the same in all languages that say it.
void check_pages(const Bank& bank, Diagnostics& found);

// An error where min-size <= size <= max-size does not hold, what the bank says included.
void check_sizes(const Bank& bank, const Translation& translation, Diagnostics& found);

}  // namespace listok::emitter

// Gives every item its number, and puts the items in the order of printing.
// In: ids, and the numbers that authors gave. Out: the items sorted, each with a number of its own.
// Errors: none; two items with one number are reported by emitter/check/check.hpp.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "emitter/model/model.hpp"

namespace listok::emitter {

// The number that an id begins with: 7 for "07-attention".
std::optional<unsigned> number_in(std::string_view id);

// The number that the author gave: `number:` of any translation, else the digits of the id.
std::optional<unsigned> given_number(const Item& item);

// Sorts by the numbers given, then by id, and fills in Item::number: the number given, else the
// position in the bank, or the next number where that is taken.
void put_in_order(std::vector<Item>& items);

}  // namespace listok::emitter

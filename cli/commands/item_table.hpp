// Prints the items of a bank as a table for people.
#pragma once

#include <string>
#include <vector>

#include "latex/record/command_json.hpp"

namespace listok::cli {

// A heading and a line an item, in columns, at most `width` columns of a terminal wide as far as
// cutting titles and tags can make them so; ids are never cut. A `!` stands after the languages in
// which an item has an error. No LF at the end.
std::string item_table(const std::vector<latex::ItemLine>& items, std::size_t width);

}  // namespace listok::cli

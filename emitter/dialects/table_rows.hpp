// Makes tables of what GitHub takes for tables, so that every version of md4c reads the same: with
// one dash for a column (`|-|-|`), with long dashes, and right below a line of text.
#pragma once

#include <string_view>

#include "emitter/dialects/rewritten_text.hpp"

namespace listok::emitter {

// Stands for a dash while Markdown is read; refused in the files themselves.
constexpr char dash_mask = '\x1D';

// Hyphens for the dashes of a row below the first with bars, `|—|—|`, which word processors make.
Edits edit_long_delimiters(std::string_view markdown);

// Three dashes for each column that has fewer, as md4c before 0.5 wants them, when the line above has
// as many columns. When it has not, no version shall see a table.
Edits edit_thin_delimiters(std::string_view markdown);

// A blank line above the heading of a table that stands in a paragraph; nothing for a comment that
// fills a line below, which would be a row without words.
Edits edit_table_lines(std::string_view markdown);

}  // namespace listok::emitter

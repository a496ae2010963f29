// Masks a line under the heading of a table that is too short, `|-|-|`, so that every version of
// md4c reads it alike.
#pragma once

#include <string>
#include <string_view>

namespace listok::emitter {

// Stands for a dash while Markdown is read; refused in the files themselves.
constexpr char dash_mask = '\x1D';

// A cell of that line has three characters or more here, as in md4c before 0.5, which takes one
// dash for enough. All offsets stay.
std::string mask_thin_delimiters(std::string_view markdown);

}  // namespace listok::emitter

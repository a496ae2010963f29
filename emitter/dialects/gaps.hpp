// Finds gaps that are to be filled with the pen: runs of underscores that mark no emphasis.
#pragma once

#include <string>
#include <string_view>

#include "emitter/base/source.hpp"

namespace listok::emitter {

// Stands for an underscore of a gap while Markdown is read. No byte of UTF-8, so it is in no file;
// unlike a control character it may stand in an address.
constexpr char gap_mask = '\xFE';

// A gap is a run of two underscores or more that touches no word (`____, 5–____.`, `__/__`), three
// inside a word (`пере___л`), and what is left over of those that would open or close emphasis:
// `20__ г.` beside `__strong__`. All offsets stay.
std::string mask_gaps(std::string markdown);

// Nothing else stands on the line of the gap, which is then a line to write on.
bool fills_line(std::string_view markdown, Span gap);

}  // namespace listok::emitter

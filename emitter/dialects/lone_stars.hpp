// Makes text of stars that stand alone in brackets or quotation marks: `count(*), sum(*)`, `**f(*)**`.
#pragma once

#include <string>

namespace listok::emitter {

// Stands for such a star while Markdown is read. No byte of UTF-8, so it is in no file.
constexpr char star_mask = '\xFC';

// All offsets stay.
std::string mask_lone_stars(std::string markdown);

}  // namespace listok::emitter

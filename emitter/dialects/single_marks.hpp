// Makes text of marks that mark nothing by themselves: single tildes, `H~2~O`, `20~30`, of which two
// strike out, and stars alone in brackets or quotation marks, `count(*), sum(*)`, `**f(*)**`.
#pragma once

#include <string>

namespace listok::emitter {

// What stands for them while Markdown is read. No bytes of UTF-8, so they are in no file; unlike control
// characters they may stand in an address.
constexpr char tilde_mask = '\xFF';
constexpr char star_mask = '\xFC';

// All offsets stay.
std::string mask_single_tildes(std::string markdown);
std::string mask_lone_stars(std::string markdown);

}  // namespace listok::emitter

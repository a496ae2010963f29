// Makes text of single tildes: `H~2~O`, `20~30`. Two strike out.
#pragma once

#include <string>

namespace listok::emitter {

// Stands for a tilde while Markdown is read. No byte of UTF-8, so it is in no file; unlike a control
// character it may stand in an address.
constexpr char tilde_mask = '\xFF';

// All offsets stay.
std::string mask_single_tildes(std::string markdown);

}  // namespace listok::emitter

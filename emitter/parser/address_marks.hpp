// Makes text of the underscores in addresses: `https://x.org/_a_/b`.
#pragma once

#include <string>

namespace listok::emitter {

// Stands for an underscore in an address while Markdown is read. No byte of UTF-8, so it is in no
// file, and it may stand in an address itself.
constexpr char underscore_mask = '\xFD';

// All offsets stay. An underscore that ends an address may end emphasis as well, and stays a mark.
std::string mask_addresses(std::string markdown);

}  // namespace listok::emitter

// What names an address in the Markdown may mean for a file of the bank.
// In: an address as written. Out: names of files. Errors: none.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace listok::emitter {

// As written, without what begins with `?` or `#`, and with `%20` decoded; each once, the likeliest
// first. A code that stands for no harmless text is not decoded.
std::vector<std::string> names_meant(std::string_view address);

}  // namespace listok::emitter

// Says how the commands of formulas are written that the class does not know by their names.
#pragma once

#include <string>
#include <string_view>

namespace listok::emitter {

// What is written for the command `name`, given without its backslash: `\operatorname{tg}` for "tg".
std::string spelling_of(std::string_view name);

}  // namespace listok::emitter

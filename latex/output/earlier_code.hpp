// Blocks of code as earlier versions of listok wrote them, each line an argument of \codeline.
// In: .tex text. Out: the same with the lines as they are, in sheetcode. Errors: none; a block with
// something else in it stays.
#pragma once

#include <string>
#include <string_view>

namespace listok::latex {

std::string with_code_as_written(std::string_view tex);

}  // namespace listok::latex

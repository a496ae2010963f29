// The LaTeX class and package, carried in the program, to be written next to the sheets.
// Out: names and whole texts. Errors: none.
#pragma once

#include <array>
#include <string_view>

namespace listok::latex {

struct ClassFile {
  std::string_view name;
  std::string_view text;
};

std::array<ClassFile, 2> class_files();

}  // namespace listok::latex

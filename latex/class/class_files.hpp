// The LaTeX class and package, as they are written next to the sheets.
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

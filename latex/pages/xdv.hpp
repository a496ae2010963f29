// Lists the fonts that the engine's output, an extended DVI file, uses. Pure.
// In: the bytes of an .xdv. Out: names of font files. Errors: none; empty for any other file.
//
// Source: "The DVI driver standard, level 0" and xdvipdfmx's handling of version 7 of the
// extension.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace listok::latex {

// The files of the native fonts that `xdv` uses, sorted; fonts of TeX (.tfm) are left out. Empty
// when it is no such file.
std::vector<std::string> font_files(std::string_view xdv);

}  // namespace listok::latex

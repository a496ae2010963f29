// Writes listok-bank.sty: what listok.yaml says of all sheets of a folder, so that the .tex of a sheet
// holds nothing that another item or the look can change.
// In: a bank, and the language of the folder, of two the first. Out: LaTeX text. Errors: none; what
// cannot be printed was told when listok.yaml was read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "emitter/tex/emit.hpp"

namespace listok::emitter {

// The whole file.
std::string emit_bank_style(const Bank& bank, std::string_view language);

// That of it which a sheet of `edition` shows, but for its number. Null: the full sheet.
std::string bank_style_of(const Bank& bank, std::string_view language, const Edition* edition);

// The pictures that it names.
std::vector<ImageFile> images_of_look(const Bank& bank);

}  // namespace listok::emitter

// Counts the letters that a sheet, as listok writes it, must show on its page. Pure.
// In: the .tex. Out: a count of letters and digits. Errors: none.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace listok::latex {

// How many letters and digits (emitter/text/letters.hpp) the page of `tex`, a file in the
// vocabulary of docs/latex.md, must show at least: those of its words, without options, addresses,
// pictures, formulas and symbols. `shown` are the keys of the sections that are shown; empty: all.
std::size_t letters_of(std::string_view tex, const std::vector<std::string>& shown);

}  // namespace listok::latex

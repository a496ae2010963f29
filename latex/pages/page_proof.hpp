// Counts what a page shows, read from the engine's output: it proves that no word was lost. Pure.
// In: the bytes of an .xdv. Out: counts for each page. Errors: nothing for a file that is not
// whole.
//
// Source: "The DVI driver standard, level 0", and xdvipdfmx's reading of version 7 of its
// extension.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace listok::latex {

struct PageProof {
  std::size_t letters = 0;    // letters and digits of text: see emitter/text/letters.hpp
  std::size_t glyphs = 0;     // all that is printed of fonts, formulas and symbols too
  std::size_t off_paper = 0;  // those of them that do not begin on the paper, or a point next to it

  PageProof& operator+=(const PageProof& other);  // of two pages of a sheet

  bool operator==(const PageProof&) const = default;
};

// One for each page of `xdv`; nothing when it is not whole. Of glyphs that are turned or scaled (a
// picture by hand) the place is not judged.
std::optional<std::vector<PageProof>> prove_pages(std::string_view xdv);

}  // namespace listok::latex

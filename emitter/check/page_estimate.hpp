// Estimates how long an item is, without setting it.
// In: an item, and the sizes of the page in pt. Out: lengths in pages, or in lines too many.
// Errors: none.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "emitter/model/model.hpp"

namespace listok::emitter {

// How many pages the sheet of `translation` may have.
unsigned pages_of(const Page& page, const Translation& translation);

struct PageEstimate {
  double least = 0;   // pages: no ordinary text of this length needs fewer
  double likely = 0;  // pages
};

// At the smallest size that `translation` may be set in. Of images and of the space around blocks
// nothing is known, and nothing counted.
PageEstimate estimate_pages(const Page& page, const Translation& translation);

// What a sheet shows: the sections of an edition, one language or two side by side.
struct Shown {
  std::vector<std::string> sections;  // keys; empty: all
  bool bilingual = false;
};

// How many lines a sheet has too many.
struct Excess {
  std::size_t lines = 0;
  double size = 0;     // pt, the smallest that the sheet may have
  unsigned pages = 1;  // that it may have
};

// Nothing where the sheet may fit, which only the class can tell; else its pages do not hold it: each of
// its lines and letters is counted for less than any face and the class can set it in. Of a
// bilingual sheet `translation` is either.
std::optional<Excess> certain_excess(const Page& page, const Translation& translation,
                                     const Shown& shown);

}  // namespace listok::emitter

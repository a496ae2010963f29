// How long an item is, without setting it.
#pragma once

#include "emitter/model.hpp"

namespace listok::emitter {

struct PageEstimate {
  double least = 0;   // pages: no ordinary text of this length needs fewer
  double likely = 0;  // pages
};

// At the smallest size that `translation` may be set in. Of images and of the space around blocks
// nothing is known, and nothing counted.
PageEstimate estimate_pages(const Page& page, const Translation& translation);

}  // namespace listok::emitter

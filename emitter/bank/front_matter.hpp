// Reads the front matter of an item.
// In: the text of a Markdown file. Out: what it says, and where the Markdown begins.
// Errors: diagnostics for keys and values that are not known.
#pragma once

#include <cstddef>

#include "emitter/base/diagnostic.hpp"
#include "emitter/model/model.hpp"

namespace listok::emitter {

// Reads the front matter that `source` may begin with ("---" lines around YAML) into `into`.
// Returns the byte offset at which the Markdown begins.
std::size_t read_front_matter(const Source& source, Translation& into, Diagnostics& diagnostics);

}  // namespace listok::emitter

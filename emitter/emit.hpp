// Item -> LaTeX text.
#pragma once

#include <string>
#include <vector>

#include "emitter/model.hpp"

namespace listok::emitter {

// `from`, relative to the bank's folder, must lie beside the .tex under the name `to`: the same
// name, unless it has characters that TeX or a shell would take for something else.
struct ImageFile {
  std::string from;
  std::string to;

  bool operator==(const ImageFile&) const = default;
};

struct Emitted {
  std::string tex;                    // the whole file; the same item gives the same bytes
  std::vector<std::size_t> line_map;  // [tex line - 1] = Markdown line (from 1), 0 = none
  std::vector<ImageFile> images;      // each once, in the order of the text
  Diagnostics diagnostics;            // formulas that are refused, characters that no face has
};

// The .tex of `item` in the language of `translation`, as described in docs/latex.md.
Emitted emit(const Bank& bank, const Item& item, const Translation& translation);

}  // namespace listok::emitter

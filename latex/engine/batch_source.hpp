// Writes the main file of one run of the engine, and divides sheets into runs. Pure.
// In: .tex texts, counts, sizes in pt. Out: TeX text, or the sizes of chunks.
// Errors: none; a text without \begin{document} has an empty preamble.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace listok::latex {

// The text of a .tex before its \begin{document}, comment lines and blank lines left out: files
// with the same preamble can be set in one run. Nothing that can be set: an empty string.
std::string preamble_of(std::string_view tex);

// The main file of a run over `sheets` files named 1.tex, 2.tex, …, all with this preamble.
struct BatchSource {
  std::string preamble;       // empty: in the format
  std::string class_options;  // "sections={question}": added to those of the preamble
  double max_size = 0;        // pt; no sheet is set larger; 0: as its own options say
  std::string nonce;
  std::size_t sheets = 0;
  bool writes_files = false;  // batch.aux, from which a second run takes what the first found out
  std::vector<std::size_t> first_pages = {};  // of the files, as in Batch
};

std::string batch_source(const BatchSource& batch);

// `count` things in as few chunks of at most `largest` as keep `workers` busy, sizes differing by
// at most one: a chunk under `smallest` does not pay for the start of an engine. Returns the sizes.
std::vector<std::size_t> chunk_sizes(std::size_t count, std::size_t workers, std::size_t smallest,
                                     std::size_t largest);

}  // namespace listok::latex

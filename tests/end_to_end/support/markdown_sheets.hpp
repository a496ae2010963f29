// Markdown -> sheets by the libraries, without the program: for tests of thousands of strings.
#pragma once

#include <string>
#include <vector>

#include "emitter/tex/emit.hpp"
#include "latex/engine/typeset.hpp"

namespace listok::tests {

struct MarkdownSheet {
  std::string tex;
  latex::Metadata metadata;
  emitter::Diagnostics diagnostics;  // of reading and of emitting
};

// `markdown` is an item: `# title`, `## section`, and so on. `size`: pt, of the text, which is set
// no smaller.
MarkdownSheet sheet_of(std::string markdown, const std::string& language, double size = 11);

struct SetSheets : latex::BatchResult {
  std::vector<std::string> pdfs;  // their bytes; empty when there is none
};

// Sets them in one run of the real engine.
SetSheets set(const std::vector<MarkdownSheet>& sheets);

// The output of `pdftotext` with these options; `pdfinfo`.
std::string text_of(const std::string& pdf, std::vector<std::string> options);
std::string info_of(const std::string& pdf);

}  // namespace listok::tests

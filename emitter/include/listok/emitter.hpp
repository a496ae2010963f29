// listok as a library: a bank of questions in Markdown -> the LaTeX text of its sheets.
//
// The one header to include; link with listok::emitter (docs/library.md). It needs no TeX, starts
// no process and writes no file. Text is UTF-8, lines are ended by LF. What is wrong with the
// content is reported by diagnostics, all of it; of the functions here, none throws for content or
// for files that cannot be read. A Bank does not change: several threads may use it at once.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "emitter/base/diagnostic.hpp"  // Diagnostic, its severity and place; only the standard library

namespace listok {

using emitter::Diagnostic;
using emitter::Diagnostics;
using emitter::format_diagnostic;
using emitter::has_errors;
using emitter::Severity;

// A file that must lie next to the .tex under the name `to`, as a PNG, JPEG or PDF as that name says:
// one that ends otherwise has to be converted, if its name does not lie.
struct Picture {
  std::filesystem::path from;
  std::string to;
};

// One item in one language: one page, or two where `pages: 2` allows them.
struct Sheet {
  std::string id;        // the stem of the file, the same in every language: "01-mqa-gqa"
  std::string language;  // "ru", "en"
  std::filesystem::path markdown;
  unsigned number = 0;  // as printed on the page
  std::string title;    // without markup
  std::vector<std::string> tags;
  std::string difficulty;  // "junior", "middle", "senior"; may be empty

  // The whole file as docs/latex.md describes it; the same item gives the same bytes. To be set by
  // xelatex next to listok.cls, unless has_errors(diagnostics).
  std::string tex;
  std::vector<std::size_t> markdown_lines;  // [.tex line - 1] = line of `markdown`; 0: of none
  std::vector<Picture> pictures;
  Diagnostics diagnostics;  // what only emitting shows: formulas, characters without a face
};

class Bank {
 public:
  // Reads listok.yaml in `folder`, and every item.
  explicit Bank(const std::filesystem::path& folder);

  // False: the folder is no bank, or its listok.yaml is so wrong that no item can be read by it.
  bool usable() const;
  // What is wrong with the bank and its items, in the order of files and places.
  const Diagnostics& diagnostics() const;

  std::vector<std::string> languages() const;
  std::vector<std::string> ids() const;  // in the order of printing
  std::string title(std::string_view language) const;

  // Nothing when the bank has no such item in that language, or has it with errors, which
  // diagnostics() reports.
  std::optional<Sheet> sheet(std::string_view id, std::string_view language) const;
  // All there are in a language, in the order of printing.
  std::vector<Sheet> sheets(std::string_view language) const;

 private:
  struct Content;
  std::shared_ptr<const Content> content_;
};

}  // namespace listok

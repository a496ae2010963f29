// Makes the book of a language: a page of contents, and all sheets, in one PDF.
#pragma once

#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "latex/engine/toolchain.hpp"
#include "latex/pages/pdf.hpp"

namespace listok::latex {

// A sheet as it stands in the book.
struct BookSheet {
  std::shared_ptr<const std::string> tex;
  std::string title;
  unsigned number = 0;
};

struct BookSource {
  std::shared_ptr<const std::string> contents;  // the .tex of the page of contents
  std::vector<BookSheet> sheets;
  std::filesystem::path beside;  // the folder of the .tex files
  double max_size = 0;           // pt, as in Batch
  bool by_hand = false;          // as in Batch
  Metadata metadata;
};

struct Book {
  Bound bound;
  std::vector<std::string> fonts;   // the files of all faces of its pages
  std::vector<std::string> inputs;  // as in BatchResult
};

// Sets contents and sheets again, in one run for each preamble so that the book shares its fonts,
// and binds them. Every sheet must have been proven before; what fails now is the fault.
Book make_book(const Toolchain& toolchain, const BookSource& source,
               const std::filesystem::path& scratch, std::stop_token stop);

}  // namespace listok::latex

// Makes a book: its cover if it has one, its contents, and all sheets, in one PDF.
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
  std::size_t pages = 1;  // as it was made
};

struct BookSource {
  std::shared_ptr<const std::string> cover;     // its .tex; null: there is none
  std::shared_ptr<const std::string> contents;  // that of the pages of contents
  std::string heading_of_contents;              // their bookmark
  std::vector<BookSheet> sheets;
  std::filesystem::path beside;  // the folder of the .tex files
  std::string class_options;     // of the edition, as in Batch
  bool two_sided = false;
  double max_size = 0;   // pt, as in Batch
  bool by_hand = false;  // as in Batch
  Metadata metadata;
};

struct Book {
  Bound bound;
  std::vector<std::string> fonts;   // the files of all faces of its pages
  std::vector<std::string> inputs;  // as in BatchResult
};

// The numbers of the pages that sheets of so many pages begin on, counted from the first behind the
// contents, which is a right one. On two sides a sheet of two pages lies on facing ones, a left and a
// right: where it would not, a number is passed over.
std::vector<std::size_t> first_pages(const std::vector<BookSheet>& sheets, bool two_sided);

// Sets cover, contents and sheets again, in one run for each preamble so that the book shares its
// fonts, and binds them. Every sheet must have been proven before; what fails now is the fault.
Book make_book(const Toolchain& toolchain, const BookSource& source,
               const std::filesystem::path& scratch, std::stop_token stop);

}  // namespace listok::latex

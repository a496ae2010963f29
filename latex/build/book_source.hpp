// Gathers what a book is made of, and what it depends on.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "latex/build/book.hpp"
#include "latex/build/sheet.hpp"

namespace listok::latex {

// The sheets that one book is to bind: those whose PDFs are to lie in one folder.
struct WantedBook {
  std::filesystem::path folder;          // "ru", "ru/candidate", "bilingual"
  std::vector<std::size_t> sheets;       // of those that can be made, from 0
  std::set<const emitter::Item*> items;  // of all
};

// In the order of the sheets. `unmade`: of which there will be no PDF.
std::vector<WantedBook> wanted_books(const std::vector<Sheet>& sheets,
                                     const std::vector<Sheet>& unmade);

// The book of `sheets`, at least one, each of its own size and, for all that is known here, of one
// page.
BookSource book_source(const emitter::Bank& bank, const std::vector<const Sheet*>& sheets,
                       const Folder& output);

// Of everything that any of its sheets is made of, and of what it has besides. `of_sheets` are
// those of its sheets, in order.
Dependencies dependencies_of(const BookSource& book, const std::vector<Dependencies>& of_sheets);

}  // namespace listok::latex

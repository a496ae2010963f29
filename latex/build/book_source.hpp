// Gathers what a book is made of, and what it depends on.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "latex/build/book.hpp"
#include "latex/build/sheet.hpp"

namespace listok::latex {

// The book in `language` of `sheets`, each of its own size.
BookSource book_source(const emitter::Bank& bank, const std::string& language,
                       const std::vector<const Sheet*>& sheets, const Folder& output);

// Of everything that any of its sheets is made of, and of what it has besides. `of_sheets` are
// those of its sheets, in order.
Dependencies dependencies_of(const BookSource& book, const std::vector<Dependencies>& of_sheets);

}  // namespace listok::latex

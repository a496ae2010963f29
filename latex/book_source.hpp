// What a book is made of, and of what it depends.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "latex/book.hpp"
#include "latex/sheet.hpp"

namespace listok::latex {

// The book in `language` of `sheets`, each of its own size.
BookSource book_source(const emitter::Bank& bank, const std::string& language,
                       const std::vector<const Sheet*>& sheets, const Folder& output);

// `of_sheet`: of any of its sheets.
Ingredients ingredients_of(const BookSource& book, const Ingredients& of_sheet,
                           const Folder& output);

}  // namespace listok::latex

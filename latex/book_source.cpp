#include "latex/book_source.hpp"

#include <fmt/format.h>

#include "emitter/emit.hpp"

namespace listok::latex {

BookSource book_source(const emitter::Bank& bank, const std::string& language,
                       const std::vector<const Sheet*>& sheets, const Folder& output) {
  BookSource book;
  for (const Sheet* sheet : sheets) {
    book.sheets.push_back({text_of(*sheet), sheet->metadata.title, sheet->item->number});
  }
  book.contents = std::make_shared<const std::string>(emitter::emit_contents(bank, language));
  book.beside = output / language;
  book.metadata = {bank.title.at(language), bank.author, "", language, ""};
  return book;
}

Ingredients ingredients_of(const BookSource& book, const Ingredients& of_sheet,
                           const Folder& output) {
  Hasher sheets("sheets");
  for (const BookSheet& sheet : book.sheets) sheets.add(*sheet.tex);
  return {{Ingredient::sheets, sheets.hash()},
          {Ingredient::contents, hash_of(*book.contents)},
          {Ingredient::class_files, of_sheet[Ingredient::class_files]},
          {Ingredient::local_style, hash_of_local_style(output, book.metadata.language)},
          {Ingredient::preamble, of_sheet[Ingredient::preamble]},
          {Ingredient::engine, of_sheet[Ingredient::engine]},
          {Ingredient::size, hash_of(fmt::format("{}", book.largest))}};
}

}  // namespace listok::latex

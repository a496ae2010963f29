#include "latex/build/book_source.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "emitter/tex/emit.hpp"

namespace listok::latex {

BookSource book_source(const emitter::Bank& bank, const std::string& language,
                       const std::vector<const Sheet*>& sheets, const Folder& output) {
  BookSource book;
  std::vector<const emitter::Item*> items;
  for (const Sheet* sheet : sheets) {
    items.push_back(sheet->item);
    book.by_hand = book.by_hand || sheet->by_hand;
    book.sheets.push_back({text_of(*sheet), sheet->metadata.title, sheet->item->number});
  }
  book.contents =
      std::make_shared<const std::string>(emitter::emit_contents(bank, language, items));
  book.beside = output / language;
  book.metadata = {bank.title.at(language), bank.author, "", language, ""};
  return book;
}

Dependencies dependencies_of(const BookSource& book, const std::vector<Dependencies>& of_sheets) {
  Dependencies all;
  for (std::size_t number = 0; number < dependency_names.size(); ++number) {
    const auto one = static_cast<Dependency>(number);
    const auto has = [&](const Dependencies& sheet) { return !sheet[one].none(); };
    if (std::ranges::none_of(of_sheets, has)) continue;
    Hasher hasher("sheets");
    for (const Dependencies& sheet : of_sheets) hasher.add(hex(sheet[one]));
    all[one] = hasher.hash();
  }
  // What a sheet says is one thing to a book.
  Hasher sheets("a sheet");
  sheets.add(hex(all[Dependency::tex])).add(hex(all[Dependency::metadata]));
  for (const BookSheet& sheet : book.sheets) {
    sheets.add(*sheet.tex).add(sheet.title).add(std::to_string(sheet.number));
  }
  all[Dependency::tex] = {};
  all[Dependency::sheets] = sheets.hash();
  all[Dependency::metadata] = hash_of(book.metadata);
  all[Dependency::contents] = hash_of(*book.contents);
  all[Dependency::size] = hash_of(fmt::format("{}", book.max_size));
  return all;
}

}  // namespace listok::latex

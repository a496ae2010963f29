#include "latex/build/book_source.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "emitter/tex/emit.hpp"

namespace listok::latex {

std::vector<WantedBook> wanted_books(const std::vector<Sheet>& sheets,
                                     const std::vector<Sheet>& unmade) {
  std::vector<WantedBook> books;
  const auto book_of = [&](const Sheet& sheet) -> WantedBook& {
    const std::filesystem::path folder = sheet.pdf.parent_path();
    const auto found = std::ranges::find(books, folder, &WantedBook::folder);
    WantedBook& book = found == books.end() ? books.emplace_back(folder) : *found;
    book.items.insert(sheet.item);
    return book;
  };
  for (std::size_t number = 0; number < sheets.size(); ++number) {
    book_of(sheets[number]).sheets.push_back(number);
  }
  for (const Sheet& sheet : unmade) book_of(sheet);
  return books;
}

BookSource book_source(const emitter::Bank& bank, const std::vector<const Sheet*>& sheets,
                       const Folder& output) {
  BookSource book;
  const Sheet& first = *sheets.front();
  emitter::BookWords words{.language = first.translation->language, .items = {}};
  if (first.second != nullptr) {
    words.second = first.second->language;
  } else {
    words.edition = first.edition;
  }
  for (const Sheet* sheet : sheets) {
    words.items.push_back(sheet->item);
    book.by_hand = book.by_hand || sheet->by_hand;
    book.sheets.push_back({text_of(*sheet), sheet->metadata.title, sheet->item->number});
  }
  book.metadata = {bank.title.at(words.language), bank.author, "", words.language, ""};
  book.heading_of_contents = emitter::heading_of_contents(bank, words).at(words.language);
  if (bank.book.cover) {
    book.cover = std::make_shared<const std::string>(emitter::emit_cover(bank, words));
  }
  book.contents = std::make_shared<const std::string>(emitter::emit_contents(bank, words));
  book.beside = output / first.source->file.parent_path();
  book.class_options = class_options(first.edition);
  book.two_sided = bank.book.two_sided;
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
  all[Dependency::origin] = {};
  all[Dependency::metadata] = hash_of(book.metadata);
  all[Dependency::contents] = hash_of(*book.contents);
  if (book.cover != nullptr || book.two_sided) {
    all[Dependency::binding] = hash_of(
        fmt::format("{} {}", book.two_sided, book.cover == nullptr ? std::string{} : *book.cover));
  }
  all[Dependency::size] = hash_of(fmt::format("{}", book.max_size));
  return all;
}

}  // namespace listok::latex

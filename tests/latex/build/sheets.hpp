// Sheets of a small bank, without the Markdown that they are of.
#pragma once

#include <string>

#include "latex/build/sheet.hpp"

namespace listok::tests {

// A bank of items 01, 02, … in Russian.
inline emitter::Bank bank_of(std::size_t items) {
  emitter::Bank bank;
  bank.languages = {"ru"};
  bank.title = {{"ru", "Банк"}};
  for (std::size_t number = 1; number <= items; ++number) {
    emitter::Item item;
    item.id = (number < 10 ? "0" : "") + std::to_string(number);
    item.number = static_cast<unsigned>(number);
    item.translations.emplace_back();
    item.translations[0].language = "ru";
    item.translations[0].path = "ru/" + item.id + ".md";
    item.translations[0].source =
        std::make_shared<const emitter::Source>("bank/" + item.translations[0].path, "# А\n");
    bank.items.push_back(std::move(item));
  }
  return bank;
}

// The sheet of an item as listok writes it; `words` stand in it.
inline latex::Sheet sheet_of(const emitter::Item& item, const std::string& words = "слова") {
  latex::Sheet sheet;
  sheet.item = &item;
  sheet.translation = &item.translations[0];
  latex::SheetText text;
  text.file = "ru/" + item.id + ".tex";
  text.text =
      "\\documentclass[russian]{listok}\n\\begin{document}\n" + words + "\n\\end{document}\n";
  sheet.source = std::make_shared<const latex::SheetText>(std::move(text));
  sheet.pdf = "ru/" + item.id + ".pdf";
  return sheet;
}

// The same with another text, or another file.
inline void change(latex::Sheet& sheet, const auto& by) {
  latex::SheetText text = *sheet.source;
  by(text);
  sheet.source = std::make_shared<const latex::SheetText>(std::move(text));
}

}  // namespace listok::tests

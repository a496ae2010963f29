// The book of all items of a language that have no error.
#pragma once

#include "emitter/tex/emit.hpp"

namespace listok::tests {

inline emitter::BookWords all_in(const emitter::Bank& bank, std::string_view language) {
  emitter::BookWords book{.language = std::string(language), .items = {}};
  for (const emitter::Item& item : bank.items) {
    const emitter::Translation* translation = item.in(language);
    if (translation != nullptr && !translation->broken) book.items.push_back(&item);
  }
  return book;
}

}  // namespace listok::tests

// Writes the .tex of a sheet, and of the cover and the contents of a book.
// In: a bank, an item and its translation. Out: LaTeX text, and of which Markdown line each line
// is.
// Errors: diagnostics, for formulas that are refused and characters that no face has.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "emitter/model/model.hpp"

namespace listok::emitter {

// `from`, relative to the bank's folder, must lie next to the .tex under the name `to`: the same
// name, unless it has characters that TeX or a shell would take for something else.
struct ImageFile {
  std::string from;
  std::string to;

  bool operator==(const ImageFile&) const = default;
};

struct Emitted {
  std::string tex;                    // the whole file; the same item gives the same bytes
  std::vector<std::size_t> line_map;  // [tex line - 1] = Markdown line (from 1), 0 = none
  // [tex line - 1] = the translation of the item whose line that is; empty: there is only one.
  std::vector<std::size_t> file_map;
  std::vector<ImageFile> images;  // each once, in the order of the text
  Diagnostics diagnostics;        // formulas that are refused, characters that no face has
};

// The .tex of `item` in the language of `translation`, as described in docs/latex.md.
Emitted emit(const Bank& bank, const Item& item, const Translation& translation);

// The .tex of a sheet with two translations of `item` side by side, a row for each section. A
// section that one of them lacks stands empty there. What is wrong with a translation is told again
// as `emit` tells it.
Emitted emit_bilingual(const Bank& bank, const Item& item, const Translation& one,
                       const Translation& two);
// The first two: the item has both.
Emitted emit_bilingual(const Bank& bank, const Item& item);

// What a book binds.
struct BookWords {
  std::string language;
  std::string second = {};           // of a book of bilingual sheets; empty: it is in one language
  std::vector<const Item*> items;    // that are written in these, and have no error
  const Edition* edition = nullptr;  // null: the full sheets, or both languages
};

// What heads the contents of a book: its title, or behind a cover, which has the title, what they are
// in the languages that have a word for it.
Words heading_of_contents(const Bank& bank, const BookWords& book);
// The .tex of the pages of contents of a book.
std::string emit_contents(const Bank& bank, const BookWords& book);
// That of its cover.
std::string emit_cover(const Bank& bank, const BookWords& book);

// A document that sets the sheets of these items, whose .tex lie beside it, one after another; its
// preamble is that of theirs.
std::string emit_all_sheets(const Bank& bank, std::string_view language,
                            const std::vector<const Item*>& items);

}  // namespace listok::emitter

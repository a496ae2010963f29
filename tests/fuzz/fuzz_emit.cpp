// A whole item -> its .tex, by itself and next to itself on a bilingual sheet. It holds the
// vocabulary of docs/latex.md, all words of the item in their order and nothing else.
#include <algorithm>
#include <cstdint>
#include <string_view>

#include "emitter/tex/emit.hpp"
#include "tests/fuzz/diagnostics.hpp"
#include "tests/fuzz/item_text.hpp"
#include "tests/fuzz/require.hpp"
#include "tests/fuzz/sheet_reader.hpp"
#include "tests/fuzz/words.hpp"
#include "tests/whole_book.hpp"

using namespace listok::emitter;
using listok::fuzz::require;

namespace {

Bank any_headings() {
  Bank bank;
  bank.languages = {"ru", "en"};
  for (const std::string& language : bank.languages) {
    bank.title[language] = "100% {\\input} — ^^5c_→";
  }
  return bank;
}

// Whether `made` is a sheet with the words of `translation`, each section `times` times.
void inspect(const Emitted& made, const Translation& translation, std::size_t times) {
  const auto lines = static_cast<std::size_t>(std::ranges::count(made.tex, '\n'));
  require(made.line_map.size() == lines, "a line map of other lines", made.tex);
  const std::size_t last = translation.source->place(translation.source->text().size()).line;
  for (const std::size_t line : made.line_map) {
    require(line <= last, "a line behind the end of the Markdown", made.tex);
  }
  listok::fuzz::inspect(made.diagnostics, *translation.source);
  // A sheet is set only from an item without errors.
  if (has_errors(made.diagnostics)) return;
  const auto sheet = listok::fuzz::read_sheet(made.tex);
  require(sheet.trouble.empty(), sheet.trouble, made.tex);
  const std::string words = listok::fuzz::words_of(translation, times);
  require(sheet.words == words, "other words than the item's",
          words + "\n" + sheet.words + "\n" + made.tex);
}

void inspect_book(const Bank& bank, const Translation& translation) {
  const BookWords book = listok::tests::all_in(bank, translation.language);
  for (const std::string& tex : {emit_contents(bank, book), emit_cover(bank, book)}) {
    const auto page = listok::fuzz::read_sheet(tex);
    require(page.trouble.empty(), page.trouble, tex);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Bank empty = any_headings();
  const auto read =
      listok::fuzz::read_item_text(empty, {reinterpret_cast<const char*>(data), size});
  if (!read) return 0;
  const Translation& one = read->translation;
  const Item item{.id = "01-item", .number = 1, .translations = {one, one}};
  const Emitted made = emit(empty, item, one);
  const Emitted again = emit(empty, item, one);
  require(made.tex == again.tex && made.line_map == again.line_map, "two texts of one item");
  if (has_errors(read->diagnostics)) return 0;
  inspect(made, one, 1);
  const Emitted both = emit_bilingual(empty, item);
  require(both.file_map.size() == both.line_map.size(), "a file map of other lines", both.tex);
  inspect(both, one, 2);
  if (has_errors(made.diagnostics)) return 0;
  Bank bank = empty;
  bank.items.push_back(item);
  inspect_book(bank, one);
  return 0;
}

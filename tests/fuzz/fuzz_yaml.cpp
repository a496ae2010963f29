// listok.yaml and front matter of any kind. Values that pass without an error are within their
// limits, and a sheet made with them is within the vocabulary.
#include <algorithm>
#include <cstdint>
#include <string_view>

#include "emitter/bank/front_matter.hpp"
#include "emitter/base/text_check.hpp"
#include "emitter/config/config.hpp"
#include "emitter/model/languages.hpp"
#include "emitter/tex/emit.hpp"
#include "emitter/text/text.hpp"
#include "tests/fuzz/diagnostics.hpp"
#include "tests/fuzz/require.hpp"
#include "tests/fuzz/sheet_reader.hpp"

using namespace listok::emitter;
using listok::fuzz::require;

namespace {

bool is_folder_name(std::string_view name) {
  return !name.empty() && name.front() != '-' &&
         name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == name.npos;
}

void inspect(const Page& page) {
  require(page.size >= 1 && page.size < 1000 && page.min_size >= 1, "a size of no letters");
  require(page.pages == 1 || page.pages == 2, "pages that no sheet has");
  require(page.min_size <= page.size, "sizes out of order");
  require(page.max_size == 0 || page.max_size >= page.size, "sizes out of order");
}

void inspect(const Bank& bank) {
  require(!bank.languages.empty(), "a bank without a language");
  for (const std::string& language : bank.languages) {
    require(std::ranges::count(supported_languages(), language) == 1, "an unknown language");
    require(std::ranges::count(bank.languages, language) == 1, "a language twice");
    for (const SectionKind& kind : bank.sections) {
      require(kind.titles.contains(language), "a section without a title", kind.key);
    }
  }
  for (const Edition& edition : bank.editions) {
    require(is_folder_name(edition.name), "an edition that names no folder", edition.name);
  }
  inspect(bank.page);
}

void emit_with(const Bank& bank, Translation translation) {
  translation.language = bank.languages.front();
  translation.path = translation.language + "/01-item.md";
  translation.title = {{Text{"T"}, {}}};
  const Item item{.id = "01-item", .number = 1, .translations = {}};
  const Emitted made = emit(bank, item, translation);
  if (has_errors(made.diagnostics)) return;
  const auto sheet = listok::fuzz::read_sheet(made.tex);
  require(sheet.trouble.empty(), sheet.trouble, made.tex);
  require(sheet.words == "T", "words that nobody wrote", sheet.words);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  const auto source = std::make_shared<const Source>("listok.yaml", text);
  if (has_errors(check_text(*source))) return 0;

  const ReadBank read = read_bank_config(source, {{"ru", "en"}, "Банк"});
  listok::fuzz::inspect(read.diagnostics, *source);
  Translation translation;
  translation.source = source;
  if (!has_errors(read.diagnostics)) {
    require(read.usable, "unusable without an error");
    inspect(read.bank);
    emit_with(read.bank, translation);
  }

  Diagnostics found;
  const std::size_t begin = read_front_matter(*source, translation, found);
  require(begin <= text.size(), "the Markdown begins behind the end");
  listok::fuzz::inspect(found, *source);
  Bank english;
  english.languages = {"en"};
  if (!has_errors(found)) emit_with(english, translation);
  return 0;
}

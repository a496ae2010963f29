// The emitter as a library: what <listok/emitter.hpp> promises.
#include <boost/test/unit_test.hpp>
#include <listok/emitter.hpp>

#include "emitter/bank/load.hpp"
#include "emitter/tex/emit.hpp"

namespace fs = std::filesystem;

namespace {

const fs::path shipped = fs::path(LISTOK_CONTENT) / "llm-interview";

}  // namespace

BOOST_AUTO_TEST_SUITE(library)

BOOST_AUTO_TEST_CASE(a_bank_gives_the_sheets_that_emit_gives) {
  const listok::Bank bank(shipped);
  const auto loaded = listok::emitter::load(shipped);
  BOOST_TEST(bank.usable());
  BOOST_TEST(bank.diagnostics().empty());
  BOOST_TEST(bank.title("en") == "Questions about LLMs");
  BOOST_TEST(bank.title("de") == "");
  BOOST_REQUIRE(bank.languages() == loaded.bank->languages);
  for (const std::string& language : bank.languages()) {
    const auto sheets = bank.sheets(language);
    BOOST_REQUIRE(sheets.size() == loaded.bank->items.size());
    for (std::size_t i = 0; i < sheets.size(); ++i) {
      const auto& item = loaded.bank->items[i];
      const auto emitted = listok::emitter::emit(*loaded.bank, item, *item.in(language));
      BOOST_TEST(sheets[i].id == item.id);
      BOOST_TEST(sheets[i].tex == emitted.tex);
      BOOST_TEST(sheets[i].markdown_lines == emitted.line_map, boost::test_tools::per_element());
      BOOST_TEST(fs::exists(sheets[i].markdown));
    }
  }
}

BOOST_AUTO_TEST_CASE(a_sheet_says_what_it_is_of) {
  const auto sheet = listok::Bank(shipped).sheet("01-mqa-gqa", "en").value();
  BOOST_TEST(sheet.language == "en");
  BOOST_TEST(sheet.markdown == shipped / "en/01-mqa-gqa.md");
  BOOST_TEST(sheet.number == 1U);
  BOOST_TEST(sheet.title == "MQA / GQA & the KV cache");
  BOOST_TEST(!sheet.tags.empty());
  BOOST_TEST(!sheet.difficulty.empty());
  BOOST_TEST(!has_errors(sheet.diagnostics));
}

BOOST_AUTO_TEST_CASE(pictures_are_files_that_are_there) {
  const fs::path folder = fs::path(LISTOK_CONTENT) / "sampler";
  const auto sheet = listok::Bank(folder).sheet("01-elements", "en").value();
  BOOST_REQUIRE(!sheet.pictures.empty());
  for (const listok::Picture& picture : sheet.pictures) {
    BOOST_TEST(fs::is_regular_file(picture.from), picture.from);
    BOOST_TEST(sheet.tex.find("{" + picture.to + "}") != std::string::npos);
  }
}

BOOST_AUTO_TEST_CASE(what_is_not_there) {
  const listok::Bank bank(shipped);
  BOOST_TEST(!bank.sheet("01-mqa-gqa", "de"));
  BOOST_TEST(!bank.sheet("99-none", "en"));
  BOOST_TEST(bank.sheets("de").empty());

  const listok::Bank none(shipped / "ru");
  BOOST_TEST(!none.usable());
  BOOST_TEST(has_errors(none.diagnostics()));
  BOOST_TEST(none.languages().empty());
  BOOST_TEST(none.ids().empty());
  BOOST_TEST(none.sheets("ru").empty());
}

BOOST_AUTO_TEST_SUITE_END()

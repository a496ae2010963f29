// The shipped bank, from Markdown to sheets, with the real engine.
#include <boost/test/unit_test.hpp>
#include <set>

#include "tests/end_to_end/support/program.hpp"
#include "tests/end_to_end/support/words.hpp"

using namespace listok::tests;

namespace {

struct BuiltBank : Program {
  BuiltBank() { built = listok({"build", LISTOK_BANK, "--color", "never"}); }
  Ran built;
};

struct Sheets {
  static BuiltBank& shared() {  // built once for all the cases that only look at it
    static BuiltBank bank;
    return bank;
  }
  BuiltBank& bank = shared();

  std::vector<std::string> pdfs() const {
    std::vector<std::string> all = bank.files("out", ".pdf");
    BOOST_TEST_REQUIRE(all.size() == 30U, bank.built.output);
    return all;
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(shipped_bank, Sheets)

BOOST_AUTO_TEST_CASE(thirty_sheets_and_not_a_word_of_complaint) {
  BOOST_TEST(bank.built.status == 0);
  BOOST_TEST(contains(bank.built.output, "out: 30 sheets made ("), bank.built.output);
  pdfs();
  BOOST_TEST(bank.files("out", ".tex").size() == 60U);  // and as many bases
  BOOST_TEST(!contains(bank.built.output, "warning"), bank.built.output);
}

BOOST_AUTO_TEST_CASE(every_pdf_is_one_sound_a4_page_with_its_fonts) {
  for (const std::string& pdf : pdfs()) {
    const std::string file = (bank.path / "out" / pdf).string();
    const Ran check = bank.tool("qpdf", {"--check", file});
    BOOST_TEST(check.status == 0, check.output);
    const Ran info = bank.tool("pdfinfo", {file});
    BOOST_TEST(contains(info.output, "Pages:           1\n"), info.output);
    BOOST_TEST(contains(info.output, "(A4)"), info.output);
    const Ran fonts = bank.tool("pdffonts", {file});
    BOOST_TEST(contains(fonts.output, "yes"), fonts.output);
    BOOST_TEST(!contains(fonts.output, " no  "), pdf << ": " << fonts.output);
  }
}

BOOST_AUTO_TEST_CASE(every_pdf_knows_its_title_and_language) {
  for (const std::string& pdf : pdfs()) {
    const std::string file = (bank.path / "out" / pdf).string();
    const std::string markdown =
        bank.read(fs::path(LISTOK_BANK) / (pdf.substr(0, pdf.size() - 4) + ".md"));
    const std::string title = lines_of_markdown(markdown).front();
    BOOST_TEST(contains(bank.tool("pdfinfo", {file}).output, title + "\n"), pdf);
    const Ran json = bank.tool("qpdf", {"--json", "--json-key=qpdf", file});
    BOOST_TEST(contains(json.output, "\"/Lang\": \"u:" + pdf.substr(0, 2) + "\""), pdf);
  }
}

BOOST_AUTO_TEST_CASE(every_word_can_be_copied_out) {
  for (const std::string& pdf : pdfs()) {
    const std::string markdown =
        bank.read(fs::path(LISTOK_BANK) / (pdf.substr(0, pdf.size() - 4) + ".md"));
    const Ran text = bank.tool("pdftotext", {(bank.path / "out" / pdf).string(), "-"});
    const auto missing = lines_missing(lines_of_markdown(markdown), text.output);
    BOOST_TEST(missing.empty(), pdf << " lacks: " << (missing.empty() ? "" : missing.front())
                                    << "\n"
                                    << text.output);
  }
}

BOOST_AUTO_TEST_CASE(a_second_run_makes_nothing) {
  const std::string before = bank.read("out/.listok/record.jsonl");
  const Ran again = bank.listok({"build", LISTOK_BANK});
  BOOST_TEST(again.status == 0);
  BOOST_TEST(contains(again.output, "out: 0 sheets made, 30 up to date"), again.output);
  BOOST_TEST((bank.read("out/.listok/record.jsonl") == before));
}

BOOST_AUTO_TEST_CASE(xelatex_by_hand_makes_the_same_page) {
  for (const std::string name : {"ru/01-mqa-gqa", "en/05-kv-memory"}) {
    Program hand;
    const fs::path folder = bank.path / "out" / fs::path(name).parent_path();
    const std::string stem = fs::path(name).filename().string();
    fs::copy(folder, hand.path / "hand", fs::copy_options::recursive);
    hand.folder = hand.path / "hand";
    const Ran run = hand.tool("xelatex", {"-interaction=nonstopmode", stem + ".tex"});
    BOOST_TEST(run.status == 0, run.output);
    const std::string ours = (folder / (stem + ".pdf")).string();
    hand.tool("pdftoppm", {"-r", "60", stem + ".pdf", "by-hand"});
    hand.tool("pdftoppm", {"-r", "60", ours, "ours"});
    BOOST_TEST((hand.read("hand/by-hand-1.ppm") == hand.read("hand/ours-1.ppm")), name);
  }
}

BOOST_AUTO_TEST_CASE(the_report_has_a_line_for_every_sheet) {
  const std::string report = bank.read("out/report.json");
  BOOST_TEST(count(report, "\"pdf\":") == 30U);
  BOOST_TEST(count(report, "\"size\":11,") == 30U, report);  // all at the base size
  BOOST_TEST(count(report, "\"warnings\":[]") == 30U, report);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(reproducible, Program)

BOOST_AUTO_TEST_CASE(the_same_date_gives_the_same_bytes_in_any_folder) {
  environment["SOURCE_DATE_EPOCH"] = "1760000000";
  BOOST_TEST(listok({"build", LISTOK_BANK, "-o", "one"}).status == 0);
  BOOST_TEST(listok({"build", LISTOK_BANK, "-o", "deeper/down/two", "-j", "1"}).status == 0);
  const auto pdfs = files("one", ".pdf");
  BOOST_TEST(pdfs.size() == 30U);
  for (const std::string& pdf : pdfs) {
    BOOST_TEST((read(fs::path("one") / pdf) == read(fs::path("deeper/down/two") / pdf)), pdf);
  }
}

BOOST_AUTO_TEST_SUITE_END()

#include "latex/build/stale_outputs.hpp"

#include <boost/test/unit_test.hpp>

#include "latex/output/tex_files.hpp"
#include "tests/latex/build/sheets.hpp"
#include "tests/scratch.hpp"

using namespace listok;
using namespace listok::latex;
using listok::tests::bank_of;
using listok::tests::Scratch;
namespace fs = std::filesystem;

namespace {

// An output folder with the sheets of items that the bank has no more.
struct Leftovers : Scratch {
  Leftovers() { options.output = Folder(path); }

  void make(const std::string& name) {
    PendingWrites writes(path);
    const fs::path tex = name + ".tex";
    update_source(path, tex, read_texts(path, tex, "generated"), false, writes);
    writes.flush();
    make_pdf(name + ".pdf");
  }
  void make_pdf(const std::string& pdf) {
    write_file(path / pdf, "%PDF");
    Record record;
    record.content = hash_of("%PDF");
    record.stamp = options.output.stamp(pdf).value();
    records[pdf] = record;
  }

  // What is said, and what is forgotten behind `!`.
  std::string clear(const emitter::Bank& bank) {
    std::string said;
    Observer observer;
    observer.diagnostic = [&](const emitter::Diagnostic& one) {
      said += one.message + (one.hint.empty() ? "" : " (" + one.hint + ")") + "\n";
    };
    for (const std::string& pdf : clear_leftovers(bank, options, records, observer)) {
      said += "!" + pdf + "\n";
    }
    return said;
  }

  bool has(const char* name) const { return fs::exists(fs::symlink_status(path / name)); }

  BuildOptions options;
  Records records;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(stale_outputs, Leftovers)

BOOST_AUTO_TEST_CASE(what_is_as_it_was_made_goes) {
  for (const char* name : {"ru/01", "ru/07", "bilingual/07"}) make(name);
  make_pdf("ru/candidate/07.pdf");
  make_pdf("ru/book.pdf");
  BOOST_TEST(clear(bank_of(1)) ==
             "the item of `bilingual/07` is gone; removed `bilingual/07.tex`, `bilingual/07.pdf`\n"
             "the item of `ru/07` is gone; removed `ru/07.tex`, `ru/07.pdf`, "
             "`ru/candidate/07.pdf`\n"
             "!bilingual/07.tex\n!bilingual/07.pdf\n!ru/07.tex\n!ru/07.pdf\n"
             "!ru/candidate/07.pdf\n");
  for (const char* name : {"ru/07.tex", "ru/07.pdf", "ru/candidate/07.pdf", "bilingual/07.pdf"}) {
    BOOST_TEST(!has(name), name);
  }
  for (const char* name : {"ru/01.tex", "ru/01.pdf", "ru/book.pdf"}) BOOST_TEST(has(name), name);
  BOOST_TEST(based_sheets(path).size() == 1U);
}

BOOST_AUTO_TEST_CASE(what_was_made_beside_a_pdf_goes_with_it) {
  for (const char* name : {"ru/07", "ru/08", "ru/09"}) {
    make(name);
    write_file(path / (std::string(name) + ".synctex.gz"), "packed");
  }
  records["ru/07.pdf"].synctex = hash_of("packed");
  records["ru/08.pdf"].synctex = hash_of("what another has replaced");
  fs::remove(path / "ru/07.pdf");
  BOOST_TEST(
      clear(bank_of(1))
          .starts_with("the item of `ru/07` is gone; removed `ru/07.tex`, `ru/07.synctex.gz`\n"));
  BOOST_TEST((!has("ru/07.synctex.gz") && has("ru/08.synctex.gz") && has("ru/09.synctex.gz")));
}

BOOST_AUTO_TEST_CASE(a_pdf_that_somebody_changed_stays) {
  make("ru/07");
  write_file(path / "ru/07.pdf", "%PDF with notes");
  BOOST_TEST(clear(bank_of(1)) ==
             "the item of `ru/07` is gone; removed `ru/07.tex`; kept `ru/07.pdf` (what was kept "
             "has been changed by hand; delete it if it is of no use)\n!ru/07.tex\n!ru/07.pdf\n");
  BOOST_TEST((has("ru/07.pdf") && !has("ru/07.tex")));
}

BOOST_AUTO_TEST_CASE(an_edited_sheet_stays_with_its_pdf) {
  make("ru/07");
  write_file(path / "ru/07.tex", "mine");
  BOOST_TEST(clear(bank_of(1)) == "");  // `prepare` tells of it
  BOOST_TEST((has("ru/07.tex") && has("ru/07.pdf")));
  BOOST_TEST(based_sheets(path).size() == 1U);
}

BOOST_AUTO_TEST_CASE(what_listok_did_not_make_is_not_touched) {
  make("ru/07");
  write_file(path / "ru/08.tex", "of nobody");
  write_file(path / "ru/08.pdf", "of nobody");
  fs::remove(path / "ru/07.pdf");
  fs::create_symlink("08.pdf", path / "ru/07.pdf");  // somebody has put a link in its place
  BOOST_TEST(clear(bank_of(1)) == "the item of `ru/07` is gone; removed `ru/07.tex`\n!ru/07.tex\n");
  for (const char* name : {"ru/07.pdf", "ru/08.tex", "ru/08.pdf"}) BOOST_TEST(has(name), name);
}

BOOST_AUTO_TEST_CASE(what_is_gone_itself_is_forgotten_without_a_word) {
  make("ru/07");
  fs::remove_all(path / "ru");
  BOOST_TEST(clear(bank_of(1)) == "");
  BOOST_TEST(based_sheets(path).empty());
}

BOOST_AUTO_TEST_SUITE_END()

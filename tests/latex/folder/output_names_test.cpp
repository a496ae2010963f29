#include "latex/folder/output_names.hpp"

#include <boost/test/unit_test.hpp>

using namespace listok::latex;

BOOST_AUTO_TEST_SUITE(output_names)

BOOST_AUTO_TEST_CASE(which_names_listok_makes) {
  const struct {
    const char* name;
    bool source, pdf;
  } rows[] = {
      {"ru/01-mqa.tex", true, false},
      {"bilingual/очередь.tex", true, false},
      {"ru/01-mqa.pdf", false, true},
      {"ru/candidate/01-mqa.pdf", false, true},
      {"ru/question+answer+grid/01.pdf", false, true},
      {"ru/book.pdf", false, true},
      {"bilingual/01.pdf", false, true},
      {"", false, false},
      {"ru", false, false},
      {"01.tex", false, false},
      {"xx/01.tex", false, false},
      {"ru/candidate/01.tex", false, false},
      {"ru/a/b/01.pdf", false, false},
      {"ru/Candidate/01.pdf", false, false},
      {"ru/candidate/book.pdf", false, true},
      {"ru/Candidate/book.pdf", false, false},
      {"ru/book.tex", false, false},
      {"ru/.tex", false, false},
      {"ru/.01.pdf", false, false},
      {"ru/a b.pdf", false, false},
      {"ru/01.png", false, false},
      {"ru/01.pdf/", false, false},
      {"ru/../01.pdf", false, false},
      {"../ru/01.pdf", false, false},
      {"/ru/01.pdf", false, false},
  };
  for (const auto& [name, source, pdf] : rows) {
    BOOST_TEST(is_source_name(name) == source, name);
    BOOST_TEST(is_pdf_name(name) == pdf, name);
  }
  for (const char* folder : {"ru", "en", "bilingual"}) BOOST_TEST(is_sheet_folder(folder));
  for (const char* folder : {"", ".", "..", "xx", "RU", ".listok"}) {
    BOOST_TEST(!is_sheet_folder(folder), folder);
  }
}

BOOST_AUTO_TEST_CASE(beside_a_pdf) {
  BOOST_TEST(synctex_name("ru/candidate/01-a.b.pdf") == "ru/candidate/01-a.b.synctex.gz");
}

BOOST_AUTO_TEST_SUITE_END()

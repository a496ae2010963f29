#include "latex/build/locate.hpp"

#include <boost/test/unit_test.hpp>

#include <memory>

using namespace listok::latex;

BOOST_AUTO_TEST_SUITE(locating)

// TeX reports it at the end of the file; the author wants to know where it began.
BOOST_AUTO_TEST_CASE(what_has_no_end_is_told_where_it_begins) {
  const std::string tex =
      "\\begin{document}\n"
      "A \\textbf{open} door.\n"
      "See \\textbf{open What\n"
      "is it?\n"
      "\\def\\x#1{Now or\n"
      "never.\n"
      "An \\emph{open\n"
      "door.\n"
      "\\strong{%\n"
      "both ways, or \\stronger{both ways}\n";
  struct Row {
    const char* text;
    const char* runaway;
    std::size_t line;
  };
  const Row rows[] = {
      {"File ended while scanning use of \\textbf .", "{open What is it? \\end {sheet} ", 3},
      {"File ended while scanning use of \\@inner .", "{open What is it? ", 3},
      {"File ended while scanning definition of \\x.", "#1->Now or never. ", 5},
      {"File ended while scanning use of \\textbf .", "{open", 0},  // it may be either
      {"File ended while scanning use of \\emph .", "{open door. ", 7},
      {"File ended while scanning use of \\strong .", "{both ways \\end {sheet}", 9},
      {"File ended while scanning use of \\textbf .", "{elsewhere", 0},
      {"File ended while scanning use of \\textbf .", "", 0},
      {"File ended while scanning use of \\textbf .", "   ", 0},
  };
  Sheet sheet;
  sheet.source = std::make_shared<const SheetText>(SheetText{"en/1.tex", tex, true, {}, {}, {}});
  for (const Row& row : rows) {
    TexMessage message;
    message.text = row.text;
    message.runaway = row.runaway;
    const auto diagnostic = locate(sheet, message, "out");
    BOOST_TEST(diagnostic.file == "out/en/1.tex");
    BOOST_TEST(diagnostic.line == row.line, row.runaway << ": " << diagnostic.line);
  }
}

BOOST_AUTO_TEST_CASE(an_error_in_another_file_is_told_there) {
  Sheet sheet;
  sheet.source =
      std::make_shared<const SheetText>(SheetText{"en/1.tex", "text\n", true, {}, {}, {}});
  struct Row {
    const char* file;
    unsigned sheet;
    const char* place;
    const char* said;
  };
  const Row rows[] = {
      {"./listok-local.sty", 0, "out/en/listok-local.sty", "a file is missing"},
      {"./macros.inc", 1, "out/en/macros.inc",
       "a file is missing: File `x' not found, read by `out/en/1.tex`"},
      {"./parts/our macros.inc", 0, "out/en/parts/our macros.inc", "a file is missing"},
      {"/usr/share/a.sty", 0, "/usr/share/a.sty", "a file is missing"},
      {"./listok.cls", 0, "out/en/1.tex", "a file is missing"},  // ours: not the author's to mend
      {"./batch.tex", 0, "out/en/1.tex", "a file is missing"},
  };
  for (const Row& row : rows) {
    TexMessage message;
    message.text = "LaTeX Error: File `x' not found.";
    message.file = row.file;
    message.sheet = row.sheet;
    message.line = 3;
    message.source_line = "\\input{x}";
    const auto diagnostic = locate(sheet, message, "out");
    BOOST_TEST(diagnostic.file == row.place);
    BOOST_TEST(diagnostic.message.starts_with(row.said), diagnostic.message);
    const bool placed = std::string(row.place) != "out/en/1.tex";
    BOOST_TEST(diagnostic.line == (placed ? 3U : 0U));
    BOOST_TEST(diagnostic.source_line == (placed ? "\\input{x}" : ""));
  }
}

BOOST_AUTO_TEST_CASE(what_is_wrong_in_a_line_is_underlined) {
  Sheet sheet;
  sheet.source = std::make_shared<const SheetText>(
      SheetText{"en/1.tex", "one\nснег ☃ и \\foo здесь\n", true, {}, {}, {}});
  struct Row {
    const char* text;
    const char* context;
    std::size_t column, length;
  };
  const Row rows[] = {
      {"Missing character: There is no ☃ (U+2603) in font PT Serif!", "", 6, 1},
      {"Missing character: There is no ☂ (U+2602) in font PT Serif!", "", 0, 1},
      {"Undefined control sequence.", "снег ☃ и \\foo", 10, 4},
      {"Undefined control sequence.", "\\hidden", 0, 1},  // of a macro
      {"Missing $ inserted.", "снег", 0, 1},
  };
  for (const Row& row : rows) {
    TexMessage message;
    message.text = row.text;
    message.context = row.context;
    message.in_sheet = true;
    message.line = 2;
    const auto diagnostic = locate(sheet, message, "out");
    BOOST_TEST(diagnostic.line == 2U);
    BOOST_TEST(diagnostic.column == row.column, row.text << ": " << diagnostic.column);
    BOOST_TEST(diagnostic.length == row.length, row.text);
  }
}

BOOST_AUTO_TEST_CASE(what_is_left_out_is_counted) {
  Sheet sheet;
  sheet.source = std::make_shared<const SheetText>(SheetText{"en/1.tex", "", true, {}, {}, {}});
  TexMessage message;
  message.kind = TexMessage::Kind::more;
  message.line = 12;
  const auto diagnostic = locate(sheet, message, "out");
  BOOST_TEST((diagnostic.severity == listok::emitter::Severity::note));
  BOOST_TEST(diagnostic.message == "and 12 more of this sheet");
  BOOST_TEST(diagnostic.line == 0U);
}

BOOST_AUTO_TEST_SUITE_END()

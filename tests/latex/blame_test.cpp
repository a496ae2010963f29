#include "latex/blame.hpp"

#include <boost/test/unit_test.hpp>

#include <memory>

using namespace listok::latex;

BOOST_AUTO_TEST_SUITE(blaming)

// TeX tells of it at the end of the file; the author wants to know where it began.
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
    const auto diagnostic = blame(sheet, message, "out");
    BOOST_TEST(diagnostic.file == "out/en/1.tex");
    BOOST_TEST(diagnostic.line == row.line, row.runaway << ": " << diagnostic.line);
  }
}

BOOST_AUTO_TEST_SUITE_END()

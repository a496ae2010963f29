#include "latex/log/tex_errors.hpp"

#include <boost/test/unit_test.hpp>

using namespace listok::latex;

namespace {

TexMessage error(std::string text, std::string context = {}) {
  TexMessage message;
  message.text = std::move(text);
  message.context = std::move(context);
  return message;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(messages)

BOOST_AUTO_TEST_CASE(plain_words) {
  struct Row {
    TexMessage said;
    const char* code;
    const char* message;
  };
  const Row rows[] = {
      {error("Undefined control sequence.", "see \\foo"), "tex-undefined",
       "`\\foo` is not a command that is known here"},
      {error("Undefined control sequence.", "{see \\foo}"), "tex-undefined",
       "`\\foo` is not a command that is known here"},
      {error("Missing $ inserted.", "n_"), "tex-math",
       "something here belongs in a formula (`n_`)"},
      {error("Missing character: There is no ☃ (U+2603) in font PT Serif!"), "missing-glyph",
       "no face of the class has a character: There is no ☃ (U+2603) in font PT Serif!"},
      {error("Extra alignment tab has been changed to \\cr."), "tex-table",
       "this row has more cells than the table has columns"},
      {error("LaTeX Error: Environment sheetbox undefined."), "tex-environment",
       "an environment that is not known: Environment sheetbox undefined"},
      {error("LaTeX Error: \\verb ended by end of line."), "tex", "\\verb ended by end of line."},
      {error("Missing $ inserted."), "tex-math", "a formula ends at a blank line without its `$`"},
      {error("Missing number, treated as zero."), "tex-number", "a number is missing"},
      {error("Missing number, treated as zero.", "\\vskip x"), "tex-number",
       "a number is missing before `x`"},
      {error("Missing } inserted."), "tex-brace", "a `}` is missing"},
      {error("Undefined control sequence."), "tex-undefined", "a command that is not known here"},
      {error("Incomplete \\iffalse; all text was ignored after line 9."), "tex-if",
       "an `\\if…` without its `\\fi`"},
      {error("Class listok Error: There is no paper `a3'."), "class", "There is no paper `a3'"},
      {error("Class listok Error: There is no language `german'."), "class",
       "there is no language `german'"},
      {error("Package listok Error: There is no key `nmber' of a sheet."), "class",
       "there is no key `nmber' of a sheet"},
      {error("Something nobody has seen before."), "tex", "Something nobody has seen before."},
  };
  for (const Row& row : rows) {
    const PlainWords words = in_plain_words(row.said);
    BOOST_TEST(words.code == row.code);
    BOOST_TEST(words.message == row.message);
  }
}

BOOST_AUTO_TEST_CASE(what_leaves_the_paper_is_more_than_a_blemish) {
  TexMessage box{TexMessage::Kind::overfull, 1, true, 3, "Overfull box", {}, 12.3};
  BOOST_TEST(in_plain_words(box).code == "overfull");
  BOOST_TEST(in_plain_words(box).message == "a line sticks out of the margin by 12.3 pt");
  box.excess = 120;
  BOOST_TEST(in_plain_words(box).code == "off-paper");
}

BOOST_AUTO_TEST_CASE(a_cell_is_named_by_its_row) {
  TexMessage cell{TexMessage::Kind::overfull, 1, true, 3, "Wide cell", {}, 12.3};
  cell.cell = 2;
  cell.room = 9;
  struct Row {
    unsigned row;
    const char* message;
  };
  const Row rows[] = {
      {1, "cell 2 in the head of the table sticks out of its column by 12 pt"},
      {2, "cell 2 in row 1 of the table sticks out of its column by 12 pt"},
      {8, "cell 2 in row 7 of the table sticks out of its column by 12 pt"},
  };
  for (const Row& row : rows) {
    cell.row = row.row;
    BOOST_TEST(in_plain_words(cell).code == "wide-cell");
    BOOST_TEST(in_plain_words(cell).message == row.message);
  }
  BOOST_TEST(loses_text(cell));  // it covers the next
  cell.room = 45;
  BOOST_TEST(!loses_text(cell));
}

BOOST_AUTO_TEST_CASE(the_marks_tell_it_better) {
  BOOST_TEST(is_fit(error("Class listok Error: The sheet `a' is 3 lines too long at 8.5 pt.")));
  BOOST_TEST(!is_fit(error("Class listok Error: There is no paper `a3'.")));
}

BOOST_AUTO_TEST_CASE(braces_in_what_tex_said_are_harmless) {
  BOOST_TEST(in_plain_words(error("You can't use `{}{0}' in {mode}.")).message ==
             "this cannot stand here: You can't use `{}{0}' in {mode}");
}

BOOST_AUTO_TEST_CASE(what_is_missing_on_the_machine) {
  BOOST_TEST(missing_package("Package fontspec Error: The font \"PT Serif\" cannot be found.") ==
             "fonts-paratype");
  BOOST_TEST(missing_package("LaTeX Error: File `fontspec.sty' not found.") == "texlive-xetex");
  BOOST_TEST(missing_package("Undefined control sequence.") == "");
}

BOOST_AUTO_TEST_SUITE_END()

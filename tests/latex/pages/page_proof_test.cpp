#include "latex/pages/page_proof.hpp"

#include <boost/test/unit_test.hpp>
#include <cstdint>

#include "latex/pages/expected_letters.hpp"

using namespace listok::latex;

namespace {

constexpr std::int64_t pt = 65536;

// An extended DVI file, written command by command.
struct Xdv {
  std::string bytes;

  Xdv() {
    number(247, 1).number(7, 1);
    for (int unit = 0; unit < 3; ++unit) number(0, 4);
    number(0, 1);
  }
  Xdv& number(std::int64_t value, int size) {
    for (int shift = 8 * (size - 1); shift >= 0; shift -= 8) {
      bytes += static_cast<char>(value >> shift & 0xFF);
    }
    return *this;
  }
  Xdv& special(const std::string& text) {
    number(239, 1).number(static_cast<std::int64_t>(text.size()), 1);
    bytes += text;
    return *this;
  }
  Xdv& page(const std::string& size = "pdf:pagesize width 600.0pt height 800.5pt") {
    number(139, 1);
    for (int counter = 0; counter < 11; ++counter) number(0, 4);
    return size.empty() ? *this : special(size);
  }
  Xdv& end() { return number(140, 1); }
  Xdv& right(std::int64_t distance) { return number(146, 1).number(distance, 4); }
  Xdv& down(std::int64_t distance) { return number(160, 1).number(distance, 4); }
  // A word of ASCII, ten points a letter.
  Xdv& word(const std::string& text) {
    const auto length = static_cast<std::int64_t>(text.size());
    number(254, 1).number(length, 2);
    for (const char c : text) number(c, 2);
    return glyphs(length);
  }
  Xdv& formula() { return number(253, 1).glyphs(1); }
  Xdv& glyphs(std::int64_t count) {
    number(10 * pt * count, 4).number(count, 2);
    for (std::int64_t glyph = 0; glyph < count; ++glyph) number(10 * pt * glyph, 4).number(0, 4);
    for (std::int64_t glyph = 0; glyph < count; ++glyph) number(glyph, 2);
    return *this;
  }
  std::optional<std::vector<PageProof>> proven() const { return prove_pages(bytes + '\xF8'); }
};

void check_page(const Xdv& xdv, PageProof wanted) {
  const auto pages = xdv.proven();
  BOOST_REQUIRE(pages.has_value());
  BOOST_REQUIRE(pages->size() == 1U);
  BOOST_TEST(pages->front().letters == wanted.letters);
  BOOST_TEST(pages->front().glyphs == wanted.glyphs);
  BOOST_TEST(pages->front().off_paper == wanted.off_paper);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(page_proof)

BOOST_AUTO_TEST_CASE(letters_and_glyphs_are_counted) {
  check_page(Xdv().page().word("Q&A, 2").formula().end(), {3, 7, 0});
  const auto pages = Xdv().page().word("a").end().page().word("bc").end().proven();
  BOOST_REQUIRE(pages.has_value());
  BOOST_TEST(pages->at(0).letters == 1U);
  BOOST_TEST(pages->at(1).letters == 2U);
}

// An inch is added on both sides: there the origin is.
BOOST_AUTO_TEST_CASE(what_lies_beside_the_paper) {
  check_page(Xdv().page().right(500 * pt).word("abcd").end(), {4, 4, 1});
  check_page(Xdv().page().right(-72 * pt).word("abcd").end(), {4, 4, 0});
  check_page(Xdv().page().right(-74 * pt).word("abcd").end(), {4, 4, 1});
  check_page(Xdv().page().down(728 * pt).word("abcd").end(), {4, 4, 0});
  check_page(Xdv().page().down(731 * pt).word("abcd").end(), {4, 4, 4});
  check_page(Xdv().page().down(-75 * pt).word("abcd").end(), {4, 4, 4});
  // Once round: TeX would say that it is at the top of the page again.
  check_page(Xdv().page().down(32000 * pt).down(32000 * pt).down(1536 * pt).word("a").end(),
             {1, 1, 1});
}

BOOST_AUTO_TEST_CASE(places_are_kept_and_come_back) {
  check_page(Xdv().page().number(141, 1).down(900 * pt).number(142, 1).word("a").end(), {1, 1, 0});
  // y1 down by 100, then y0 eight times
  Xdv xdv;
  xdv.page().number(164, 1).number(100 * pt, 3);
  for (int step = 0; step < 8; ++step) xdv.word("a").number(161, 1);
  check_page(xdv.end(), {8, 8, 1});
}

BOOST_AUTO_TEST_CASE(what_is_turned_or_scaled_is_not_judged) {
  check_page(Xdv()
                 .page()
                 .special("x:gsave")
                 .right(900 * pt)
                 .word("a")
                 .special("x:grestore")
                 .word("b")
                 .end(),
             {2, 2, 1});
  check_page(Xdv()
                 .page()
                 .special("pdf:btrans scale 0.5")
                 .down(900 * pt)
                 .word("a")
                 .special("pdf:etrans")
                 .end(),
             {1, 1, 0});
  check_page(Xdv().page().special("pdf:code q").down(900 * pt).word("a").end(), {1, 1, 0});
  check_page(Xdv().page().special("color push gray .36").down(900 * pt).word("a").end(), {1, 1, 1});
  check_page(Xdv().page("").down(900 * pt).word("a").end(), {1, 1, 0});  // of no known size
}

BOOST_AUTO_TEST_CASE(fonts_of_tex_are_passed_over) {
  Xdv xdv;
  xdv.page().number(243, 1).number(5, 1);  // its number
  for (int word = 0; word < 3; ++word) xdv.number(0, 4);
  xdv.number(0, 1).number(5, 1);
  xdv.bytes += "cmr10";
  check_page(xdv.number(128, 1).number(200, 1).number(133, 1).number(201, 1).word("a").end(),
             {1, 3, 0});
}

// Of a font of TeX, whose letters are of an unknown width.
BOOST_AUTO_TEST_CASE(a_letter_of_another_font_hides_where_the_next_ones_are) {
  check_page(Xdv().page().number('a', 1).right(900 * pt).word("b").end(), {1, 2, 0});
  check_page(Xdv().page().right(900 * pt).number('a', 1).end(), {0, 1, 1});
  check_page(
      Xdv().page().number(141, 1).number('a', 1).number(142, 1).right(900 * pt).word("b").end(),
      {1, 2, 1});
}

BOOST_AUTO_TEST_CASE(what_is_not_whole_proves_nothing) {
  const Xdv whole = Xdv().page().word("abc").end();
  BOOST_TEST(whole.proven().has_value());
  for (std::size_t size = 0; size <= whole.bytes.size(); ++size) {
    BOOST_TEST(!prove_pages(whole.bytes.substr(0, size)).has_value(), size);
  }
  BOOST_TEST(!Xdv().page().word("a").proven().has_value());
  BOOST_TEST(!Xdv().page().page().end().proven().has_value());
  BOOST_TEST(!Xdv().end().proven().has_value());
  BOOST_TEST(!Xdv().page().number(142, 1).end().proven().has_value());  // pops nothing
  BOOST_TEST(!Xdv().page().number(250, 1).end().proven().has_value());
}

BOOST_AUTO_TEST_CASE(the_letters_of_a_sheet) {
  struct Row {
    const char* tex;
    std::size_t letters;
  };
  const Row rows[] = {
      {"Зачем K/V-кэш 2?", 11},
      {"a\\,b \\emph{cd} \\textbf{e}\\strike{f} \\code{g\\_h}", 8},
      {"a \\textbackslash{} \\& b", 2},
      {"x $a_{12}$ y \\[z = \\text{no}\\] w", 3},
      {"a $\\text{costs \\$5}$ b", 2},
      {"\\sym{αβ} a \\weblink{https://a.b}{words} b", 2},
      {"\\picture[caption={A plan}, alt={b}]{plan.png} c", 1},
      {"\\begin{enumerate}[start=3]\\item one\\item two\\end{enumerate}", 6},
      {"a\\footnote{bc} \\item[\\ticked{}] d \\item[{ef}] g", 7},
      {"a\\sharednote{ru1}{bc} d\\sharednote{ru2}{e} f\\sharednote{ru1}{bc}", 6},
      {"\\begin{codeblock}{python}\n\\codeline[4]{return x}\n\\end{codeblock}", 7},
      {"\\begin{sheetcode}{python}\n    x{[%$ \\a\n    \\end{sheetcode}b", 3},
      {"a \\gap{12} b\\newline\n\\gapline\n c", 3},
      {"\\begin{sheettable}{lrcX}a & b\\tabularnewline\\end{sheettable}", 2},
      {"a % b\nc \\% d", 3},
      {"\\begin{sheetsection}[key=answer]{An answer} b\\end{sheetsection}", 9},
      {"\\begin{sheetsection}[key=question]{Head} b\\end{sheetsection} c", 1},
  };
  for (const Row& row : rows) {
    const std::string tex = "\\documentclass[english]{listok}\n\\begin{document}\n" +
                            std::string(row.tex) + "\n\\end{document}\n";
    BOOST_TEST(letters_of(tex, {"answer", "key-points"}) == row.letters, row.tex);
  }
  BOOST_TEST(letters_of("\\begin{document}\\begin{sheet}[id=a, footer={Q · 1/2}]{One} two", {}) ==
             6U);
  BOOST_TEST(letters_of("\\begin{document}\\begin{sheetsection}[key=question]{Head} b", {}) == 5U);
  for (const char* cut :
       {"\\", "\\begin{document}\\", "\\begin{document}\\sym{", "\\begin{document}$",
        "\\begin{document}\\[", "\\begin{document}\\begin{sheet}[a={"}) {
    BOOST_TEST(letters_of(cut, {}) == 0U);
  }
}

BOOST_AUTO_TEST_SUITE_END()

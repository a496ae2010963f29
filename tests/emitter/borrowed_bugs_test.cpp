// What went wrong in other writers of LaTeX, as it was reported to them: here it does not.
#include <boost/test/unit_test.hpp>

#include "emitter/markdown/markdown.hpp"
#include "emitter/tex/emit.hpp"
#include "tests/emitter/structure.hpp"

using namespace listok::emitter;

namespace {

struct Bug {
  std::string_view reported;  // repository and number of the issue or pull request
  std::string_view markdown;
  std::string_view expected;  // stands in the .tex
  std::string_view wrong;     // does not; empty: `expected` says it all
};

// clang-format off
constexpr Bug bugs[] = {
    // characters of TeX
    {"jgm/pandoc#233", "\\\\ \\$ % ^ & \\_ ~ { }",
     "\\textbackslash{} \\$ \\% \\textasciicircum{} \\& \\_ \\textasciitilde{} \\{ \\}", ""},
    {"jgm/pandoc#1637", "text (_\\n_ more text)", "text (\\emph{\\textbackslash{}n} more text)", "\\n "},
    {"jgm/pandoc#2790", "a \\thingslashchar in it", "a~\\textbackslash{}thingslashchar in it",
     "\\thingslashchar"},
    {"jgm/pandoc#6595", "> HKEY_LOCAL_MACHINE\\SOFTWARE\\RealVNC",
     "HKEY\\_LOCAL\\_MACHINE\\textbackslash{}SOFTWARE\\textbackslash{}RealVNC", "\\SOFTWARE"},
    {"miyuchina/mistletoe#112", "a 50% off sale", "a~50\\% off sale", "50% "},
    {"miyuchina/mistletoe#93", "snake_case_name", "snake\\_case\\_name", "e_c"},
    {"doxygen/doxygen#1355", "file **ppl_c.h**", "\\textbf{ppl\\_c.h}", "l_c"},
    {"doxygen/doxygen#6224", "- `argument_underline:` (char \\*)", "\\code{argument\\_underline:} (char *)",
     "t_u"},
    {"doxygen/doxygen#5427", "### FT_EDS", "\\subheading{FT\\_EDS}", "T_E"},
    {"doxygen/doxygen#1253", "DECLARE_VERSION_DLL@!\"", "DECLARE\\_VERSION\\_DLL@!\\textquotedbl{}", ""},
    {"JuliaLang/julia#19757", "`some_code`", "\\code{some\\_code}", "e_c"},
    {"gettalong/kramdown#681", "&lt;span&gt;x", "<span>x", "\\textless"},
    {"jgm/pandoc#849", "`t1 <|> t2`", "\\code{t1 <|> t2}", "\\textbar"},
    {"openframeworks/ofBook#69", "*code `sin(t % 6283)` or `a!`*",
     "\\emph{code \\code{sin(t \\% 6283)} or \\code{a!}}", "t % "},
    // quotes and ligatures
    {"sphinx-doc/sphinx#6890", "'test' \"test\" test--test---test...",
     "\\textquotesingle{}test\\textquotesingle{} \\textquotedbl{}test\\textquotedbl{}\n"
     "    test\\mbox{-}-test\\mbox{-}\\mbox{-}-test...", "--"},
    {"sphinx-doc/sphinx#6886", "\"versions\" `'version'`",
     "\\textquotedbl{}versions\\textquotedbl{} \\code{\\textquotesingle{}version\\textquotesingle{}}", "\""},
    {"sphinx-doc/sphinx#636", "```\nprint 'bla'\n```",
     "\\codeline{print \\textquotesingle{}bla\\textquotesingle{}}", "'"},
    {"sphinx-doc/sphinx#961", "`'''`", "\\code{\\textquotesingle{}\\textquotesingle{}\\textquotesingle{}}",
     "''"},
    {"jgm/pandoc#3121", "`` `How are you?` ``",
     "\\code{\\textasciigrave{}How are you?\\textasciigrave{}}", "?`"},
    {"jgm/pandoc#1164", "„Hallo!“", "„Hallo!“", "`"},
    {"jgm/pandoc#4695", "„Was?“ – „Das!“", "„Was?“~– „Das!“", "`"},
    {"jgm/pandoc#10610", "?‘‘ ?‘“", "?‘‘ ?‘“", "`"},
    {"jgm/pandoc#4152", "\"abc\" “abc” „abc“ de", "\\textquotedbl{}abc\\textquotedbl{} “abc” „abc“ de", "``"},
    {"jgm/pandoc#4712", "A, 'Y 'do' Z?' Foo.'",
     "Z?\\textquotesingle{}\n    Foo.\\textquotesingle{}", "{}Foo"},
    {"commonmark/cmark#182", "a -- b \\-\\-- c", "a~\\mbox{-}- b \\mbox{-}\\mbox{-}- c", "\\-"},
    {"fletcher/MultiMarkdown-4#65", "keynote-gradient", "keynote-gradient", "-{}"},
    {"objectionary/eolang.sty#139", "`--`", "\\code{-{}-}", "--"},
    // addresses
    {"jgm/pandoc#2377", "<http://a.org/?PID=PPN345_0013|log48>",
     "\\weblink{http://a.org/?PID=PPN345\\_0013\\%7Clog48}{http://a.org/?PID=PPN345\\_0013|log48}",
     "\\textbar"},
    {"jgm/pandoc#576", "- [site](http://www.netlabs.org/#broken)",
     "\\weblink{http://www.netlabs.org/\\#broken}{site}", "/#"},
    {"jgm/pandoc#309", "[John](http://www.site.com/~john)",
     "\\weblink{http://www.site.com/\\textasciitilde{}john}{John}", "\\sim"},
    {"jgm/pandoc#98", "[example](<http://example.com/a space>)",
     "\\weblink{http://example.com/a\\%20space}{example}", "a%20"},
    {"jgm/pandoc#9043", "[**T**](https://a.de/%E7schmid/~x/)",
     "\\weblink{https://a.de/\\%E7schmid/\\textasciitilde{}x/}{\\textbf{T}}", "/%"},
    {"fletcher/peg-multimarkdown#119", "### [a](http://a.org/?q=%3B)",
     "\\subheading{\\weblink{http://a.org/?q=\\%3B}{a}}", "=%"},
    {"fletcher/MultiMarkdown-6#124", "[& link](http://example.com/&foo=bar_)",
     "\\weblink{http://example.com/\\&foo=bar\\_}{\\& link}", "/&"},
    {"miyuchina/mistletoe#190", "[a](<http://a.org/?q={a:1,b:2}\\\\>)",
     "\\weblink{http://a.org/?q=\\%7Ba:1,b:2\\%7D\\%5C}{a}", "{a:"},
    {"gettalong/kramdown#67", "<https://www.math.bgu.ac.il/~amyekut/course_page.html>",
     "{https://www.math.bgu.ac.il/\\textasciitilde{}amyekut/course\\_page.html}", "\\ensuremath"},
    // lists and tables
    {"gettalong/kramdown#414", "* \\[foo\\] bar", "\\item {[}foo{]} bar", "\\item [foo]"},
    {"modmark-org/modmark#356", "* foo\n* \\[bar]", "\\item {[}bar{]}", "\\item [bar]"},
    {"fletcher/MultiMarkdown-6#128", "- Item 1\n- [A.] Item 2", "\\item {[}A.{]} Item 2", "\\item{}"},
    {"doxygen/doxygen#5417", "| a | b |\n|---|---|\n| x | \\| |\n", "x & | \\tabularnewline", "\\|"},
    {"doxygen/doxygen#4784", "| a | b |\n|---|---|\n| p \\| q | r |\n", "p | q & r \\tabularnewline", "\\|"},
    {"doxygen/doxygen#8311", "| S | SIZE |\n|---|---|\n| small | 19\" |\n| large | 27\" |\n",
     "small & 19\\textquotedbl{} \\tabularnewline", "</td>"},
    {"atom-community/markdown-preview-plus#185", "| a | b |\n|---|---|\n| $P(A|B)$ | foo |\n",
     "$P(A|B)$ & foo \\tabularnewline", ""},
    {"gettalong/kramdown#143", "as $\\Pr(D|(a,d))$ is", "$\\Pr(D|(a,d))$", "\\|"},
    // spaces
    {"jgm/pandoc#1694", "`f    . g`", "\\code{f \\ \\ \\ . g}", "f  "},
    {"mcmtroffaes/latexcodec#68", "5\u2009ms", "5\\,ms", "\u2009"},
    // characters beyond ASCII
    {"phfaist/pylatexenc#10", "Erdős", "Erdős", "\\'"},
    {"phfaist/pylatexenc#134", "ỹ Ọ ǧ ồ ư", "\\sym{ỹ} \\sym{Ọ} \\sym{ǧ} \\sym{ồ} \\sym{ư}", "?"},
    {"mcmtroffaes/latexcodec#90", "baﬄe", "ba\\sym{ﬄ}e", ""},
    {"mcmtroffaes/latexcodec#89", "norm ℓ₂", "norm ℓ₂", "ell"},
    {"sphinx-doc/sphinx#5248", "### Параметр α", "\\subheading{Параметр \\sym{α}}", "\\alpha"},
    {"sphinx-doc/sphinx#1480", "### Groups of $\\mathrm{SL}_2(\\mathbb{Z})$",
     "\\subheading{Groups of $\\mathrm{SL}_2(\\mathbb{Z})$}", "\\("},
    // names of files
    {"sphinx-doc/sphinx#13189", "![badge](doc-CC--BY%204.0.png)", "\\picture[alt={badge}]{doc-CC-", "%20"},
};
// clang-format on

std::string body_of(std::string_view markdown) {
  Translation translation;
  translation.language = "en";
  translation.path = "en/01-x.md";
  translation.source = std::make_shared<Source>("en/01-x.md", std::string(markdown));
  translation.title = {{Text{"T"}, {}}};
  Document document = read_markdown(*translation.source);
  for (const Diagnostic& one : document.diagnostics) BOOST_ERROR(format_diagnostic(one, false));
  translation.sections.push_back({.key = "answer",
                                  .title = {{Text{"A"}, {}}},
                                  .content = std::move(document.blocks),
                                  .heading = {0, 1}});
  const Emitted made =
      emit(Bank{}, Item{.id = "01-x", .number = 1, .translations = {}}, translation);
  for (const Diagnostic& one : made.diagnostics) BOOST_ERROR(format_diagnostic(one, false));
  BOOST_TEST(listok::tests::structure_fault(made.tex) == "");
  const auto begin = made.tex.find("{A}\n") + 4;
  return made.tex.substr(begin, made.tex.find("  \\end{sheetsection}") - begin);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(borrowed_bugs)

BOOST_AUTO_TEST_CASE(are_not_ours) {
  for (const Bug& bug : bugs) {
    BOOST_TEST_CONTEXT(bug.reported << "\n" << bug.markdown) {
      const std::string body = body_of(bug.markdown);
      BOOST_TEST((body.find(bug.expected) != body.npos), body);
      if (!bug.wrong.empty()) BOOST_TEST((body.find(bug.wrong) == body.npos), body);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

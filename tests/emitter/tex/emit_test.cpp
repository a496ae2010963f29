#include "emitter/tex/emit.hpp"

#include <boost/test/unit_test.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "emitter/markdown/markdown.hpp"
#include "emitter/tex/tex_writer.hpp"
#include "tests/whole_book.hpp"

using namespace listok::emitter;

namespace {

Translation translation(std::string_view markdown) {
  Translation made;
  made.language = "en";
  made.path = "en/01-x.md";
  made.source = std::make_shared<Source>("en/01-x.md", std::string(markdown));
  made.title = {{Text{"T"}, {}}};
  Section section{.key = "answer", .title = {{Text{"A"}, {}}}, .content = {}, .heading = {0, 1}};
  section.content = read_markdown(*made.source).blocks;
  made.sections.push_back(std::move(section));
  return made;
}

Emitted emitted(std::string_view markdown) {
  const Item item{.id = "01-x", .number = 1, .translations = {}};
  return emit(Bank{}, item, translation(markdown));
}

// What stands in the section, with its indentation taken off; code has none.
std::string body(const Emitted& result) {
  constexpr std::string_view begin = "{A}\n";
  constexpr std::string_view end = "  \\end{sheetsection}";
  const auto from = result.tex.find(begin) + begin.size();
  std::string_view rest(result.tex);
  rest = rest.substr(from, result.tex.find(end) - from);
  std::string text;
  bool code = false;
  while (!rest.empty()) {
    const auto stop = rest.find('\n') + 1;
    const auto line = rest.substr(0, stop);
    if (line.find("\\end{sheetcode}") != line.npos) code = false;
    BOOST_TEST((code || line == "\n" || line.starts_with("    ")));
    text += code || line == "\n" ? line : line.substr(4);
    if (line.find("\\begin{sheetcode}") != line.npos) code = true;
    rest.remove_prefix(stop);
  }
  return text;
}

std::string body(std::string_view markdown) {
  const Emitted result = emitted(markdown);
  for (const auto& one : result.diagnostics) BOOST_TEST_MESSAGE(format_diagnostic(one, false));
  BOOST_TEST(result.diagnostics.empty());
  return body(result);
}

std::string codes(const Diagnostics& diagnostics) {
  std::string all;
  for (const auto& one : diagnostics) {
    all += one.code + " " + std::to_string(one.line) + ":" + std::to_string(one.column) + " " +
           std::to_string(one.length) + "\n";
  }
  return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(emitting)

BOOST_AUTO_TEST_CASE(a_whole_file) {
  Bank bank;
  bank.title = {{"ru", "Вопросы об LLM"}, {"en", "Questions"}};
  bank.foot.center.words = {{"ru", "{title} · {n}/{total}"}};
  const Item item{.id = "01_mqa", .number = 7, .translations = {}};
  bank.items.resize(15);
  Translation sheet;
  sheet.language = "ru";
  sheet.path = "ru/01_mqa.md";
  sheet.source = std::make_shared<Source>(
      "ru/01_mqa.md", "# MQA и KV-кэш\n\n## Вопрос\n\nЗачем?\n\n## Ответ\n\n- Да.\n");
  const auto at = [&sheet](std::string_view words) {
    const auto begin = sheet.source->text().find(words);
    return Span{begin, begin + words.size()};
  };
  sheet.title = {{Text{"MQA и KV-кэш"}, at("MQA")}};
  sheet.tags = {"attention", "kv_cache"};
  sheet.difficulty = "middle";
  sheet.min_size = 9.5;
  sheet.sections = {
      {"question",
       {{Text{"Вопрос"}, {}}},
       {{Paragraph{{{Text{"Зачем?"}, at("Зачем?")}}}, at("Зачем?")}},
       at("## Вопрос")},
      {"мой ответ",
       {{Text{"Ответ"}, {}}},
       {{List{.items = {{{{Paragraph{{{Text{"Да."}, at("Да.")}}}, at("Да.")}}, at("- Да.")}}},
         at("- Да.")}},
       at("## Ответ")}};
  const Emitted result = emit(bank, item, sheet);
  BOOST_TEST(result.diagnostics.empty());
  BOOST_TEST(result.tex == R"(% !TEX program = xelatex
% Made by listok from ru/01_mqa.md. Edit freely: the next run keeps your changes.
\documentclass[russian]{listok}
\begin{document}
\begin{sheet}[id={01\_mqa}, number=7, tags={attention, kv\_cache}, difficulty=middle,
  min-size=9.5]{MQA и~KV-кэш}
  \begin{sheetsection}[key=question]{Вопрос}
    Зачем?
  \end{sheetsection}
  \begin{sheetsection}[key={мой ответ}]{Ответ}
    \begin{itemize}
      \item Да.
    \end{itemize}
  \end{sheetsection}
\end{sheet}
\end{document}
)");
  const std::vector<std::size_t> lines{0, 0, 0, 0, 1, 1, 3, 5, 5, 7, 9, 9, 9, 9, 9, 9};
  BOOST_TEST(result.line_map == lines, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(options_of_the_class) {
  const Item item{.id = "1", .number = 1, .translations = {}};
  const auto options = [&item](Page page, std::string language) {
    Bank bank;
    bank.page = std::move(page);
    Translation sheet = translation("x");
    sheet.language = std::move(language);
    const std::string tex = emit(bank, item, sheet).tex;
    const auto begin = tex.find("\\documentclass");
    return tex.substr(begin, tex.find('\n', begin) - begin);
  };
  BOOST_TEST(options({}, "ru") == "\\documentclass[russian]{listok}");
  BOOST_TEST(options({}, "en") == "\\documentclass[english]{listok}");
  BOOST_TEST(options({}, "de") == "\\documentclass[language=german, patterns=ngerman]{listok}");
  BOOST_TEST(options({}, "fr") == "\\documentclass[language=french, apostrophe=letter]{listok}");
  BOOST_TEST(options({}, "bg") == "\\documentclass[language=bulgarian, script=cyrillic]{listok}");
  BOOST_TEST(options({}, "kk") ==
             "\\documentclass[language=kazakh, script=cyrillic, patterns=nohyphenation]{listok}");
  BOOST_TEST(options({.paper = "a5", .size = 12, .min_size = 9.25, .max_size = 14}, "en") ==
             "\\documentclass[english, size=12, min-size=9.25, max-size=14, paper=a5]{listok}");
  BOOST_TEST(options({.paper = "a5", .pages = 2}, "en") ==
             "\\documentclass[english, paper=a5, pages=2]{listok}");
  BOOST_TEST(options({.size = 10.5, .max_size = 10.5}, "en") ==
             "\\documentclass[english, size=10.5]{listok}");
}

BOOST_AUTO_TEST_CASE(the_preamble_of_the_bank) {
  Bank bank;
  bank.preamble = Preamble{"tex/local.sty", "local", "", "", {}, {}};
  const Item item{.id = "1", .number = 1, .translations = {translation("x"), translation("y")}};
  for (const std::string& tex :
       {emit(bank, item, item.translations[0]).tex, emit_bilingual(bank, item).tex,
        emit_contents(bank, listok::tests::all_in(bank, "en"))}) {
    BOOST_TEST(tex.find("]{listok}\n\\usepackage{local}\n\\begin{document}\n") != tex.npos, tex);
  }
}

BOOST_AUTO_TEST_CASE(sizes_of_the_front_matter) {
  const Item item{.id = "1", .number = 1, .translations = {}};
  Translation sheet = translation("x");
  sheet.size = 10;
  sheet.min_size = 8.25;
  sheet.max_size = 14;
  BOOST_TEST(
      emit(Bank{}, item, sheet)
          .tex.find("\\begin{sheet}[id=1, number=1, size=10, min-size=8.25, max-size=14]{T}\n") !=
      std::string::npos);
  for (const unsigned pages : {1U, 2U}) {
    sheet = translation("x");
    sheet.pages = pages;
    const std::string begin =
        fmt::format("\\begin{{sheet}}[id=1, number=1, pages={}]{{T}}\n", pages);
    BOOST_TEST(emit(Bank{}, item, sheet).tex.find(begin) != std::string::npos);
  }
}

BOOST_AUTO_TEST_CASE(inlines) {
  constexpr std::string_view table[][2] = {
      {"*x* **b** ~~c~~", "\\emph{x} \\textbf{b} \\strike{c}\n"},
      {"***x** y*", "\\emph{\\textbf{x} y}\n"},
      {"`x_y` and `a  b`", "\\code{x\\_y} and \\code{a \\ b}\n"},
      {"`src/a.cpp`", "\\code{src/a.cpp}\n"},
      {"`emitter/escape.cpp`", "\\code{emitter/\\allowbreak{}escape.\\allowbreak{}cpp}\n"},
      {"`--------------------/ .`",
       "\\code{-{}-{}-{}-{}-{}-{}-{}-{}-{}-{}-{}-{}-{}-{}-{}-{}-{}-{}-{}-/ .}\n"},
      {"$a≤b$", "$a\\le b$\n"},
      {"[text](https://a.org/b_c%20(d))", "\\weblink{https://a.org/b\\_c\\%20(d)}{text}\n"},
      {"<https://a.org>", "\\weblink{https://a.org}{https://a.org}\n"},
      {"https://a.org/b_(c)", "\\weblink{https://a.org/b\\_(c)}{https://a.org/b\\_(c)}\n"},
      {"[x](https://a.org/[b]|c)",
       "\\weblink[https://a.org/{[}b{]}|c]{https://a.org/\\%5Bb\\%5D\\%7Cc}{x}\n"},
      {"[x \\* y] 100% _x_", "{[}x * y{]} 100\\% \\emph{x}\n"},
      {"x &mdash; y &amp; z", "x~— y \\& z\n"},
      {"a\\\nb", "a\\newline\nb\n"},
      {"![](b.png)\\\na", "\\picture{b.png}\na\n"},
      {"a  \n![](b.png)  \n*c*", "a\n\\picture{b.png}\n\\emph{c}\n"},
      {"a\\\n$$x$$", "a\n\\[\n  x\n\\]\n"},
      {"a  \n[b]", "a\\newline\n{[}b{]}\n"},
      {"a ____, __/__", "a~\\gap{4}, \\gap{2}/\\gap{2}\n"},
      {"a\n____\nb", "a\\newline\n\\gapline\n\\newline\nb\n"},
      {"# ____", "\\subheading{\\_\\_\\_\\_}\n"},
      {"x<sub>1</sub>", "x\\textsubscript{1}\n"},
      {"e<sup>`a`</sup>", "e\\textsuperscript{\\code{a}}\n"},
      {"<b>a</b>-<i>b</i><br>c", "\\textbf{a}-\\emph{b}\\newline\nc\n"},
      {"<code>a_b &lt; c</code> List<T>", "\\code{a\\_b < c} List<T>\n"},
      {"x\ny", "x y\n"},
      {"(0123456789abcdef0123456789abcdef).",
       "(01234567\\allowbreak{}89abcdef\\allowbreak{}01234567\\allowbreak{}89abcdef).\n"},
      {"averyveryveryveryveryveryverylongword", "averyveryveryveryveryveryverylongword\n"},
      {"x-~~-y~~", "x-\\strike{{}-y}\n"},
      {"x-*y*", "x-\\emph{y}\n"},
      {"→ **→**", "\\sym{→} \\textbf{\\sym{→}}\n"},
  };
  for (const auto& [markdown, tex] : table) {
    BOOST_TEST_CONTEXT(markdown) { BOOST_TEST(body(markdown) == tex); }
  }
}

BOOST_AUTO_TEST_CASE(blocks) {
  struct Row {
    std::string_view markdown, tex;
  };
  const Row table[] = {
      {"one\n\ntwo", "one\n\ntwo\n"},
      {"one\n- a\n- b\n\ntwo", R"(one
\begin{itemize}
  \item a
  \item b
\end{itemize}

two
)"},
      {"1. a\n\n   b\n2. c\n   1. d", R"(\begin{enumerate}
  \item a

    b
  \item c
    \begin{enumerate}
      \item d
    \end{enumerate}
\end{enumerate}
)"},
      {"3. a", "\\begin{enumerate}[start=3]\n  \\item a\n\\end{enumerate}\n"},
      {"1) a\n2) b", "\\begin{enumerate}[mark={)}]\n  \\item a\n  \\item b\n\\end{enumerate}\n"},
      {"1362. What",
       "\\begin{enumerate}[start=1362, last=1362]\n  \\item What\n\\end{enumerate}\n"},
      {"99) a\n100) b",
       "\\begin{enumerate}[start=99, last=100, mark={)}]\n  \\item a\n  \\item "
       "b\n\\end{enumerate}\n"},
      {"- [ ] a\n- [x] b\n- c\n- [X]\n- [x] `d`", R"(\begin{itemize}
  \item[\unticked{}] a
  \item[\ticked{}] b
  \item c
  \item[\ticked{}]
  \item[\ticked{}] \code{d}
\end{itemize}
)"},
      {"1. [ ] a\n2. [x] > b\n3. [x]\n   > c", R"(\begin{enumerate}
  \item \unticked{}~a
  \item \ticked{}~> b
  \item \ticked{}
    \begin{quote}
      c
    \end{quote}
\end{enumerate}
)"},
      {"-\n- > q\n- \\[x]\n- * b", R"(\begin{itemize}
  \item{}
  \item
    \begin{quote}
      q
    \end{quote}
  \item {[}x{]}
  \item
    \begin{itemize}
      \item b
    \end{itemize}
\end{itemize}
)"},
      {"a[^1], b[^2] и c[^2].\n\n[^1]: *x* [y\n\n    50%\n[^2]: $$z$$ __ \n",
       "a\\footnote{\\emph{x} {[}y\\newline 50\\%}, b\\sharednote{en2}{$z$ \\gap{2}} и "
       "c\\sharednote{en2}{}.\n"},
      {"Ab [b]\n: c\n\n    d\n\nE\n: > f\n", R"(\begin{description}
  \item[{Ab {[}b{]}}] c

    d
  \item[{E}] > f
\end{description}
)"},
      {"### A `b`\ntext", "\\subheading{A~\\code{b}}\n\ntext\n"},
      {"> x\n> y\n>\n> z", "\\begin{quote}\n  x y\n\n  z\n\\end{quote}\n"},
      {"```c++\nif (a)\n    b  = \"c\";\n\n\tx[1]\n```", R"(\begin{sheetcode}{c++}
if (a)
    b  = "c";

    x[1]
\end{sheetcode}
)"},
      // Lines that sheetcode cannot hold.
      {"```\nif (a)\n    b  = \"⇒\";\n\n\tx[1]\n```", R"(\begin{codeblock}{}
  \codeline{if (a)}
  \codeline[4]{b \ = \textquotedbl{}\sym{⇒}\textquotedbl{};}
  \codeline{}
  \codeline[4]{x{[}1{]}}
\end{codeblock}
)"},
      {"```\na\n\\end{sheetcode}\n```", R"(\begin{codeblock}{}
  \codeline{a}
  \codeline{\textbackslash{}end\{sheetcode\}}
\end{codeblock}
)"},
      {"|a|b|c|\n|---|:-:|--:|\n|x|*y*|`z`|\n| |$a$||\n|p| |q|\n|\\*|a much longer cell than all "
       "of the others||",
       R"(\begin{sheettable}{lcr}
  a & b & c \tableheadend
  x & \emph{y} & \code{z} \tabularnewline
  & $a$ & \tabularnewline
  p & & q \tabularnewline
  {*} & a~much longer cell than all of the others & \tabularnewline
\end{sheettable}
)"},
      {"|a|b|\n|---|---|\n|a much longer cell than all the others|c|",
       R"(\begin{sheettable}{Xl}
  a & b \tableheadend
  a~much longer cell than all the others & c \tabularnewline
\end{sheettable}
)"},
      {"so $$a$$ and\n\n$$\n\\begin{aligned} a &= b \\\\ &= "
       "\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}"
       "\\end{aligned}\n$$",
       R"(so
\[
  a
\]
and
\[
  \begin{aligned}
    a &= b \\
    &= \begin{pmatrix}
      1 & 2 \\
      3 & 4
    \end{pmatrix}
  \end{aligned}
\]
)"},
      {"![An \"x\"](img/a_b.png \"A & B\")",
       "\\picture[caption={A \\& B}, alt={An \\textquotedbl{}x\\textquotedbl{}}]{img/a_b.png}\n"},
      {"![](a.png \"B\"){width=60%}", "\\picture[width=0.6\\linewidth, caption={B}]{a.png}\n"},
      {"![](a.png){width=300px height=5cm}", "\\picture[width=225bp, height=5cm]{a.png}\n"},
      {"![](a.png){width=33.3% height=12.5mm}",
       "\\picture[width=0.333\\linewidth, height=12.5mm]{a.png}\n"},
      {"|![b](a.png)|c|\n|-|-|\n|![thirty-one characters of a text](a.png \"D\")|e|",
       R"(\begin{sheettable}{ll}
  \picture[alt={b}]{a.png} & c \tableheadend
  \picture[caption={D}, alt={thirty-one characters of a text}]{a.png} & e \tabularnewline
\end{sheettable}
)"},
      {"[![b](a.png)](https://x.org/--c_d)",
       "\\picture[link={https://x.org/--c\\_d}, alt={b}]{a.png}\n"},
      {"[see ![](a.png) *there*](https://x.org/я) b",
       R"(\weblink[https://x.org/я]{https://x.org/\%D1\%8F}{see}
\picture[link={https://x.org/\%D1\%8F}, shown={https://x.org/я}]{a.png}
\weblink[https://x.org/я]{https://x.org/\%D1\%8F}{\emph{there}} b
)"},
      {"https://x.org/%D1%8F_a [b](https://x.org/%D1%8F--%5B) c@x.org",
       R"(\weblink[https://x.org/я\_a]{https://x.org/\%D1\%8F\_a}{https://x.org/я\_a}
\weblink[https://x.org/я\mbox{-}-\%5B]{https://x.org/\%D1\%8F--\%5B}{b}
\weblink{mailto:c@x.org}{c@x.org}
)"},
      {"see ![](a.png) there", "see\n\\picture{a.png}\nthere\n"},
  };
  for (const auto& [markdown, tex] : table) {
    BOOST_TEST_CONTEXT(markdown) { BOOST_TEST(body(markdown) == tex); }
  }
}

BOOST_AUTO_TEST_CASE(lines_are_wrapped_at_spaces) {
  std::string markdown;
  std::string words;
  for (int i = 0; i < 40; ++i) words += "слово ";
  markdown = "- " + words + "`n_heads / n_kv_heads` " + words + "\\\nx";
  const Emitted result = emitted(markdown);
  std::string flat;
  std::size_t columns = 0;
  for (const char c : result.tex) {
    if (c == '\n')
      columns = 0;
    else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U)
      ++columns;
    BOOST_TEST(columns <= 100U);
  }
  BOOST_TEST(result.tex.find("\\code{n\\_heads / n\\_kv\\_heads}") != result.tex.npos);
  BOOST_TEST(result.tex.find("слово\\newline\n        x\n") != result.tex.npos);
  BOOST_TEST(result.tex.find(" \n") == result.tex.npos);
  BOOST_TEST(result.tex.find("\n        слово") != result.tex.npos);
}

BOOST_AUTO_TEST_CASE(lines_know_where_they_came_from) {
  const Emitted result = emitted(R"(first
second *third*
`fourth`

- item

  | a |
  |---|
  | b |

```
code

more
```
)");
  const std::string_view expected[] = {"1 first second \\emph{third} \\code{fourth}",
                                       "5 \\begin{itemize}",
                                       "5 \\item item",
                                       "0 ",
                                       "7 \\begin{sheettable}{l}",
                                       "7 a \\tableheadend",
                                       "9 b \\tabularnewline"};
  std::vector<std::string> seen;
  std::size_t line = 0;
  for (std::size_t begin = 0; begin < result.tex.size();) {
    const auto end = result.tex.find('\n', begin);
    auto text = result.tex.substr(begin, end - begin);
    text.erase(0, text.find_first_not_of(' '));
    seen.push_back(std::to_string(result.line_map.at(line++)) + " " + text);
    begin = end + 1;
  }
  BOOST_TEST(line == result.line_map.size());
  const auto body_begin = std::ranges::find(seen, std::string(expected[0]));
  BOOST_REQUIRE((body_begin != seen.end()));
  for (std::size_t i = 0; i < std::size(expected); ++i) {
    BOOST_TEST(*(body_begin + static_cast<std::ptrdiff_t>(i)) == expected[i]);
  }
  for (const auto line_of_code : {"12 code", "12 ", "14 more"}) {
    BOOST_TEST((std::ranges::find(seen, line_of_code) != seen.end()));
  }
}

BOOST_AUTO_TEST_CASE(what_cannot_be_set) {
  BOOST_TEST(codes(emitted("ab\nc 漢字 d").diagnostics) == "missing-glyph 2:3 2\n");
  BOOST_TEST(codes(emitted("漢 a 漢").diagnostics) == "missing-glyph 1:1 1\nmissing-glyph 1:5 1\n");
  BOOST_TEST(codes(emitted("`漢`").diagnostics) == "missing-glyph 1:2 1\n");
  BOOST_TEST(codes(emitted("```\na\n漢\n```").diagnostics) == "missing-glyph 3:1 1\n");
  BOOST_TEST(codes(emitted("a $\\foo$").diagnostics) == "math-command 1:4 4\n");
  BOOST_TEST(emitted("### [![x](a.png)](https://x.org)").diagnostics.at(0).code == "image-place");
  BOOST_TEST(emitted("- - - - a").diagnostics.empty());
  BOOST_TEST(emitted("- - - - - a").diagnostics.at(0).code == "list-depth");
  BOOST_TEST(emitted("漢").diagnostics.at(0).message == "no face has `漢` (U+6F22)");
}

BOOST_AUTO_TEST_CASE(fifty_mistakes_are_told_and_one_note) {
  for (const char* mistake : {"漢 a ", "$\\foo$ "}) {
    std::string markdown;
    for (int i = 0; i < 60; ++i) markdown += mistake;
    const Emitted result = emitted(markdown);
    BOOST_REQUIRE(result.diagnostics.size() == 51U);
    BOOST_TEST(result.diagnostics.back().code == "more");
    BOOST_TEST((result.diagnostics.back().severity == Severity::note));
  }
}

BOOST_AUTO_TEST_CASE(a_line_of_any_length_ends_soon) {
  std::string markdown;
  for (int i = 0; i < 50000; ++i) markdown += "a ";
  const auto begin = std::chrono::steady_clock::now();
  BOOST_TEST(emitted(markdown).tex.size() > markdown.size());
  BOOST_TEST((std::chrono::steady_clock::now() - begin < std::chrono::seconds(10)));
}

BOOST_AUTO_TEST_CASE(names_of_images) {
  const Emitted result =
      emitted("![](a.png) ![](<b/схема один.png>) ![](a.png) ![](<b/схема два.png>)");
  BOOST_REQUIRE(result.images.size() == 3U);
  BOOST_TEST((result.images[0] == ImageFile{"a.png", "a.png"}));
  BOOST_TEST(result.images[1].from == "b/схема один.png");
  for (const std::size_t i : {1U, 2U}) {
    const std::string& to = result.images[i].to;
    BOOST_TEST(to.starts_with("b/-"));
    BOOST_TEST(to.ends_with(".png"));
    BOOST_TEST(to.size() == std::string_view("b/--01234567.png").size());
    BOOST_TEST(result.tex.find("\\picture{" + to + "}") != result.tex.npos);
  }
  BOOST_TEST(result.images[1].to != result.images[2].to);
}

BOOST_AUTO_TEST_SUITE_END()

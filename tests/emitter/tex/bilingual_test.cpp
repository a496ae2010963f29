#include <boost/test/unit_test.hpp>

#include "emitter/bank/front_matter.hpp"
#include "emitter/bank/item.hpp"
#include "emitter/config/config.hpp"
#include "emitter/markdown/markdown.hpp"
#include "emitter/tex/emit.hpp"
#include "tests/emitter/sketch.hpp"

using namespace listok::emitter;

namespace {

Translation read(const Bank& bank, const std::string& language, const std::string& markdown) {
  Translation made;
  made.language = language;
  made.path = language + "/01-x.md";
  made.source = std::make_shared<const Source>(made.path, markdown);
  Diagnostics found;
  const std::size_t begin = read_front_matter(*made.source, made, found);
  DiagnosticList findings(*made.source);
  read_item(bank, read_markdown(*made.source, begin).blocks, made, findings);
  BOOST_TEST(sketch(found) == "");
  BOOST_TEST(sketch(findings.take()) == "");
  return made;
}

Bank interview() {
  Bank bank;
  bank.languages = {"ru", "en"};
  bank.title = {{"ru", "Вопросы"}, {"en", "Questions"}};
  bank.sections = {{"question", {{"ru", "Вопрос"}, {"en", "Question"}}},
                   {"answer", {{"ru", "Ответ"}, {"en", "Answer"}}},
                   {"red-flags", {{"ru", "Red flags"}, {"en", "Red flags"}}}};
  bank.items.resize(15);
  return bank;
}

Item item_of(const Bank& bank, const std::string& russian, const std::string& english) {
  return {.id = "01-x",
          .number = 1,
          .translations = {read(bank, "ru", russian), read(bank, "en", english)}};
}

// "file:line tex", one a line
std::string mapped(const Emitted& made) {
  std::string all;
  std::string_view rest(made.tex);
  for (std::size_t line = 0; !rest.empty(); ++line) {
    const std::string_view text = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(text.size() + 1);
    all += fmt::format("{}:{} {}\n", made.file_map.at(line), made.line_map.at(line), text);
  }
  return all;
}

std::string line_with(const Emitted& made, std::string_view words) {
  const std::size_t begin = made.tex.find(words);
  return made.tex.substr(begin, made.tex.find('\n', begin) - begin);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(bilingual)

// Loading has told both languages what one of them says of the pages.
BOOST_AUTO_TEST_CASE(sizes_of_either_language_and_pages_of_both) {
  const Bank bank = interview();
  const Item item = item_of(bank, "---\npages: 2\n---\n# A\n## Вопрос\nb\n",
                            "---\nsize: 10\npages: 2\n---\n# A\n## Question\nb\n");
  BOOST_TEST(line_with(emit_bilingual(bank, item), "size=") == "size=10, pages=2]{A}");
}

BOOST_AUTO_TEST_CASE(a_whole_file) {
  const Bank bank = interview();
  const Item item = item_of(bank,
                            "---\ntags: [a, b]\ndifficulty: middle\nmin-size: 8\n---\n"
                            "# Кэш *K/V*\n\n## Вопрос\n\nЗачем?\n\n## Ответ\n\n- Да.\n- Нет.\n",
                            "# The cache, $n$\n## Question\nWhy?\n## Answer\n- Yes.\n\n- No.\n");
  const Emitted made = emit_bilingual(bank, item);
  BOOST_TEST(sketch(made.diagnostics) == "");
  BOOST_TEST(mapped(made) == R"(0:0 % !TEX program = xelatex
0:0 % Made by listok from ru/01-x.md and en/01-x.md. Edit freely: the next run keeps your changes.
0:0 \documentclass[russian, bilingual, landscape]{listok}
0:0 \begin{document}
0:6 \begin{sheet}[id=01-x, number=1,
1:1   translation={The cache, $n$},
0:6   tags={a, b}, difficulty=middle, min-size=8]{Кэш \emph{K/V}}
0:8   \begin{sheetrow}
0:8     \begin{sheetsection}[key=question]{Вопрос}
0:10       Зачем?
0:10     \end{sheetsection}
1:2     \begin{sheetsection}[key=question]{Question}
1:3       Why?
1:3     \end{sheetsection}
1:3   \end{sheetrow}
0:12   \begin{sheetrow}
0:12     \begin{sheetsection}[key=answer]{Ответ}
0:14       \begin{itemize}
0:14         \item Да.
0:15         \item Нет.
0:15       \end{itemize}
0:15     \end{sheetsection}
1:4     \begin{sheetsection}[key=answer]{Answer}
1:5       \begin{itemize}
1:5         \item Yes.
1:7         \item No.
1:7       \end{itemize}
1:7     \end{sheetsection}
1:7   \end{sheetrow}
1:7 \end{sheet}
1:7 \end{document}
)");
}

BOOST_AUTO_TEST_CASE(a_section_that_one_language_lacks_stands_empty) {
  const Bank bank = interview();
  const Item item = item_of(bank, "# А\n## Вопрос\nб\n", "# A\n## Red flags\nb\n## Question\nc\n");
  const std::string tex = emit_bilingual(bank, item).tex;
  BOOST_TEST(tex.substr(tex.find("  \\begin{sheetrow}")) == R"(  \begin{sheetrow}
    \begin{sheetsection}[key=question]{Вопрос}
      б
    \end{sheetsection}
    \begin{sheetsection}[key=question]{Question}
      c
    \end{sheetsection}
  \end{sheetrow}
  \begin{sheetrow}
    \begin{sheetsection}[key=red-flags]{Red flags}
    \end{sheetsection}
    \begin{sheetsection}[key=red-flags]{Red flags}
      b
    \end{sheetsection}
  \end{sheetrow}
\end{sheet}
\end{document}
)");
}

BOOST_AUTO_TEST_CASE(without_declared_sections_they_are_paired_as_they_come) {
  const Item item = item_of(Bank{}, "# А\n## Б\nв\n", "# A\n## B\nc\n## D\ne\n");
  const Emitted made = emit_bilingual(Bank{}, item);
  BOOST_TEST(made.tex.substr(made.tex.find("\\begin{sheet}")) == R"(\begin{sheet}[id=01-x, number=1,
  translation={A}]
  {А}
  \begin{sheetrow}
    \begin{sheetsection}[key={б}]{Б}
      в
    \end{sheetsection}
    \begin{sheetsection}[key=b]{B}
      c
    \end{sheetsection}
  \end{sheetrow}
  \begin{sheetrow}
    \begin{sheetsection}[key=d]{}
    \end{sheetsection}
    \begin{sheetsection}[key=d]{D}
      e
    \end{sheetsection}
  \end{sheetrow}
\end{sheet}
\end{document}
)");
}

BOOST_AUTO_TEST_CASE(options) {
  Bank bank = interview();
  const std::string text = "# A\n## Question\nb\n";
  bank.page = {.paper = "a5", .size = 10, .bilingual = Orientation::portrait};
  BOOST_TEST(line_with(emit_bilingual(bank, item_of(bank, text, text)), "\\documentclass") ==
             "\\documentclass[russian, bilingual, size=10, paper=a5]{listok}");
  bank = interview();
  Item item = item_of(bank, "---\nmax-size: 12\n---\n" + text, "---\nsize: 9\n---\n" + text);
  BOOST_TEST(line_with(emit_bilingual(bank, item), "max-size") == "max-size=12]{A}");
  std::swap(item.translations[0], item.translations[1]);
  const Emitted english = emit_bilingual(bank, item);
  BOOST_TEST(line_with(english, "\\documentclass") ==
             "\\documentclass[english, bilingual, landscape]{listok}");
  item.translations[1].language = "uk";
  BOOST_TEST(line_with(emit_bilingual(bank, item), "\\documentclass") ==
             "\\documentclass[english, bilingual, second={language=ukrainian, script=cyrillic, "
             "apostrophe=letter}, landscape]{listok}");
  BOOST_TEST(line_with(english, "size=9") == "size=9]{A}");
  BOOST_TEST(line_with(english, "\\begin{sheet}") == "\\begin{sheet}[id=01-x, number=1,");
  item = item_of(bank, text, "---\nsize: 9\n---\n" + text);
  BOOST_TEST(line_with(emit_bilingual(bank, item), "size=9") == "size=9]{A}");
}

BOOST_AUTO_TEST_CASE(images_and_diagnostics_of_both) {
  const Bank bank = interview();
  const Emitted made =
      emit_bilingual(bank, item_of(bank, "# А\n## Вопрос\n![](a.png) 漢\n",
                                   "# A\n## Question\n![](a.png) ![](b.png)\n\n$\\foo$\n"));
  BOOST_REQUIRE(made.images.size() == 2U);
  BOOST_TEST(made.images[1].from == "b.png");
  BOOST_REQUIRE(made.diagnostics.size() == 2U);
  BOOST_TEST(sketch(made.diagnostics) == "missing-glyph 3:12+1, math-command 5:2+4");
  BOOST_TEST(made.diagnostics[0].file == "ru/01-x.md");
  BOOST_TEST(made.diagnostics[1].file == "en/01-x.md");
}

BOOST_AUTO_TEST_CASE(a_sheet_in_one_language_has_one_file) {
  const Bank bank = interview();
  const Item item = item_of(bank, "# А\n## Вопрос\nб\n", "# A\n## Question\nb\n");
  BOOST_TEST(emit(bank, item, item.translations[0]).file_map.empty());
}

BOOST_AUTO_TEST_SUITE_END()

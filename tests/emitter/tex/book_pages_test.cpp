#include <boost/test/unit_test.hpp>

#include "emitter/markdown/markdown.hpp"
#include "emitter/tex/emit.hpp"
#include "tests/whole_book.hpp"

using namespace listok::emitter;
using listok::tests::all_in;

namespace {

Translation titled(const std::string& language, const std::string& title) {
  Translation made;
  made.language = language;
  made.source = std::make_shared<const Source>("a.md", title);
  const Blocks blocks = read_markdown(*made.source).blocks;
  made.title = std::get<Paragraph>(blocks.at(0).value).content;
  return made;
}

Bank bank_of_two() {
  Bank bank;
  bank.title = {{"ru", "Вопросы об LLM"}, {"en", "Questions & answers"}};
  bank.author = "A_B";
  bank.date = {{"ru", "Осень"}, {"en", "Autumn"}};
  bank.items = {{.id = "01", .number = 1, .translations = {titled("ru", "А"), titled("en", "A")}},
                {.id = "02", .number = 2, .translations = {titled("ru", "Б"), titled("en", "B")}}};
  bank.items[0].translations[0].difficulty = "middle";
  return bank;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(book_pages)

BOOST_AUTO_TEST_CASE(a_whole_file) {
  Bank bank;
  bank.title = {{"ru", "Вопросы об LLM"}, {"en", "Questions & answers"}};
  bank.items = {{.id = "01", .number = 1, .translations = {titled("ru", "MQA и *K/V*")}},
                {.id = "02",
                 .number = 2,
                 .translations = {titled("ru", "Б"), titled("en", "B, $n$ and `c_d`")}},
                {.id = "07", .number = 7, .translations = {titled("ru", "В"), titled("en", "C")}},
                {.id = "08", .number = 8, .translations = {titled("en", "Only English")}}};
  bank.items[0].translations[0].tags = {"attention", "kv_cache"};
  bank.items[0].translations[0].difficulty = "middle";
  bank.items[2].translations[0].difficulty = "очень сложно";
  bank.items[2].translations[1].broken = true;
  BOOST_TEST(emit_contents(bank, all_in(bank, "ru")) == R"(% !TEX program = xelatex
% Made by listok from listok.yaml and ru/*.md. Edit freely: the next run keeps your changes.
\documentclass[russian]{listok}
\begin{document}
\begin{contents}{Вопросы об~LLM}
  \contentsentry[tags={attention, kv\_cache}, difficulty=middle]{1}{MQA и~\emph{K/V}}
  \contentsentry{2}{Б}
  \contentsentry[difficulty={очень сложно}]{7}{В}
\end{contents}
\end{document}
)");
  bank.page = {.paper = "a5", .size = 10};
  BOOST_TEST(emit_contents(bank, all_in(bank, "en")) == R"(% !TEX program = xelatex
% Made by listok from listok.yaml and en/*.md. Edit freely: the next run keeps your changes.
\documentclass[english, size=10, paper=a5]{listok}
\begin{document}
\begin{contents}{Questions \& answers}
  \contentsentry{2}{B, $n$ and \code{c\_d}}
  \contentsentry{8}{Only English}
\end{contents}
\end{document}
)");
}

BOOST_AUTO_TEST_CASE(a_bank_without_a_title) {
  BOOST_TEST(emit_contents(Bank{}, all_in(Bank{}, "en")) == R"(% !TEX program = xelatex
% Made by listok from listok.yaml and en/*.md. Edit freely: the next run keeps your changes.
\documentclass[english]{listok}
\begin{document}
\begin{contents}{}
\end{contents}
\end{document}
)");
}

BOOST_AUTO_TEST_CASE(a_book_in_two_languages) {
  Bank bank = bank_of_two();
  BookWords book{"ru", "en", {&bank.items[0], &bank.items[1]}};
  BOOST_TEST(emit_contents(bank, book) == R"(% !TEX program = xelatex
% Made by listok from listok.yaml, ru/*.md and en/*.md. Edit freely: the next run keeps your changes.
\documentclass[russian, bilingual, landscape]{listok}
\begin{document}
\begin{contents}[translation={Questions \& answers}]{Вопросы об~LLM}
  \contentsentry[translation={A}, difficulty=middle]{1}{А}
  \contentsentry[translation={B}]{2}{Б}
\end{contents}
\end{document}
)");
  bank.book.cover = true;
  BOOST_TEST(
      emit_contents(bank, book).find("\\begin{contents}[translation={Contents}]{Содержание}") !=
      std::string::npos);
  BOOST_TEST(emit_cover(bank, book) == R"(% !TEX program = xelatex
% Made by listok from listok.yaml, ru/*.md and en/*.md. Edit freely: the next run keeps your changes.
\documentclass[russian, bilingual, landscape]{listok}
\begin{document}
\begin{cover}[translation={Questions \& answers}]{Вопросы об~LLM}
  A\_B

  Вопросов: 2 · Questions: 2

  Осень · Autumn
\end{cover}
\end{document}
)");
}

BOOST_AUTO_TEST_CASE(the_cover_of_an_edition) {
  Bank bank = bank_of_two();
  bank.editions = {{.name = "candidate", .sections = {"question"}}};
  BookWords book{"en", "", {&bank.items[1]}, &bank.editions[0]};
  BOOST_TEST(emit_cover(bank, book) == R"(% !TEX program = xelatex
% Made by listok from listok.yaml and en/*.md. Edit freely: the next run keeps your changes.
\documentclass[english]{listok}
\begin{document}
\begin{cover}[edition={candidate}]{Questions \& answers}
  A\_B

  Questions: 1

  Autumn
\end{cover}
\end{document}
)");
  bank.editions[0].title = {{"ru", "Для всех"}, {"en", "For all"}};
  bank.author.clear();
  bank.date.clear();
  BOOST_TEST(emit_cover(bank, book).find("\\begin{cover}[edition={For all}]") != std::string::npos);
  // In a language that listok has no words in, nothing is said in another.
  bank.title["sl"] = "Vprašanja";
  bank.book.cover = true;
  const BookWords slovenian{.language = "sl", .items = {}};
  BOOST_TEST(emit_cover(bank, slovenian).find("{Vprašanja}\n\\end{cover}\n") != std::string::npos);
  BOOST_TEST(emit_contents(bank, slovenian).find("\\begin{contents}{Vprašanja}") !=
             std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_document_of_all_sheets) {
  Bank bank;
  bank.items = {{.id = "01-a", .number = 1, .translations = {}},
                {.id = "Б_2", .number = 2, .translations = {}}};
  bank.page = {.paper = "a5", .size = 10};
  bank.preamble.emplace().package = "local";
  BOOST_TEST(emit_all_sheets(bank, "de", {&bank.items[0], &bank.items[1]}) ==
             R"(% !TEX program = xelatex
% Made by listok: the sheets beside this file, one after another. Take out what you do
% not want; what you add to this preamble holds for all. Each sheet compiles alone, too.
\documentclass[language=german, patterns=ngerman, size=10, paper=a5]{listok}
\usepackage{local}
\begin{document}
\listokinput{01-a}
\listokinput{Б_2}
\end{document}
)");
}

BOOST_AUTO_TEST_SUITE_END()

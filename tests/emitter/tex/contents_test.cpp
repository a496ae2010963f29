#include <boost/test/unit_test.hpp>

#include "emitter/markdown/markdown.hpp"
#include "emitter/tex/emit.hpp"

using namespace listok::emitter;

namespace {

Translation titled(const std::string& language, const std::string& title) {
  Translation made;
  made.language = language;
  made.source = std::make_shared<const Source>("a.md", title);
  const Blocks blocks = read_markdown(*made.source).blocks;
  made.title = std::get<Paragraph>(blocks.at(0).value).content;
  return made;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(contents)

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
  BOOST_TEST(emit_contents(bank, "ru") == R"(% !TEX program = xelatex
% Made by listok from listok.yaml and ru/*.md. Edit freely: the next run keeps your changes.
\documentclass[russian]{listok}
\begin{document}
\begin{contents}{Вопросы об LLM}
  \contentsentry[tags={attention, kv\_cache}, difficulty=middle]{1}{MQA и~\emph{K/V}}
  \contentsentry{2}{Б}
  \contentsentry[difficulty={очень сложно}]{7}{В}
\end{contents}
\end{document}
)");
  bank.page = {.paper = "a5", .size = 10};
  BOOST_TEST(emit_contents(bank, "en") == R"(% !TEX program = xelatex
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

BOOST_AUTO_TEST_CASE(a_document_of_all_sheets) {
  Bank bank;
  bank.items = {{.id = "01-a", .number = 1}, {.id = "Б_2", .number = 2}};
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

BOOST_AUTO_TEST_CASE(a_bank_without_a_title) {
  BOOST_TEST(emit_contents(Bank{}, "en") == R"(% !TEX program = xelatex
% Made by listok from listok.yaml and en/*.md. Edit freely: the next run keeps your changes.
\documentclass[english]{listok}
\begin{document}
\begin{contents}{}
\end{contents}
\end{document}
)");
}

BOOST_AUTO_TEST_SUITE_END()

#include "latex/output/earlier_sheets.hpp"

#include <boost/test/unit_test.hpp>

#include "latex/output/tex_files.hpp"

using namespace listok::latex;

namespace {

// As an earlier listok wrote it.
const std::string then = R"(\documentclass[russian, size=12, symbols={Noto Emoji,Symbola}]{listok}
\begin{document}
\begin{sheet}[id=01-a, number=1, bank={Вопросы об LLM}, footer={Вопросы об LLM · 1/15},
  tags={attention, kv-cache}, difficulty=middle]{MQA / GQA и~KV-кэш}
  Words [in] brackets.
\end{sheet}
\end{document}
)";
// As it is written now.
const std::string now = R"(\documentclass[russian, size=12]{listok}
\begin{document}
\begin{sheet}[id=01-a, number=1, tags={attention, kv-cache}, difficulty=middle]{MQA / GQA
  и~KV-кэш}
  Words [in] brackets.
\end{sheet}
\end{document}
)";

std::string with(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  BOOST_REQUIRE(at != text.npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(earlier_sheets)

BOOST_AUTO_TEST_CASE(what_is_dropped) {
  BOOST_TEST((dropped_options(then) == std::vector<std::string>{"symbols={Noto Emoji,Symbola}",
                                                                "bank={Вопросы об LLM}",
                                                                "footer={Вопросы об LLM · 1/15}"}));
  for (const std::string& text : {now, std::string(), std::string("\\begin{sheet}[footer={a"),
                                  std::string("\\begin{sheet}[footer}]{T}")}) {
    BOOST_TEST(dropped_options(text).empty(), text);
  }
}

BOOST_AUTO_TEST_CASE(what_is_left) {
  const auto options = dropped_options(then);
  BOOST_TEST(without_options(then, options, now) == now);
  BOOST_TEST(without_options(now, options, now) == now);
  struct Case {
    const char* story;
    std::string before, after;
  };
  const std::string head = now.substr(0, now.find("\\begin{sheet}"));
  const Case cases[] = {
      {"a size of one's own", with(then, "number=1,", "number=1, size=13,"),
       with(now, "number=1, tags={attention, kv-cache}, difficulty=middle]{MQA / GQA\n  и",
            "number=1, size=13, tags={attention, kv-cache}, difficulty=middle]{MQA / GQA\n  и")},
      {"a footer of one's own", with(then, "· 1/15", "· first"),
       with(now, "number=1, tags={attention, kv-cache}, difficulty=middle]{MQA / GQA\n  и",
            "number=1, footer={Вопросы об LLM · first}, tags={attention, kv-cache},\n"
            "  difficulty=middle]{MQA / GQA и")},
      {"faces of one's own", with(then, "symbols={Noto Emoji,Symbola}", "symbols={Symbola}"),
       with(now, "size=12", "size=12, symbols={Symbola}")},
      {"words", with(then, "Words", "Wörter"), with(now, "Words", "Wörter")},
      {"an option on a line of its own", with(then, "number=1, ", "number=1,\n  size=9,\n  "),
       with(now, "number=1, tags={attention, kv-cache}, difficulty=middle]{MQA / GQA\n  и",
            "number=1, size=9, tags={attention, kv-cache}, difficulty=middle]{MQA / GQA\n  и")},
      {"a comment among the options", with(then, "number=1, ", "number=1, % one\n  "),
       with(with(with(then, "number=1, ", "number=1, % one\n  "), ", symbols={Noto Emoji,Symbola}",
                 ""),
            "bank={Вопросы об LLM}, footer={Вопросы об LLM · 1/15},\n", " \n")},
      {"a sheet in a comment", "% \\begin{sheet}[footer={x}]{Y}\n" + then,
       "% \\begin{sheet}[footer={x}]{Y}\n" + now},
      {"no title", with(then, "]{MQA", "] {MQA"),
       with(with(then, "]{MQA", "] {MQA"), ", symbols={Noto Emoji,Symbola}", "")},
  };
  for (const auto& [story, before, after] : cases) {
    BOOST_TEST_CONTEXT(story) { BOOST_TEST(without_options(before, options, now) == after); }
  }
}

BOOST_AUTO_TEST_CASE(an_edit_outlives_the_change) {
  Texts texts{with(then, "Words", "Wörter"), now, then, false};
  texts = as_of_today(std::move(texts));
  BOOST_TEST(texts.base.value() == now);
  BOOST_TEST(texts.disk.value() == with(now, "Words", "Wörter"));
  BOOST_TEST((decide(texts, std::nullopt) == Decision::keep));
  // Nobody knows what was edited.
  BOOST_TEST((decide({then, now, std::nullopt, false}, std::nullopt) == Decision::keep));
  // A footer of one's own makes no earlier sheet of it.
  BOOST_TEST((decide({with(now, "number=1", "number=1, footer={Mine}"), now, std::nullopt, false},
                     std::nullopt) == Decision::unknown));
  BOOST_TEST((decide({with(now, "Words", "Wörter"), now, std::nullopt, false}, std::nullopt) ==
              Decision::unknown));
  // Untouched: written anew.
  BOOST_TEST((decide(as_of_today({then, now, then, false}), std::nullopt) == Decision::write));
}

BOOST_AUTO_TEST_SUITE_END()

#include "emitter/dialects/table_rows.hpp"

#include <boost/test/unit_test.hpp>

#include "emitter/markdown/markdown.hpp"
#include "tests/emitter/sketch.hpp"

using namespace listok::emitter;

namespace {

struct Case {
  std::string markdown, expected;
};

std::string rewritten(const std::string& markdown, Edits (*pass)(std::string_view)) {
  RewrittenText text(markdown, 0);
  text.apply(pass(text.text()));
  return text.text();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(table_rows)

BOOST_AUTO_TEST_CASE(thin_delimiters) {
  const Case cases[] = {
      {"| a | b |\n|-|-|\n| c | d |", "| a | b |\n|---|---|\n| c | d |"},
      {"a | b\n--|:-\n", "a | b\n---|:--\n"},
      {"> a|b\r\n> |---|-|\r\n", "> a|b\r\n> |---|---|\r\n"},
      {"|a|b|\n| :-: | - |", "|a|b|\n| :-: | --- |"},
      {"|---|:-:|\n|--:| :--", "|---|:-:|\n|--:| :--"},
      {"- | a | b |\n  |-|-|", "- | a | b |\n  |---|---|"},
      {"| $|a|$ | `|` |\n|-|-|", "| $|a|$ | `|` |\n|---|---|"},
      {"a\n|-|-|", "a\n|\x1D|\x1D|"},
      {"|-|", "|\x1D|"},
      {"| - | - c", "| - | - c"},
      {"- | -\n-\t|", "- | -\n-\t|"},
      {"-\n--\n", "-\n--\n"},
      {"|:|\n||", "|:|\n||"},
      {"", ""},
  };
  for (const auto& [markdown, expected] : cases) {
    BOOST_TEST(rewritten(markdown, edit_thin_delimiters) == expected);
  }
}

BOOST_AUTO_TEST_CASE(long_delimiters) {
  const Case cases[] = {
      {"| a | b |\n| — | :–: |\n| — | — |", "| a | b |\n| --- | :---: |\n| — | — |"},
      {"x\n|a|b|\n|—|-–|\n", "x\n|a|b|\n|---|----|\n"},
      {"|a|b|\n|---|---|\n|—|—|", "|a|b|\n|---|---|\n|—|—|"},
      {"|a|b|\n|c|d|\n|—|—|", "|a|b|\n|c|d|\n|—|—|"},
      {"|a|b|\n|—|—|—|", "|a|b|\n|—|—|—|"},
      {"|a|b|\n\n|—|—|", "|a|b|\n\n|—|—|"},
      {"|a|b|\n| — | c |", "|a|b|\n| — | c |"},
  };
  for (const auto& [markdown, expected] : cases) {
    BOOST_TEST(rewritten(markdown, edit_long_delimiters) == expected);
  }
}

BOOST_AUTO_TEST_CASE(below_text) {
  const Case cases[] = {
      {"x\na|b\n-|-\n1|2", "x\n\na|b\n-|-\n1|2"},
      {"> x\n> a|b\n> -|-", "> x\n>\n> a|b\n> -|-"},
      {"- x\n  |a|\n  |-|", "- x\n\n  |a|\n  |-|"},
      {"x\n|a|b|\n|-|", "x\n|a|b|\n|-|"},  // not as many columns
      {"x\n| a\\|b |\n|-|", "x\n\n| a\\|b |\n|-|"},
      {"x\na\n|-|", "x\na\n|-|"},                                        // no bar above
      {"|a|\n|-|\n|b|\n|-|\n|c|\n|-|", "|a|\n|-|\n|b|\n|-|\n|c|\n|-|"},  // in a table
      {"```\nx\n|a|\n|-|\n```", "```\nx\n|a|\n|-|\n```"},
      {"    x\n    |a|\n    |-|", "    x\n    |a|\n    |-|"},
      {"x\n\n    x\n    |a|\n    |-|", "x\n\n    x\n    |a|\n    |-|"},
      {"x\n    |a|\n|-|", "x\n    |a|\n|-|"},
      {"- w\n  - e\n    |a|\n    |-|", "- w\n  - e\n\n    |a|\n    |-|"},
      {"x\n- |a|\n  |-|", "x\n- |a|\n  |-|"},
      {"# x\n\n|a|\n|-|", "# x\n\n|a|\n|-|"},
  };
  for (const auto& [markdown, expected] : cases) {
    BOOST_TEST(rewritten(markdown, edit_table_lines) == expected);
  }
}

BOOST_AUTO_TEST_CASE(what_stands_in_the_document) {
  const Case cases[] = {
      {"| a | b |\n|:-|-:|\n| c | d |", "table lr(a & b; c & d)"},
      {"Вот:\n| a | b |\n|-|-|\n| c | d |", "p(Вот:) table --(a & b; c & d)"},
      {"> x\n> | a |\n> |-|\n> | b |", "quote(p(x) table -(a; b))"},
      {"- x\n  | a |\n  |---|\n  | b |", "ul loose[p(x) table -(a; b)]"},
      {"- w\n  - e\n    | a | b |\n    |---|---|\n    | 1 | 2 |",
       "ul[p(w) ul loose[p(e) table --(a & b; 1 & 2)]]"},
      {"1. w\n   1. e\n      | a |\n      |---|\n      | 1 |",
       "ol1[p(w) ol1 loose[p(e) table -(a; 1)]]"},
      {"- w\n\n  - e\n\n    f\n    | a |\n    |---|\n    | 1 |",
       "ul loose[p(w) ul loose[p(e) p(f) table -(a; 1)]]"},
      {"| a | b |\n|---|---|\n<!-- x | y -->\n| 1 | 2 |\n  <!-- z -->  \r\n| 3 | 4 |\n<!---->",
       "table --(a & b; 1 & 2; 3 & 4)"},
      {"> | a |\n> |---|\n> <!-- x -->\n> | 1 |", "quote(table -(a; 1))"},
      {"| a |\n|---|\n| <!-- x --> |\n| b <!-- y --> |", "table -(a; ; b)"},
      {"| a | b |\n| — | — |\n| 1 | — |", "table --(a & b; 1 & —)"},
      {"```\n|a|\n|—|\n```", "code(: |a|\n|—|\n)"},
      {"```\n|-|\n```", "code(: |-|\n)"},
      {"`|-|\n|-|` b", "p(`|-| |-|` b)"},
      {"![a](b.png \"c\n|-|-|\nd\")", "p(image(b.png, a, c |-|-| d))"},
      {"a\n|-|-|\nb", "p(a |-|-| b)"},
      {"| a |\n|---|\n| b |\n|-|", "table -(a; b; -)"},
      {"| a | b |\n|---|---|\n| `x \\| y` | $P(A\\|B)$ |", "table --(a & b; `x | y` & $P(A|B)$)"},
      {"| Cost ($) | price ($) |\n|---|---|\n| 1 | 2 |", "table --(Cost ($) & price ($); 1 & 2)"},
  };
  for (const auto& [markdown, expected] : cases) {
    BOOST_TEST_CONTEXT(markdown) {
      const Source source("a.md", markdown);
      BOOST_TEST(sketch(read_markdown(source).blocks, source) == expected);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

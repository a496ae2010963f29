#include "emitter/check/unsupported_syntax.hpp"

#include <boost/test/unit_test.hpp>

#include "emitter/markdown/markdown.hpp"
#include "tests/emitter/sketch.hpp"

using namespace listok::emitter;

namespace {

Diagnostics found(const std::string& markdown) {
  const Source source("a.md", markdown);
  DiagnosticList findings(source);
  check_unsupported_syntax(read_markdown(source).blocks, source, findings);
  return findings.take();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(foreign_marks)

BOOST_AUTO_TEST_CASE(what_is_printed_as_it_stands) {
  struct Case {
    std::string markdown, expected;
  };
  const Case cases[] = {
      {"| a | b |\n|---|---|\n| c | d |", ""},
      {"| a | b |\n|-|-|\n| c | d |", ""},
      {"слово\n| a | b |\n|---|---|\n", ""},
      {"| a | b | c |\n|-|-|\n| c | d |", "table-dashes 2:1+5"},
      {"a | b\n:-: | -- | -\nc | d", "table-dashes 2:1+12"},
      {"слово\n| a | b |\n|---|\n", "table-dashes 3:1+5"},
      {"> | a | b |\n> |-|\n", "table-dashes 2:3+3"},
      {"- | a | b |\n  |-|\n", "table-dashes 2:3+3"},
      {"| a | b |\n| c | d |", "table-dashes 1:1+9"},
      {"слово\n| a | b |\n| c | d |\n| e | f |", "table-dashes 2:1+9"},
      {"- | a | b |\n  | c | d |", "table-dashes 1:3+9"},
      {"| a | b |\n|---+---|\n| c | d |", "table-dashes 2:1+9"},
      {"|---+---|\n| c | d |", "table-dashes 1:1+9"},
      {"+---+---+\n| a | b |\n+===+===+\n| c | d |\n+---+---+", "table-dashes 1:1+9"},
      {"|---|---|\n| a | b |", "table-dashes 1:1+9"},
      {"| | |\n|---|---|\n| a | b |", ""},
      {"| a | b |", ""},
      {"|x| и |y|\n|z|", ""},
      {"|x|\n|y|", ""},
      {"$$\n|a| + |b|\n|c| + |d|\n$$", ""},
      {"`|a|b|\n|c|d|`\n+-+\n+", ""},
      {"a\n|-|-|", ""},  // no heading above
      {"|-|-|", ""},
      {"```\n| a |\n|-|\n```", ""},
      {"a | b\n- | - c", ""},
      {"Стек\nОчередь\n: LIFO", "foreign-mark 3:1+1"},
      {"- Стек\n  : LIFO", "foreign-mark 2:3+1"},
      {"Слово\n~ Опред.", "foreign-mark 2:1+1"},
      {"Стек\n: LIFO\n\n- a\n\nb : c", ""},
      {"Une ligne que l'on a coupée à la marge, juste avant le signe qui annonce\n: une suite", ""},
      {"около\n~ 5 км", ""},
      {"$$\na\n: b\n$$ `c\n: d`", ""},
      {"a[^1] b", "footnote 1:2+4"},
      {"*a[^note-1]*[^2]", "footnote 1:3+9, footnote 1:13+4"},
      {"a[^1]\n\n[^1]: where it is said", ""},
      {"- b[^1]\n", "footnote 1:4+4"},
      {"| a[^1] |\n|---|\n", "footnote 1:4+4"},
      {"a\\[^1]", ""},
      {"`[^1]` and $[^1]$", ""},
      {"[^ 1] [^] [^", ""},
      {"[^abc], a[^0-9]+, (x[^\\s]) и x[^ab]*", ""},
      {"a [^1] b", ""},
      {"a [^1] b[^2]\n\n[^1]: c d", "footnote 1:9+4"},
      {"слово[^q3], [^q4] x[^a] x[^a1]*", "footnote 1:6+5"},
      {"слово[^прим]", "footnote 1:6+7"},
  };
  for (const auto& [markdown, expected] : cases) {
    BOOST_TEST_CONTEXT(markdown) { BOOST_TEST(sketch(found(markdown)) == expected); }
  }
}

BOOST_AUTO_TEST_CASE(hints) {
  const Diagnostics dashes = found("a|b\n-|-|-");
  BOOST_TEST((dashes.at(0).severity == Severity::warning));
  BOOST_TEST(dashes.at(0).message == "`-|-|-` makes no table of the lines around it");
  BOOST_TEST(dashes.at(0).hint ==
             "write as many columns as the line above has, and a blank line above that");
  BOOST_TEST(found("a[^1]").at(0).message ==
             "`[^1]` is printed as it stands: there is no footnote `[^1]: …`");
}

BOOST_AUTO_TEST_SUITE_END()

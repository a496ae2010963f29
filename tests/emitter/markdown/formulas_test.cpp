// Formulas as Markdown has them: which text is theirs, and what is said of those without an end.
#include "emitter/markdown/markdown.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

#include "tests/emitter/markdown_cases.hpp"

using namespace listok::emitter;
using namespace listok::tests;

BOOST_AUTO_TEST_SUITE(formulas_in_markdown)

BOOST_AUTO_TEST_CASE(formulas_behind_backquotes) {
  check({
      {"a $`x^2`$ b $`\\alpha`$, $`5`$", "p(a $x^2$ b $\\alpha$, $5$)"},
      {"```math\nx = \\frac{1}{2}\n```", "p($$x = \\frac{1}{2}$$)"},
      {"> ```math\n> x\n> y\n> ```", "quote(p($$x\ny$$))"},
      {"~~~ math\r\nx\r\n~~~", "p($$x$$)"},
      {"```math\n```\n\n```maths\nx\n```", "code(math: ) code(maths: x\n)"},
      {"`` $`x`$ `` и ``$`x`$``", "p(`$`x`$` и `$`x`$`)"},
      {"US$`a`$ и $`a`", "p(US$`a`$ и $`a`)"},
      {"| $`a\\|b`$ |\n|---|", "table -($a|b$)"},
      {"```\n$`x`$\n```", "code(: $`x`$\n)"},
  });
}

BOOST_AUTO_TEST_CASE(math_is_left_alone) {
  check({
      {"$a_b * c_d$", "p($a_b * c_d$)"},
      {"*x* $[a](b)$ *y*", "p(em(x) $[a](b)$ em(y))"},
      {"_a_$b$_c_", "p(em(a)$b$em(c))"},
      {"$a<b$ и $c>d$", "p($a<b$ и $c>d$)"},
      {"**$x$:** y", "p(strong($x$:) y)"},
      {"$5 и $10", "p($5 и $10)"},
      {"$x$$y$", "p($x$$y$)"},
      {"\\$a$ b", "p($a$ b)"},
      {"`$a$` $`b`$", "p(`$a$` $b$)"},
      {"[a](b$c) d$", "p(link(a -> b$c) d$)"},
      {"# O($n^2$)", "h1(O($n^2$))"},
      {"a $x +\ny$ b", "p(a $x +\ny$ b)"},
      {"- $x\n  y$", "ul[p($x\n  y$)]"},
      {"a $$x$$ b", "p(a $$x$$ b)"},
  });
}

BOOST_AUTO_TEST_CASE(display_math_over_lines) {
  check({
      {"$$\na\n- b\n+ c\n= d\n$$", "p($$\na\n- b\n+ c\n= d\n$$)"},
      {"$$\n# a\n> b\n1. c\n| d |\n===\n$$", "p($$\n# a\n> b\n1. c\n| d |\n===\n$$)"},
      {"a\n$$\nb  \n$$\nc", "p(a $$\nb  \n$$ c)"},
      {"- a\n  $$\n  - b\n  $$\n- c", "ul[p(a $$\n  - b\n  $$)][p(c)]"},
      {"- a\n\n  $$\n  + b\n  $$\n\nc", "ul loose[p(a) p($$\n  + b\n  $$)] p(c)"},
      {"$$\n\\begin{aligned} a &= b \\\\\n  c &= d\n\\end{aligned}\n$$",
       "p($$\n\\begin{aligned} a &= b \\\\\n  c &= d\n\\end{aligned}\n$$)"},
      {"$$\n    * a\n$$\n\n```\n$$\n```", "p($$\n    * a\n$$) code(: $$\n)"},
      {"$a &lt; b$ $x&#62;y&nbsp;$ $a\\&amp;b$", "p($a < b$ $x>y\u00A0$ $a\\&b$)"},
      {"$a \\* b$ $x^\\*$ $a\\\\*b \\\\\\* \\alpha$", "p($a * b$ $x^*$ $a\\\\*b \\\\* \\alpha$)"},
      {"$$\n\\begin{matrix}a &amp; b &foo; & c;\\end{matrix}\n$$",
       "p($$\n\\begin{matrix}a & b &foo; & c;\\end{matrix}\n$$)"},
      {"$a & b;$ $\\text{&}$ $&$", "p($a & b;$ $\\text{&}$ $&$)"},
      {"$$\r\n- a\r\n$$\r\n", "p($$\r\n- a\r\n$$)"},
      {"> $$a$$", "quote(p($$a$$))"},
      {"> $$\n> a\n> > b\n> $$\n> c", "quote(p($$\na\n> b\n$$ c))"},
      {"> > $$\r\n> > a\r\n>> $$\r\n", "quote(quote(p($$\r\na\r\n$$)))"},
      {"> $a +\n> b$", "quote(p($a +\nb$))"},
      {"> a\n>\n> \\begin{align}\n> a &= b \\\\\n> c &= d\n> \\end{align}",
       "quote(p(a) p($$\\begin{align}\na &= b \\\\\nc &= d\n\\end{align}$$))"},
      {"- a\n\n  > \\[\n  > a_1\n  > \\]\n\n  b", "ul loose[p(a) quote(p($$\na_1\n$$)) p(b)]"},
      {"> - $$\n>   a\n>   $$\n> - b", "quote(ul[p($$\n  a\n  $$)][p(b)])"},
      {"> $$\na\n$$", "quote(p($$\na\n$$))"},
      {"$$\na\n>\nb\n$$", "p($$\na\n>\nb\n$$)"},
  });
  check_refused({
      {"a $$x", "math-open 1:3+2"},
      {"$$\na\n\nb\n$$", "math-open 1:1+2, math-open 5:1+2"},
      {"a $\\\\$ b, $ \\\\ $", "math-empty 1:3+4, math-empty 1:11+6"},
      {"> $$ a\n>\n> b $$", "math-open 1:3+2, math-open 3:5+2"},
      {"# a $$ b\nc $$", "math-open 1:5+4"},
  });
}

BOOST_AUTO_TEST_CASE(two_dollars_of_a_sentence) {
  struct Case {
    std::string markdown;
    Severity severity;
  };
  const Case cases[] = {
      {"Bash: $$ is the pid", Severity::warning},
      {"a\necho $$", Severity::warning},
      {"$$ x", Severity::error},
      {"a\n  $$ x", Severity::error},
      {"- $$ x", Severity::error},
      {"a x^2$$", Severity::error},
      {"a $$x^2", Severity::error},
  };
  for (const auto& [markdown, severity] : cases) {
    const Diagnostics found = read_markdown(Source("a.md", markdown)).diagnostics;
    BOOST_TEST_REQUIRE(found.size() == 1u, markdown);
    BOOST_TEST(found.front().code == "math-open", markdown);
    BOOST_TEST((found.front().severity == severity), markdown);
  }
}
BOOST_AUTO_TEST_SUITE_END()

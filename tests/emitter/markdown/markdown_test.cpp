#include "emitter/markdown/markdown.hpp"

#include <boost/test/unit_test.hpp>

#include <chrono>
#include <string>

#include "tests/emitter/markdown_cases.hpp"

using namespace listok::emitter;
using namespace listok::tests;

namespace {

std::string repeated(std::string_view part, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += part;
  return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(markdown)

BOOST_AUTO_TEST_CASE(blocks) {
  check({
      {"", ""},
      {"Привет", "p(Привет)"},
      {"# A\n## B\n\n### C ###", "h1(A) h2(B) h3(C)"},
      {"A\n=\n\nB\n--", "h1(A) h2(B)"},
      {"> a\n> b\n\nc", "quote(p(a b)) p(c)"},
      {"- a\n- b\n  - c", "ul[p(a)][p(b) ul[p(c)]]"},
      {"- a\n\n- b", "ul loose[p(a)][p(b)]"},
      {"3. a\n4. b", "ol3[p(a)][p(b)]"},
      {"- a\n  # h\n  b", "ul[p(a) h1(h) p(b)]"},
      {"-\n- b", "ul[][p(b)]"},
      {"```python\ndef f():\n\treturn `x`\n```", "code(python: def f():\n    return `x`\n)"},
      {"    indented\n      more", "code(: indented\n  more\n)"},
      {"~~~\n$a$ <b> &amp;\n~~~", "code(: $a$ <b> &amp;\n)"},
      {"a\r\nb\r\n\r\nc\r\n", "p(a b) p(c)"},
      {"\xEF\xBB\xBF# A", "h1(A)"},
  });
}

BOOST_AUTO_TEST_CASE(footnotes) {
  check({
      {"a[^1] b\n\n[^1]: где это *сказано*.", "p(anote(где это em(сказано).) b)"},
      {"a[^1].\n\n[^1]: word", "p(anote(word).)"},  // to CommonMark the address of a link
      {"a[^n] b[^n]\n\n[^N]:c", "p(anote1(c) bnote1())"},
      {"**Важно!**[^1]: да\n\n[^1]: x", "p(strong(Важно!)note(x): да)"},
      {"[^1]: x\n\na[^1][^2]\n\n[^2]: y\nz\n\n    w\n\nb", "p(anote(x)note(y z<br>w)) p(b)"},
      {"- a[^1]\n- b\n\n[^1]: `c` $d$\n", "ul[p(anote(`c` $d$))][p(b)]"},
      {"> a[^1]\n>\n> [^1]: b\n", "quote(p(anote(b)))"},
      {"| a[^1] |\n|---|\n\n[^1]: b", "table -(anote(b))"},
      {"a[^1]\r\n[^1]: b\r\n[^2]: c\r\n\r\nd[^2]", "p(anote(b)) p(dnote(c))"},
      {"a[^1] `b[^1]`\n\n```\n[^1]: c\n```\n\n[^1]: d", "p(anote(d) `b[^1]`) code(: [^1]: c\n)"},
      {"a\\[^1] b[^1]\n\n[^1]: c", "p(a[^1] bnote(c))"},
      {"a[^1]\n\n    [^1]: c", "p(a[^1]) code(: [^1]: c\n)"},
      {"## A\na[^1] b[^1]\n## B\nc[^1]\n\n[^1]: d",
       "h2(A) p(anote1(d) bnote1()) h2(B) p(cnote1(d))"},
      {"[a](b[^1]) c[^1]\n\n[^1]: d", "p(link(a -> b[^1]) cnote(d))"},
      {"+ a\n\n[^1]: b\n+ c[^1]", "ul loose[p(a)][p(cnote(b))]"},
      {"a[^1]\n\n[^1]: **b**\n", "p(anote(strong(b)))"},
      {"a[^1]\n\n[^1]:\n    b\n", "p(anote(b))"},
      {"[^0-9]+ и a[^1]\n\n[^1]: b", "p([^0-9]+ и anote(b))"},
  });
  check_refused({
      {"a\n\n[^1]: b", "footnote-unused 3:1+4"},
      {"a[^1]\n\n[^1]: b\n\n[^1]: c", "duplicate-footnote 5:1+4"},
      {"# A[^1]\n\nb[^1]\n\n[^1]: c", "footnote-place 1:4+4"},
      {"a[^1] [b[^1]](c)\n\n[^1]: d", "footnote-place 1:9+4"},
      {"a[^1]\n\n[^1]: b[^1]", "footnote-place 3:8+4"},
      {"a[^1]\n\n[^1]: b\n\n    - c", "footnote-content 5:7+1"},
  });
}

BOOST_AUTO_TEST_CASE(definition_lists) {
  check({
      {"Apple\n: Fruit\n\nOrange\n:   Citrus\n", "dl[Apple: p(Fruit)][Orange: p(Citrus)]"},
      {"**Куча**\n: дерево\n: и память\n", "dl[strong(Куча): p(дерево) p(и память)]"},
      {"A\n\n: b\n\n    c\n\nd", "dl[A: p(b) p(c)] p(d)"},
      {"A\n: b\nC\n: d\n", "dl[A: p(b)][C: p(d)]"},
      {"`A`\r\n: b *c*\r\n  d\r\n", "dl[`A`: p(b em(c) d)]"},
      {"> A\n> : b", "quote(dl[A: p(b)])"},
      {"A\n: b\n  c\n: d", "dl[A: p(b c) p(d)]"},
      {"A\n: b\n\n    - c\n    - d", "dl[A: p(b) ul[p(c)][p(d)]]"},
      {"A\n: b\n+ c", "dl[A: p(b)] ul[p(c)]"},
      // words
      {"a\nb\n: c", "p(a b : c)"},
      {"A\n:b\n\n:smile: x", "p(A :b) p(:smile: x)"},
      {": a", "p(: a)"},
      {"# A\n: b", "h1(A) p(: b)"},
      {"- A\n: b", "ul[p(A : b)]"},
      {"| a |\n|---|\n| b |\n\n: Table", "table -(a; b) p(: Table)"},
      {"```\nA\n: b\n```\n\nA\n\n\n: b", "code(: A\n: b\n) p(A) p(: b)"},
      {"- : a", "ul[p(: a)]"},
  });
}

BOOST_AUTO_TEST_CASE(tick_lists) {
  check({
      {"- [ ] a\n- [x] b\n- [X] c\n- d", "ul[☐ p(a)][☑ p(b)][☑ p(c)][p(d)]"},
      {"* [х] да\n* [Х] да\n* [\u00A0] нет\n* [✓] да", "ul[☑ p(да)][☑ p(да)][☐ p(нет)][☑ p(да)]"},
      {"1. [x] **a** b\n2) [ ]", "ol1[☑ p(strong(a) b)] ol2)[☐ ]"},
      {"- [ ] a\n\n  b\n- [x]\n  c", "ul loose[☐ p(a) p(b)][☑ p(c)]"},
      {"> - [x] a\r\n>   - [ ] b\r\n", "quote(ul[☑ p(a) ul[☐ p(b)]])"},
      {"- [x](https://x.org) a\n- \\[ ] b\n- [ ]c\n- `[ ]` d\n- e [ ] f",
       "ul[p(link(x -> https://x.org) a)][p([ ] b)][p([ ]c)][p(`[ ]` d)][p(e [ ] f)]"},
      {"[ ] a\n\n| [x] |\n|---|", "p([ ] a) table -([x])"},
      {"- [y] a\n- [1] b", "ul[p([y] a)][p([1] b)]"},
  });
  check_refused({
      {"- [] a\n- [v] b\n- [+]\n- [-] c",
       "tick-box 1:3+2, tick-box 2:3+3, tick-box 3:3+3, tick-box 4:3+3"},
      {"- [v](https://x.org) a\n- &#91;v] b", ""},
  });
}

BOOST_AUTO_TEST_CASE(tables) {
  check({
      {"| a | b |\n|:--|--:|\n| 1 | 2 |\n| 3 |", "table lr(a & b; 1 & 2; 3 & )"},
      {"a | b\n:-: | ---\n`x` | *y*", "table c-(a & b; `x` & em(y))"},
      {"| a | b |\n|---|---|\n| $|x|$ | 2 |", "table --(a & b; $|x|$ & 2)"},
      {"| $|x|$ | b |\n|---|---|\n| 1 | 2 |", "table --($|x|$ & b; 1 & 2)"},
      {"| a |\n|---|\n| x \\| y |", "table -(a; x | y)"},
  });
  check_refused({
      {"| a | b |\n|---|---|\n| 1 | 2 | 3 |", "table-cells 3:11+3"},
      {"| a | b |\n|---|---|\n| 1 | 2 | |", ""},
      {"| a | b |\n|---|---|\n| 1 | [x](y) |", ""},
  });
}

BOOST_AUTO_TEST_CASE(inlines) {
  check({
      {"H~2~O, 20~30 и 40~50, ~~a~~ \\~b~ `~c~`", "p(H~2~O, 20~30 и 40~50, strike(a) ~b~ `~c~`)"},
      {"[a](http://x/~y/~z) <http://x/~y> [b](a\\_b~c) ![](d \"~\\_\ne\")",
       "p(link(a -> http://x/~y/~z) link(http://x/~y -> http://x/~y) link(b -> a_b~c) image(d, , "
       "~_ e))"},
      {"*a* **b** ~~c~~ `d`", "p(em(a) strong(b) strike(c) `d`)"},
      {"a\nb   c\td", "p(a b c d)"},
      {"a  \nb\\\nc", "p(a<br>b<br>c)"},
      {"*a\nb* c", "p(em(a b) c)"},
      {"a\n*b*", "p(a em(b))"},
      {"\\*a\\* 1 < 2 & 3", "p(*a* 1 < 2 & 3)"},
      {"`a\nb`", "p(`a b`)"},
      {"[a *b*](http://x.y/z_w)", "p(link(a em(b) -> http://x.y/z_w))"},
      {"<http://x.y/?a=1&b=2>", "p(link(http://x.y/?a=1&b=2 -> http://x.y/?a=1&b=2))"},
      {"[a](x?b&amp;c)", "p(link(a -> x?b&c))"},
      {"[a][l]\n\n[l]: http://x", "p(link(a -> http://x))"},
      {"http://x.y", "p(link(http://x.y -> http://x.y))"},
      {"![alt *x* $y$](img/a.png \"A\nb\")", "p(image(img/a.png, alt x y, A b))"},
      {"![](a.pdf)", "p(image(a.pdf, , ))"},
      {"a\u00A0 b", "p(a\u00A0 b)"},
      {"и\u0306", "p(й)"},
  });
}

BOOST_AUTO_TEST_CASE(entities) {
  check({
      {"a&nbsp;b &laquo;c&raquo;", "p(a\u00A0b «c»)"},
      {"&#8594; &#x2192; &rarr;", "p(→ → →)"},
      {"&amp;nbsp; `&lt;`", "p(&nbsp; `&lt;`)"},
      {"\u0438&#774;", "p(й)"},
      {"AT&T", "p(AT&T)"},
      {"a&#10;b", "p(a b)"},
  });
  check_refused({
      {"a &rar; b", "unknown-entity 1:3+5"},
      {"&#0;", "bad-entity 1:1+4"},
      {"&#xD800;", "bad-entity 1:1+8"},
      {"&#x110000;", "bad-entity 1:1+10"},
      {"&#7;", "control-character 1:1+4"},
      {"&#x202E;", "bidi-control 1:1+8"},
      {"[a](b&nosuch;c)", "unknown-entity 1:2+1"},
  });
  const auto document = read_markdown(Source("a.md", "&rar;"));
  BOOST_TEST(document.diagnostics.at(0).hint == "did you mean `&rarr;`?");
}

BOOST_AUTO_TEST_CASE(bullets) {
  check({
      {"• a\n• b", "ul[p(a)][p(b)]"},
      {"Список:\n• a\n• b\n\nc", "p(Список:) ul[p(a)][p(b)] p(c)"},
      {"• a\n  • b\n  c", "ul[p(a) ul[p(b c)]]"},
      {"  • a\n  • b", "ul[p(a)][p(b)]"},
      {"> • a\n> • b", "quote(ul[p(a)][p(b)])"},
      {"a • b", "p(a • b)"},
      {"a\n•", "p(a •)"},
      {"a\n• ", "p(a •)"},
      {"```\n• a\n```", "code(: • a\n)"},
      {"• $x$ `y`\n• **z**", "ul[p($x$ `y`)][p(strong(z))]"},
      {"$$\n• a\n$$", "p($$\n• a\n$$)"},
  });
}

BOOST_AUTO_TEST_CASE(what_is_refused) {
  check_refused({
      {"a\n\n---\n\nb", "rule 3:1+3"},
      {"**a**\n\n* * *  \nb\n***\n\n---", "rule 3:1+5, rule 5:1+3, rule 7:1+3"},
      {"| a |\n|---|\n| b |\n\n---", "rule 5:1+3"},
      {"```\na\n```\n\n---", "rule 5:1+3"},
      {"a\n---\n\n[b](https://x.y)\n\n---", "rule 6:1+3"},
      {"# a\n---\nb\n---\n---", "rule 2:1+3, rule 5:1+3"},
      {"> `a`\n>\n> ---\n\n- b\n\n  ---\n- ***", "rule 3:3+3, rule 7:3+3, rule 8:3+3"},
      {"---", "rule 1:1+3"},
      {"[a]()", ""},
      {"![a]()", "no-address 1:3+1"},
      {"[a](b \"c\")", "link-title 1:2+1"},
      {"[a](b~~)~~ c", "unpaired-mark 1:3+1"},
      {"~~a [b](c~~) d", "unpaired-mark 1:15+1"},
      {"![a](b$x$.png \"&amp; $y$\")", ""},
      {repeated("> ", 17) + "a", "nesting 1:35+1"},
      {repeated("> ", 16) + "a", ""},
      {repeated("- ", 300) + "a", "nesting 1:601+1"},
      {repeated("*a ", 17) + "b" + repeated(" c*", 17), "nesting 1:47+2"},
      {repeated("*a ", 16) + "b" + repeated(" c*", 16), ""},
  });
}

BOOST_AUTO_TEST_CASE(positions) {
  const Source source("a.md", "---\n---\nАб *в* $x$\n\n• `г`\n");
  const Document document = read_markdown(source, 8);
  const auto text = [&](Span span) {
    return source.text().substr(span.begin, span.end - span.begin);
  };
  const auto& line = std::get<Paragraph>(document.blocks.at(0).value).content;
  BOOST_TEST(text(document.blocks.at(0).span) == "Аб *в* $x$");
  BOOST_TEST(text(line.at(0).span) == "Аб ");
  BOOST_TEST(text(line.at(1).span) == "в");
  BOOST_TEST(text(line.at(3).span) == "$x$");
  BOOST_TEST(text(std::get<Math>(line.at(3).value).formula) == "x");
  BOOST_TEST(text(document.blocks.at(1).span) == "г");
  BOOST_TEST(source.place(document.blocks.at(1).span.begin).line == 5u);

  const Source picture("b.md", "Вот ![что](img/a.png)");
  const Document seen = read_markdown(picture);
  const Span name = std::get<Paragraph>(seen.blocks.at(0).value).content.at(1).span;
  BOOST_TEST(picture.text().substr(name.begin, name.end - name.begin) == "img/a.png");
}

// Text that is made to be slow, or deep, must end soon and without a crash.
BOOST_AUTO_TEST_CASE(hostile_text_ends_soon) {
  for (const char* part :
       {"[",     "*a ",   "$",         "$a ",   "$$ ",  "> ", "- ", "<a>", "&x;",  "`a", "a\n",
        "• a\n", "##a\n", "> - ```\n", "-Да\n", "[a](", "![", "|",  "\\",  "<!--", "*_", "~~a "}) {
    BOOST_TEST_CONTEXT(part) {
      const auto begin = std::chrono::steady_clock::now();
      const Document document = read_markdown(Source("a.md", repeated(part, 20000)));
      BOOST_TEST(document.diagnostics.size() <= 102u);
      BOOST_TEST((std::chrono::steady_clock::now() - begin < std::chrono::seconds(20)));
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

// HTML in Markdown: what becomes of it in the model, and what is told.
#include <boost/test/unit_test.hpp>

#include <string>

#include "emitter/markdown/markdown.hpp"
#include "tests/emitter/markdown_cases.hpp"

using namespace listok::emitter;
using namespace listok::tests;

namespace {

void check_english(const std::vector<Case>& cases) { check(cases, LineBreaks::likely, "en"); }

std::string repeated(std::string_view part, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += part;
  return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(html)

BOOST_AUTO_TEST_CASE(marks_in_a_line) {
  check_english({
      {"a <b>c</b> d", "p(a strong(c) d)"},
      {"<STRONG>a</STRONG> <I>b</i>", "p(strong(a) em(b))"},
      {"<em>a <b>c</b></em>, <s>d</s>, <del>e</del>", "p(em(a strong(c)), strike(d), strike(e))"},
      {"H<sub>2</sub>O и x<sup>2</sup>", "p(Hsub(2)O и xsup(2))"},
      {"x<sub>`a`</sub><sup>**b**</sup>", "p(xsub(`a`)sup(strong(b)))"},
      {"<b>a *b* `c`</b>", "p(strong(a em(b) `c`))"},
      {"*a <b>b</b>*", "p(em(a strong(b)))"},
      {"<b>жирный\nтекст</b> и всё", "p(strong(жирный текст) и всё)"},
      {"a <b> b </b> c", "p(a strong(b )c)"},
      {"<b></b>a", "p(a)"},
      {"<cite>a</cite> <dfn>b</dfn> <var>x</var>", "p(em(a) em(b) em(x))"},
      {"a <b class=\"x\n y\" id='z' hidden>c</b >", "p(a strong(c))"},
      {"# <b>A</b>\n## B<sub>1</sub>", "h1(strong(A)) h2(Bsub(1))"},
      {"- <b>a</b>\n- b", "ul[p(strong(a))][p(b)]"},
      {"> <b>a\n> b</b>", "quote(p(strong(a b)))"},
      {"| a | b |\n|---|---|\n| <b>c</b> | x<sup>2</sup> |",
       "table --(a & b; strong(c) & xsup(2))"},
      {"a<sub>" + repeated("слово ", 9) + "</sub> b", "p(a" + repeated("слово ", 9) + "b)"},
  });
}

BOOST_AUTO_TEST_CASE(code) {
  check_english({
      {"<code>a_b * c</code>", "p(`a_b * c`)"},
      {"<kbd>Ctrl</kbd>+<kbd>C</kbd>", "p(`Ctrl`+`C`)"},
      {"<samp>a</samp> <tt>b</tt>", "p(`a` `b`)"},
      {"<code>a &lt; b &amp;&amp; c</code>", "p(`a < b && c`)"},
      {"<code>a\nb</code>", "p(`a b`)"},
      {"<code>$x$ \\* ____</code>", "p(`$x$ * ____`)"},
      {"<code>a<br>b</code>", "p(`a`<br>`b`)"},
      {"<code></code>a", "p(a)"},
      {"<b><code>a</code></b>", "p(strong(`a`))"},
      {"<code>List<String></code>", "p(`List<String>`)", "stray-tag 1:11+8"},
      {"<code>__init__</code>", "p(`init`)", "marks-in-code 1:1+6"},
      {"<code>a <b>b</b> [c](d)</code>", "p(`a b c`)", "marks-in-code 1:9+3"},
      {"<code>`a`</code>", "p(`a`)"},
  });
}

BOOST_AUTO_TEST_CASE(ends_of_lines) {
  check_english({
      {"a<br>b<br/>c<br />d<BR>e", "p(a<br>b<br>c<br>d<br>e)"},
      {"a<br>\nb", "p(a<br>b)"},
      {"a<br>  \nb", "p(a) p(b)"},
      {"a</br>b", "p(a<br>b)"},
      {"a<br><br>b<br>", "p(a) p(b)"},
      {"<br>a<br>", "p(a)"},
      {"a\n\n<br>\n\nb", "p(a) p(b)"},
      {"<b>a<br>b</b>", "p(strong(a<br>b))"},
      {"| a<br>b | c |\n|---|---|\n| <br>d<br>e<br> | f |", "table --(a<br>b & c; d<br>e & f)"},
      {"| a |\n|---|\n| <code>b<br>c</code> |", "table -(a; `b`<br>`c`)"},
      {"# a<br>b", "h1(a<br>b)"},
      {"а) 12<br>\nб) 24", "p(а) 12<br>б) 24)"},
      {"a<wbr>b", "p(ab)"},
  });
}

BOOST_AUTO_TEST_CASE(links_and_pictures) {
  check_english({
      {"<a href=\"https://a.org/?x=1&amp;y=_2_\">a *b*</a>",
       "p(link(a em(b) -> https://a.org/?x=1&y=_2_))"},
      {"<a href='https://a.org' target=\"_blank\">a</a>", "p(link(a -> https://a.org))"},
      {"<a name=\"x\"></a>a <a id=y>b</a>", "p(a b)"},
      {"<a href=\"https://a.org\">[b](https://b.org) c</a>", "p(link(b c -> https://a.org))"},
      {"<img src=\"img/a_b.png\" alt=\"Схема &amp; вид\" title=\"Т\" width=\"300\">",
       "p(image(img/a_b.png, Схема & вид, Т, w=300px))"},
      {"a <img src=b.png> c", "p(a image(b.png, , ) c)"},
      {"<p align=\"center\">\n  <img src=\"b.png\"/>\n</p>", "p(image(b.png, , ))"},
      {"<a href=\"https://a.org\">\n<img src=\"b.png\" alt=\"c\">\n</a>",
       "p(link(image(b.png, c, ) -> https://a.org))"},
      {"<picture><source srcset=\"c.webp\"><img src=\"b.png\"></picture>", "p(image(b.png, , ))"},
      {"<img src=\"\" alt=\"x\">", "p(image(, x, ))", "no-address 1:18+1"},
  });
}

BOOST_AUTO_TEST_CASE(words_without_a_look) {
  check_english({
      {"<span>a</span> <font size=2>b</font> <small>c</small>", "p(a b c)"},
      {"a <abbr title=\"x\">b</abbr>", "p(a b)"},
      {"<u>a</u> b <u>c</u>", "p(a b c)", "lost-look 1:1+3"},
      {"<mark>a</mark>, <ins>b</ins>", "p(a, b)", "lost-look 1:1+6, lost-look 1:17+5"},
      {"<font color=\"red\">a</font>", "p(a)", "lost-look 1:1+18"},
      {"<span style=\"color: red\">a</span>", "p(a)", "lost-look 1:1+25"},
      {"<q>a <b>b</b></q>", "p(“a strong(b)”)"},
      {"<p>a</p>", "p(a)"},
      {"<p>a<p>b", "p(a) p(b)"},
      {"<center>a</center>", "p(a)"},
      {"<div>\n\n**a**\n\n- b\n\n</div>", "p(strong(a)) ul[p(b)]"},
      {"<div>a</div><div>b &lt;c</div>", "p(a) p(b <c)"},
      {"<div>\na\nb\n</div>\n\nc", "p(a b) p(c)"},
      {"a <div>b</div> c", "p(a) p(b) p(c)"},
      {"*a <p>b*", "p(em(a )) p(em(b))"},
      {"<div>\n## A\n\nb\n\n</div>", "p(## A) p(b)", "markdown-in-html 2:1+2"},
      {"<div>\n\n## A\n\nb\n\n</div>", "h2(A) p(b)"},
      {"<div>**a** b</div>", "p(**a** b)", "markdown-in-html 1:6+2"},
      {"<div>\n$5 и $x^2$</div>", "p($5 и $x^2$)", "markdown-in-html 2:6+5"},
      {"<div>____ и _ x_y</div>", "p(gap(4) и _ x_y)"},
      {"> <div>\n> a\n> </div>", "quote(p(a))"},
      {"> <div>\n>   a\n>   <b>b</b> c\n> </div>", "quote(p(a strong(b) c))"},
      {"- a\n\n  <div>b</div>\n- c", "ul loose[p(a) p(b)][p(c)]"},
      {"<h3>A <i>b</i></h3>\nc", "h3(A em(b)) p(c)"},
      {"<h1 align=\"center\">A</h1>\n\n<h2>B</h2>\n\nc", "h1(A) h2(B) p(c)"},
      {"a\n\n<hr>\n\nb", "p(a) p(b)", "rule 3:1+4"},
      {"<dl><dt>a<dd>b</dl>", "p(strong(a)) p(b)"},
  });
}

BOOST_AUTO_TEST_CASE(comments) {
  check_english({
      {"a <!-- b --> c", "p(a c)"},
      {"<!-- $$ -->\n\na", "p(a)"},
      {"<!-- a\n\nb -->\n\nc", "p(c)"},
      {"<!-- a\n\nb -->\n\nc", "p(c)"},
      {"<!-- a --> b", "p(b)"},
      {"a\n\n<!-- b\n\nc", "p(a)", "comment-open 3:1+4"},
  });
}

BOOST_AUTO_TEST_CASE(details) {
  check_english({
      {"<details>\n<summary>Ответ</summary>\n\nb *c*\n\n</details>", "h3(Ответ) p(b em(c))"},
      {"<details><summary><b>A</b></summary>\n<p>\n\n#### C\n\n```js\nx\n```\n\n</p>\n</details>",
       "h3(strong(A)) h4(C) code(js: x\n)"},
      {"<details>\n\n<summary>\n\n**A** b\n\n</summary>\n\nc\n\n</details>",
       "h3(strong(A) b) p(c)"},
      {"- a\n  <details><summary>B</summary>\n\n  c\n\n  </details>", "ul loose[p(a) h3(B) p(c)]"},
      {"<details open>\na\n</details>\n\nb", "p(a) p(b)"},
      {"<summary><h3>A</h3></summary>\n\nb", "h3(A) p(b)"},
      {"<summary>A\n\n## B\n\nc", "p(<summary>A) h2(B) p(c)", "stray-tag 1:1+9"},
      {"<h3 id=x>A\n\n## B\n\nc", "p(A) h2(B) p(c)", "unpaired-tag 1:1+9"},
  });
}

BOOST_AUTO_TEST_CASE(lists_quotes_and_code_blocks) {
  check_english({
      {"<ul><li>a</li><li>b</li></ul>", "ul[p(a)][p(b)]"},
      {"<UL>\n<LI>a\n<LI>b <b>c</b>\n</UL>\nd", "ul[p(a)][p(b strong(c))] p(d)"},
      {"<ol type=\"a\"><li>b</ol>\n\n<ol reversed><li>c</ol>", "ol1[p(b)] ol1[p(c)]",
       "lost-look 1:1+13"},
      {"<ol reversed><li>c</ol>", "ol1[p(c)]", "lost-look 1:1+13"},
      {"<ol type=\"1\" start=\"2\"><li>b</ol><ul type=\"square\"><li>c</ul>", "ol2[p(b)] ul[p(c)]"},
      {"<ol start=\"3\"><li>a<ul><li>b</ul><li>c</ol>", "ol3[p(a) ul[p(b)]][p(c)]"},
      {"a: <ul><li>b</li></ul> c", "p(a:) ul[p(b)] p(c)"},
      {"**a <ul><li>b</li></ul> c**", "p(strong(a )) ul[p(b)] p(strong(c))"},
      {"a <ul><li>*b</li></ul> c* d", "p(a) ul[p(em(b))] p(c d)"},
      {"a <ul><li>b *c <p>d* e</ul>", "p(a) ul[p(b em(c )) p(d e)]"},
      {"<li>a\n<li>b", "ul[p(a)][p(b)]"},
      {"<ul>\n\n<li>\n\na\n\n- b\n\n</li>\n\n</ul>", "ul[p(a) ul[p(b)]]"},
      {"<blockquote>a<p>b</p></blockquote>c", "quote(p(a) p(b)) p(c)"},
      {"<pre>\na  <b>b</b>\n &lt;c> *d*\n</pre>", "code(: a  b\n <c> *d*\n)"},
      {"<pre>a\n\nb</pre>\n\nc", "code(: a\n\nb\n) p(c)"},
      {"<pre><code class=\"language-python\">a\nb</code></pre>", "code(: a\nb\n)"},
      {"> <pre>\n> a\n>  b\n> </pre>", "quote(code(: a\n b\n))"},
      {"<ul><li>a\n\n## B\n\nc", "ul[p(a)] h2(B) p(c)", "unpaired-tag 1:1+4"},
  });
}

BOOST_AUTO_TEST_CASE(tables) {
  check_english({
      {"<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></table>",
       "table --(a & b; c & d)"},
      {"<table>\n  <thead>\n    <tr>\n      <th align=\"right\">a\n      <th>b\n  <tbody>\n    "
       "<tr>\n  "
       "    <td style=\"text-align: center\">c\n      <td>d | e\n</table>\n\nf",
       "table c-(a & b; c & d | e) p(f)"},
      {"<table><tr><td>a</td><td>b</td></tr></table>", "table --(; a & b)"},
      {"<table><caption>A</caption><tr><th>b<tr><th>c</table>", "p(A) table -(b; strong(c))"},
      {"<table>\n<tr><th>a</th><th>b</th></tr>\n<tr>\n<td>\n\n```js\nx;\ny;\n```\n\n</"
       "td>\n<td>\n\n- "
       "c\n- **d**\n\n</td></tr>\n</table>",
       "table --(a & b; `x;`<br>`y;` & • c<br>• strong(d))"},
      {"<table><tr><th>a<tr><td><ul><li>b<li>c</ul><p>d</table>", "table -(a; • b<br>• c<br>d)"},
      {"| a |\n|---|\n| <ol><li>b</li><li>c</li></ol> |", "table -(a; 1. b<br>2. c)"},
      {"<table><tr><th colspan=2>a<tr><td rowspan=2>b<td>c<tr><td>d</table>",
       "table --(a & ; b & c; d)", "lost-look 1:12+14"},
      {"<table><tr><td>a<table><tr><td>b</table>c</table>", "table -(; a<br>b<br>c)",
       "raw-html 1:17+7"},
      {"<table><tr><th>a<tr><td>\n\n- b\n  </td></tr></table>\n\n- c", "table -(a; • b<br>• c)",
       "unpaired-tag 4:13+8"},
      {"<table></table>a", "p(a)"},
      {"<table><tr><td>a\n\n## B\n\nc", "table -(; a) h2(B) p(c)", "unpaired-tag 1:1+7"},
      {"<table><tr><th>a<tr><td><pre>x &lt; y\n  z</pre></table>", "table -(a; `x < y`<br>`  z`)"},
  });
}

BOOST_AUTO_TEST_CASE(words_that_look_like_tags) {
  check_english({
      {"List<String> и List<String>", "p(List<String> и List<String>)", "stray-tag 1:5+8"},
      {"vector<int> v; <T>x</T>", "p(vector<int> v; <T>x</T>)",
       "stray-tag 1:7+5, stray-tag 1:16+3"},
      {"git clone <your name>", "p(git clone <your name>)", "stray-tag 1:11+11"},
      {"Class<Object>, <Button>", "p(Class<Object>, <Button>)",
       "stray-tag 1:6+8, stray-tag 1:16+8"},
      {"What is <header>?", "p(What is <header>?)", "stray-tag 1:9+8"},
      {"What is <input> or <script>?", "p(What is <input> or <script>?)",
       "stray-tag 1:9+7, stray-tag 1:20+8"},
      {"<div> или <span>?", "p(<div> или <span>?)", "stray-tag 1:1+5, stray-tag 1:11+6"},
      {"Чем <b> лучше <p>, <li> и <img>?", "p(Чем <b> лучше <p>, <li> и <img>?)",
       "stray-tag 1:5+3, stray-tag 1:15+3, stray-tag 1:20+4, stray-tag 1:27+5"},
      {"перед </body> и </div>", "p(перед </body> и </div>)", "stray-tag 1:7+7, stray-tag 1:17+6"},
      {"a #include <map>", "p(a #include <map>)", "stray-tag 1:12+5"},
      {"<!DOCTYPE html> a", "p(<!DOCTYPE html> a)", "stray-tag 1:1+15"},
      {"a <?php x ?> b", "p(a <?php x ?> b)", "stray-tag 1:3+10"},
      {"1 < 2 и 3 > 2, a<b и c>d", "p(1 < 2 и 3 > 2, a<b и c>d)"},
      {"Spec<S> и a<b>c", "p(Spec<S> и a<b>c)", "stray-tag 1:5+3, stray-tag 1:12+3"},
      {"<T>\nx\n</T>", "p(<T> x </T>)", "stray-tag 1:1+3"},
      {"<div>a < b <c> d</div>", "p(a < b <c> d)", "stray-tag 1:12+3"},
      {"<header>a</header>", "p(a)"},
      {"<ваше имя>", "p(<ваше имя>)"},
  });
}

BOOST_AUTO_TEST_CASE(what_is_not_printed) {
  check_english({
      {"a <script>alert(1)</script> b", "p(a b)", "hidden-html 1:3+8"},
      {"<script>\nalert(1)\n\nx\n</script>\n\na", "p(a)", "hidden-html 1:1+8"},
      {"<style>\np {}\n</style>\na", "p(a)", "hidden-html 1:1+7"},
      {"<iframe src=\"x\"></iframe>\n\na", "p(a)", "hidden-html 1:1+16"},
      {"<svg><path d=\"\"/></svg>\n\na", "p(a)", "hidden-html 1:1+5"},
      {"<video controls>\n\na", "p(a)", "hidden-html 1:1+16"},
      {"<div>\n<input type=\"checkbox\"> a\n</div>", "p(a)", "hidden-html 2:1+23"},
  });
}

BOOST_AUTO_TEST_CASE(tags_without_a_partner) {
  check_english({
      {"a <b>b\n\nc", "p(a strong(b)) p(c)", "unpaired-tag 1:3+3"},
      {"a</b> c", "p(a c)", "unpaired-tag 1:2+4"},
      {"<b>a <i>b</b> c</i> d", "p(strong(a em(b))em( c) d)"},
      {"<b>a *b</b> c* d", "p(strong(a em(b))em( c) d)"},
      {"*a <b>b* c</b> d", "p(em(a strong(b))strong( c) d)"},
      {"a</div></p></span> b", "p(a) p(b)",
       "unpaired-tag 1:2+6, unpaired-tag 1:8+4, unpaired-tag 1:12+7"},
      {"a</ul>b", "p(ab)", "unpaired-tag 1:2+5"},
      {"| <b>a | b</b> |\n|---|---|", "table --(strong(a) & b)",
       "unpaired-tag 1:3+3, unpaired-tag 1:11+4"},
  });
}

BOOST_AUTO_TEST_CASE(other_languages_and_line_ends) {
  check({{"<q>a</q>", "p(«a»)"}}, LineBreaks::likely, "ru");
  check_english({
      {"a <b>b\r\nc</b><br>\r\nd\r\n", "p(a strong(b c)<br>d)"},
      {"<ul>\r\n<li>a</li>\r\n</ul>\r\n\r\nb\r\n", "ul[p(a)] p(b)"},
      {"<pre>\r\na\r\nb\r\n</pre>\r\n", "code(: a\nb\n)"},
  });
}

// Tags that are made to be slow, or deep.
BOOST_AUTO_TEST_CASE(hostile_html_ends_and_says_little) {
  for (const char* part : {"<b>",
                           "<b><i>",
                           "</b>",
                           "<b>*a ",
                           "<ul><li>",
                           "<li>",
                           "<table><tr><td>",
                           "<td rowspan=9>",
                           "<tr><td>",
                           "<td>",
                           "<script>",
                           "<a href=\"",
                           "<a href=\"x\">",
                           "<pre>",
                           "<code>a</b>",
                           "<!--",
                           "<p>",
                           "<details>",
                           "<x>",
                           "&lt;",
                           "<img src=a>",
                           "<q>",
                           "<b>\n\n",
                           "<ul>\n\n",
                           "<table>\n<tr>\n<td>\n\n",
                           "<div>\n<",
                           "<div a='",
                           "<sub>",
                           "<h3>",
                           "</ul>",
                           "<br>",
                           "<table><tr><td>\n\n> ",
                           "<li>*a",
                           "*a <ul><li>",
                           "[a<b>](c) "}) {
    BOOST_TEST_CONTEXT(part) {
      const Source source("a.md", "<div>" + repeated(part, 5000));
      const Document document = read_markdown(source);
      const Source running("a.md", "a " + repeated(part, 5000));
      const Document other = read_markdown(running);
      BOOST_TEST(document.diagnostics.size() <= 102u);
      BOOST_TEST(other.diagnostics.size() <= 102u);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

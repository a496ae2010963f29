// What prints as it stands, or loses its marks, and is reported.
#include "emitter/marks/stray_marks.hpp"

#include <boost/test/unit_test.hpp>

#include "emitter/markdown/markdown.hpp"
#include "emitter/marks/backquotes.hpp"
#include "emitter/marks/foreign_marks.hpp"
#include "emitter/marks/scripts_in_text.hpp"
#include "emitter/marks/tex_in_text.hpp"
#include "tests/emitter/sketch.hpp"

using namespace listok::emitter;

namespace {

using Check = void (*)(const Blocks&, const Source&, DiagnosticList&);

Diagnostics found(const std::string& markdown, Check check) {
  const Source source("a.md", markdown);
  DiagnosticList findings(source);
  check(read_markdown(source).blocks, source, findings);
  return findings.take();
}

struct Case {
  std::string markdown, expected;
};

void look(Check check, const std::vector<Case>& cases) {
  for (const auto& [markdown, expected] : cases) {
    BOOST_TEST_CONTEXT(markdown) { BOOST_TEST(sketch(found(markdown, check)) == expected); }
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(stray_marks)

BOOST_AUTO_TEST_CASE(printed_or_lost) {
  look(check_stray_marks,
       {
           {"**Важно:**слово", "stray-mark 1:1+2, stray-mark 1:9+2"},
           {"**«Война и мир»**и", "stray-mark 1:1+2, stray-mark 1:16+2"},
           {"*(а)*б", "stray-mark 1:1+1, stray-mark 1:5+1"},
           {"a **kwargs b", "stray-mark 1:3+2"},
           {"a ** b * c, d* e *f", ""},
           {"\\*\\*x\\*\\* **y** `**z`", ""},
           {"__init__ и __два слова__", "lost-mark 1:1+8"},
           {"__Note__ ___init___ x.__foo__ __bar__() __a_b__",
            "lost-mark 1:23+7, lost-mark 1:31+7, lost-mark 1:41+7"},
           {"2**3 и 4**5, 2*x и 3*y, a*bcde*f", "lost-mark 1:1+11, lost-mark 1:14+9"},
           {"5*4*3*2*1", "lost-mark 1:1+5, lost-mark 1:5+5"},
           {"сло*во*м и *5* и", ""},
           {"100*200 руб*мес., k*a*b", "lost-mark 1:3+11, lost-mark 1:19+5"},
           {"a*b = c*d", "lost-mark 1:1+9"},
           {"a*b = *c*\n\n2*x + 3*(y), *a + b*c", "lost-mark 3:1+9, lost-mark 3:14+8"},
           {"x**2 + y**2, 2*x и `b` c*d", "lost-mark 1:1+11, lost-mark 1:14+13"},
           {"a.*, b.* и src/*.cpp и test/*.cpp", "lost-mark 1:2+7, lost-mark 1:15+16"},
           {"сло*во* и *сло*во, к*о*рова, «*a + b*», язык*C++*, *a = b*", ""},
           {"это**очень важно**для, **C++ и Go**шник, 用*Go 3*的", ""},
           {"count(*), sum(*), \"*\" и «*», **f(*)**", ""},
           {"и/*или*, (*.js, *.ts), *.NET*, это *a = b* и **x = 5**", ""},
           {"snake_case, _private, a_", ""},
           {"H~2~O, 20~30 и 40~50, ~~x~~ \\~2~", "single-tilde 1:2+3"},
           {"~зачёркнуто~, (~два слова.~)", "single-tilde 1:1+12, single-tilde 1:16+12"},
           {"~5 и ~6 ~20 мин, (~30 мин)~ ~/bin/lib/a/b:~/lib a~ б~ в ~ г ~ ~user и ~root", ""},
           {"~раз ~два слова~", "single-tilde 1:6+11"},
           {"$a**b$ `__init__` ____", ""},
           {"~~x", "stray-mark 1:1+2"},
           {"~~ x ~~ и ~~~ y", "stray-mark 1:1+2, stray-mark 1:6+2"},
           {"a ~~ b `~~ x ~~`", "stray-mark 1:3+2"},
           {"получить_имя_файла() и дата_начала_обучения, к_р_ва", ""},
           {"https://a.org/_b_*c и www.a.org/*b_", ""},
           {"http://a.org/~b~ и ftp", ""},
           {"one\ntwo $a*b$ $c*d$", ""},
           {"one\n$x$ **two", "stray-mark 2:5+2"},
           {"one <!-- **x --> two <!-- *y* -->", ""},
           {"[**one**](http://a.org/**)\ntwo\n*x*\n`**`\n**y**\nthree", ""},
       });
}

BOOST_AUTO_TEST_CASE(tex) {
  look(check_tex_commands,
       {
           {"\\textbf{x} и \\alpha", "tex-in-text 1:1+10, tex-in-text 1:14+6"},
           {"см. \\cite{x}, \\foo{y}", "tex-in-text 1:5+8, tex-in-text 1:15+7"},
           {"\\begin{itemize}\n\\item a\n\\end{itemize}",
            "tex-in-text 1:1+15, tex-in-text 2:1+5, tex-in-text 3:1+13"},
           {"C:\\temp\\alpha, \\n, \\foo, \\\\alpha", ""},
           {"$\\alpha$ `\\alpha` \\(\\alpha\\)", ""},
           {"папка\\alpha, %TEMP%\\alpha, ~\\alpha", ""},
           {"\\u{41}, \\p{L}, «\\alpha»", "tex-in-text 1:17+6"},
           // in a later line of a paragraph
           {"one\ntwo $\\alpha$", ""},
           {"one\ntwo\nthree $\\alpha$ **b** $\\beta$ c", ""},
           {"- one\n  two $\\alpha$\n\n> one\n> two $\\alpha$", ""},
           {"one\r\ntwo `\\alpha` $\\alpha$\r\n", ""},
           {"one\n$x$ \\alpha", "tex-in-text 2:5+6"},
           {"one\n\\alpha $x$\n\\beta", "tex-in-text 2:1+6, tex-in-text 3:1+5"},
           {"*one*\n\\alpha", "tex-in-text 2:1+6"},
           {"$x$\n\\alpha", "tex-in-text 2:1+6"},
           {"one <!-- \\alpha --> two\n\\beta", "tex-in-text 2:1+5"},
           // all that formulas know, and what documents are made with
           {"A \\varnothing B, \\to", "tex-in-text 1:3+11, tex-in-text 1:18+3"},
           {"\\{\\subseteq\\}", "tex-in-text 1:3+9"},
           {"the \\LaTeX logo, \\quad", "tex-in-text 1:5+6, tex-in-text 1:18+5"},
           {"x\\in A, n\\to\\infty, 2\\pi, 2x\\cdot 3",
            "tex-in-text 1:2+3, tex-in-text 1:10+3, tex-in-text 1:13+6, "
            "tex-in-text 1:22+3, tex-in-text 1:29+5"},
           // spaces and ends of lines
           {"См. рис.~\\ref{fig:a} и табл.~\\ref{tab:b} на с.~5., и~\\emph{a}",
            "tex-in-text 1:47+1, tex-in-text 1:10+11, tex-in-text 1:30+11, tex-in-text 1:54+8"},
           {"Рис.~1, т.~е., А.~С. Пушкин",
            "tex-in-text 1:5+1, tex-in-text 1:11+1, tex-in-text 1:18+1"},
           {"~5 минут, 20~30, HEAD~1, a.~1~, x.~X(), 1.~5, 1.0~rc1, ~.~", ""},
           {"\\S 5, \\No~5, \\textdegree C",
            "tex-in-text 1:1+2, tex-in-text 1:7+3, tex-in-text 1:14+11"},
           {"\\S\\d, \\S a, \\No, C:\\No 5", ""},
           {"текст\\\\ текст.\\\\\nтекст", "tex-in-text 1:6+2, tex-in-text 1:15+2"},
           {"C:\\\\a\\\\ b, \\\\ c, a/b\\\\ d, e\\\\\\\\ f, g\\\\h, i\\\\", ""},
           {"10\\,000 руб., 5\\,кг, т.\\,е., 3\\;см",
            "tex-in-text 1:3+2, tex-in-text 1:16+2, tex-in-text 1:24+2, tex-in-text 1:31+2"},
           {"a\\, b, find \\; c, a\\\\,b, $1\\,2$, `1\\,2`", ""},
           {"\\(a+b и", "tex-in-text 1:1+2"},
           {"\\[ c = d", "tex-in-text 1:1+2"},
           {"\\(см. a+b, :\\( x, \\[a-z, \\(a+b), f\\(x = 1", ""},
           {"C:\\x\\in, .\\to, dir\\top, \\N, \\S+, \\Exception, \\d", ""},
       });
  BOOST_TEST(found("\\textbf{x}", check_tex_commands).at(0).hint == "write `**…**`");
}

BOOST_AUTO_TEST_CASE(powers_and_indices) {
  look(check_scripts,
       {
           {"порядка 10^{-3}, x_{ij} и 10^-3.",
            "tex-in-text 1:9+7, tex-in-text 1:18+6, tex-in-text 1:27+5"},
           {"(a^2+b^2), f(x)^{2}, a_{n+1}",
            "tex-in-text 1:1+9, tex-in-text 1:12+8, tex-in-text 1:22+7"},
           {"2^10, 10^6, 2^10^3, x^2, ^-3, a^b, ^foo{2}, a ^ b", ""},
           {"HEAD^{tree}, v1^{commit}, file_{id}.txt, f_{id}.txt, ${x_{ij}}, x_{user}, _{a}", ""},
           {"$10^{-3}$ `x_{ij}` \\(x_{ij}\\) https://a.org/x_{1}", ""},
       });
  const Diagnostic told = found("a^2+b^2", check_scripts).at(0);
  BOOST_TEST(told.hint == "put the formula between dollars: `$a^2+b^2$`");
  BOOST_TEST(found("a^2+b^2", check_foreign_marks).empty());
}

BOOST_AUTO_TEST_CASE(backquotes) {
  look(check_backquotes,
       {
           {"the `risk-adjusted' and ``quoted'' words", "tex-in-text 1:5+15, tex-in-text 1:25+10"},
           {"``it's\nso'', (`so').", "tex-in-text 1:1+6, tex-in-text 2:8+4"},
           {"the `first' and the `second' one", "tex-in-text 1:5+17"},
           {"the `code and `` more", "stray-mark 1:5+1, stray-mark 1:15+2"},
           {"word` more", "stray-mark 1:5+1"},
           {"`code` and `` `so' ``, \\`x\\'", ""},
           {"O`zbek, tog` va 5` 3``", ""},
           {"`f'` is `x' y`, `don't stop `", ""},
           {"one\ntwo `a` $b$ `c'd` e", ""},
           {"`a`\nb `c`\n`d`\n*`e`*\nf", ""},
           {"```\n`a'\n```", ""},
       });
}

BOOST_AUTO_TEST_CASE(of_others) {
  look(check_foreign_marks,
       {
           {"==x== и a == b == c", "foreign-mark 1:1+5"},
           {"[[x]] ![[y]] [[z]](http://a)", "foreign-mark 1:1+5, foreign-mark 1:7+6"},
           {"a {: .wide} b {:ok, x}", "foreign-mark 1:3+9"},
           {"x^2^ и 2^10 и a ^ b ^", "foreign-mark 1:2+3"},
           {":smile: 10:20:30 a:b:c :-)", "foreign-mark 1:1+7"},
           {"{{< figure >}} {% x %}", "foreign-mark 1:1+14, foreign-mark 1:16+7"},
           {"x==1, y==2, (x)==1, y==2, a==b || c==d", ""},
           {"[[1, 2], [3, 4]] [[1, 2]] a[[0]]", ""},
           {"2^10^3", ""},
           {"f-string {{x}}, {{1,2},{3,4}}", ""},
           {"{{ name }}", "foreign-mark 1:1+10"},
           {"[@knuth1984, с. 5] и [-@fig:a]; [@a b]", "foreign-mark 1:1+18, foreign-mark 1:22+9"},
           {"@fig-x и (@eq:main), a@fig-x.com @Override @user @eq",
            "foreign-mark 1:1+6, foreign-mark 1:11+8"},
           {"a {#eq-main} b {.lead} [c]{.smallcaps}",
            "foreign-mark 1:3+10, foreign-mark 1:16+7, foreign-mark 1:27+12"},
           {"### a {#sub}", "foreign-mark 1:7+6"},
           {"{.5} {#if x} {# a #} {{.Name}} #{x} {a, b} {.} {x=1}", ""},
           {"a^[inline footnote], b^[слово]", "foreign-mark 1:2+18, foreign-mark 1:23+8"},
           {"^[0-9]+ ^[a-z] x^[n] ^[abcd]*", ""},
           {"??? question\n\n???+ note\n\n=== \"Tab\"\n\n??? что\n\n???",
            "foreign-mark 1:1+3, foreign-mark 3:1+4, foreign-mark 5:1+3"},
           {"++ctrl+c++ ^^x^^", "foreign-mark 1:12+5, foreign-mark 1:1+10"},
           {"{--x y--} {++x++} {>>x<<} {++i; j++}",
            "foreign-mark 1:1+9, foreign-mark 1:11+7, foreign-mark 1:19+7"},
           {"a %% obsidian comment %%\n%% b %% c %%d e%% f",
            "foreign-mark 1:3+22, foreign-mark 2:1+7, foreign-mark 2:11+7"},
           {"100%% и 50%%, %%time, %%timeit, x %% y и z %% w", ""},
           {"*[HTML]: a b\n\n<<< @/x", "foreign-mark 1:1+8, foreign-mark 3:1+6"},
           {"i++ и j++, ++i, ++j, C++ и C++, x == y == z, a^b и c^d, (^^) (^^), x++ + y++", ""},
           {"[[toc]] {{% notice %}}", "foreign-mark 1:1+7, foreign-mark 1:9+14"},
           {"[@smith2004] a@b", "foreign-mark 1:1+12"},
           {"[TOC]", "foreign-mark 1:1+5"},
           {"::: note\nx\n:::", "foreign-mark 1:1+3, foreign-mark 3:1+3"},
           {"!!! note", "foreign-mark 1:1+3"},
           {"a\n\n=====\r\n\n> ===", "foreign-mark 3:1+5, foreign-mark 5:3+3"},
           {"a\n===\n\na === b\n\n== x\n\n```\n===\n```", ""},
           {"multi-\nprocessor", "torn-word 1:1+6"},
           {"одно-\nи двух-\nместный", "torn-word 2:3+5"},
           {"multi-\r\nprocessor", "torn-word 1:1+6"},
           {"Vor-\nund Nachteile, одно-\nта двомісний", ""},
           {"`==x==` \\==x== $x^2^$", ""},
           {"x\na. $x^3+y^3$", ""},
           {"> x\n> a. $x^3+y^3$ x^2^", "foreign-mark 2:17+3"},
       });
}

BOOST_AUTO_TEST_SUITE_END()

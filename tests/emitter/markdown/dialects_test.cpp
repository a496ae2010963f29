// What people write that CommonMark reads otherwise: what becomes of it, and what is said of it.
#include <boost/test/unit_test.hpp>

#include "emitter/markdown/markdown.hpp"
#include "tests/emitter/sketch.hpp"

using namespace listok::emitter;

namespace {

struct Case {
  std::string markdown, blocks, diagnostics;
};

void check(const std::vector<Case>& cases, LineBreaks lines = LineBreaks::likely) {
  for (const auto& [markdown, blocks, diagnostics] : cases) {
    BOOST_TEST_CONTEXT(markdown) {
      const Source source("a.md", markdown);
      const Document document = read_markdown(source, 0, lines);
      BOOST_TEST(sketch(document.blocks, source) == blocks);
      BOOST_TEST(sketch(document.diagnostics) == diagnostics);
    }
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(dialects)

BOOST_AUTO_TEST_CASE(formulas) {
  check({
      {"a \\(x_1\\) b", "p(a $x_1$ b)", ""},
      {"\\[\n- a\n\\frac{b}{c}\n\\]", "p($$\n- a\n\\frac{b}{c}\n$$)", ""},
      {"- a\n\n  \\begin{align}\n  x &= 1\n  \\end{align}",
       "ul loose[p(a) p($$\\begin{align}\n  x &= 1\n  \\end{align}$$)]", ""},
      {"*\\(a_b\\)* и \\(c_d\\)", "p(em($a_b$) и $c_d$)", ""},
      {"\\[1\\] \\(см.\\)", "p([1] (см.))", ""},
      {"стоит $15 и 20$, а $x$ нет", "p(стоит $15 и 20$, а $x$ нет)", "dollar-words 1:7+9"},
      {"$15 и 20$\n\n$5, а не 7$", "p($15 и 20$) p($5, а не 7$)", "dollar-words 1:1+9"},
      {"$ x^2 $, $\\mu $", "p($ x^2 $, $\\mu $)", ""},
  });
}

BOOST_AUTO_TEST_CASE(glued_marks) {
  check({
      {"#\u00A0A\n\n##\u00A0B", "h1(A) h2(B)", ""},
      {"-\u00A0пункт\n-\u00A0ещё", "ul[p(пункт)][p(ещё)]", ""},
      {"•\u00A0a\n•\u00A0b\n\n1.\u00A0c", "ul[p(a)][p(b)] ol1[p(c)]", ""},
      {"##Вопрос\n\nа", "h2(Вопрос) p(а)", "glued-mark 1:1+8"},
      {"#Название\n\n#тег", "h1(Название) p(#тег)", "glued-mark 1:1+9"},
      {"a ##b\n\n##1 #2", "p(a ##b) p(##1 #2)", ""},
      {"Вот:\n-один\n-два\n-три", "p(Вот:) ul[p(один)][p(два)][p(три)]", "glued-mark 2:1+5"},
      {"-один\n\n-verbose\n-quiet\n\n-5\n-6", "p(-один) p(-verbose -quiet) p(-5 -6)", ""},
      {"•a\n•b\n\n1.в\n2.г\n\n*д\n*е", "ul[p(a)][p(b)] ol1[p(в)][p(г)] ul[p(д)][p(е)]",
       "glued-mark 1:1+2, glued-mark 4:1+3, glued-mark 7:1+2"},
      {"*д*\n*е*\n\n1.5\n1.6\n\n**Ж**\n**З**", "p(em(д) em(е)) p(1.5 1.6) p(strong(Ж) strong(З))",
       ""},
      {"```\n##Вопрос\n-один\n-два\n```", "code(: ##Вопрос\n-один\n-два\n)", ""},
      {"    ##Вопрос\n    -\u00A0один", "code(: ##Вопрос\n-\u00A0один\n)", ""},
      {"> ##Вопрос", "quote(h2(Вопрос))", "glued-mark 1:3+8"},
  });
}

BOOST_AUTO_TEST_CASE(fences) {
  check({
      {"```md\n```py\nx\n```\n```\na", "code(md: ```py\nx\n```\n) p(a)", "nested-fence 1:1+3"},
      {"```\na", "code(: a\n)", "fence-open 1:1+3"},
      {"```\na\n\n## b", "code(: a\n\n## b\n)", "fence-open 1:1+3"},
      {"```\na\n```\n```\nb\n```", "code(: a\n) code(: b\n)", ""},
      {"````\n```\na\n```\n````", "code(: ```\na\n```\n)", ""},
      {"- ```\n  a\n  ```\n- b", "ul[code(: a\n)][p(b)]", ""},
      {"```a``` b", "p(`a` b)", ""},
  });
  const auto severity = [](const char* markdown) {
    return read_markdown(Source("a.md", markdown)).diagnostics.at(0).severity;
  };
  BOOST_TEST((severity("```\na") == Severity::warning));
  BOOST_TEST((severity("```\na\n\n## b") == Severity::error));
}

BOOST_AUTO_TEST_CASE(kept_lines) {
  check({
      {"Вычислите:\nа) 12\nб) 24", "p(Вычислите:<br>а) 12<br>б) 24)", "kept-lines 2:1+2"},
      {"A) x\nB) y", "p(A) x<br>B) y)", "kept-lines 2:1+2"},
      {"1.1. a\n1.2. b\n\n1.1) a\n1.2) b", "p(1.1. a<br>1.2. b) p(1.1) a<br>1.2) b)",
       "kept-lines 2:1+4"},
      {"— Да.\n— Нет.", "p(— Да.<br>— Нет.)", "kept-lines 2:1+1"},
      {"Столица\n— Москва.", "p(Столица — Москва.)", ""},
      {"— Да, — сказал он\n— и ушёл.", "p(— Да, — сказал он — и ушёл.)", ""},
      {"Мой дядя самых честных правил,\nКогда не в шутку занемог,\nОн уважать себя заставил\nИ "
       "лучше выдумать не мог.",
       "p(Мой дядя самых честных правил,<br>Когда не в шутку занемог,<br>Он уважать себя "
       "заставил<br>И "
       "лучше выдумать не мог.)",
       "kept-lines 2:1+5"},
      {"One is this.\nTwo is that.\nThree.\nFour.", "p(One is this. Two is that. Three. Four.)",
       ""},
      {"1. a\n2. b", "ol1[p(a)][p(b)]", ""},
      {"- а) x\n  б) y\n- z", "ul[p(а) x<br>б) y)][p(z)]", "kept-lines 2:3+2"},
      {"> а) x\n> б) y", "quote(p(а) x<br>б) y))", "kept-lines 2:3+2"},
      {"а) x\\\nб) y  \nв) z", "p(а) x<br>б) y<br>в) z)", ""},
      {"см. п. а) и\nб) далее", "p(см. п. а) и б) далее)", ""},
      {"```\nа) x\nб) y\n```", "code(: а) x\nб) y\n)", ""},
      {"а) x\r\nб) y\r\n", "p(а) x<br>б) y)", "kept-lines 2:1+2"},
  });
  check({{"a\nb\n\nc", "p(a<br>b) p(c)", ""}, {"- a\n  b\n- c", "ul[p(a<br>b)][p(c)]", ""}},
        LineBreaks::keep);
  check({{"а) 12\nб) 24", "p(а) 12 б) 24)", ""}}, LineBreaks::join);
}

BOOST_AUTO_TEST_CASE(gaps) {
  check({
      {"Capital: ____, then 5–____.", "p(Capital: gap(4), then 5–gap(4).)", ""},
      {"__/__/____", "p(gap(2)/gap(2)/gap(4))", ""},
      {"«__» ______ 20__ г.", "p(«gap(2)» gap(6) 20gap(2) г.)", ""},
      {"(____) \"___\" ___!", "p((gap(4)) \"gap(3)\" gap(3)!)", ""},
      {"пере___л ___бежал\n\nбег___", "p(переgap(3)л gap(3)бежал) p(бегgap(3))", ""},
      {"__init__ ___x___ __«y»__ snake__case",
       "p(strong(init) em(strong(x)) strong(«y») snake__case)", ""},
      {"**____** *___*", "p(strong(gap(4)) em(gap(3)))", ""},
      {"Имя\n______\n______\nда", "p(Имя<br>line(6)<br>line(6)<br>да)", ""},
      {"______\n\n- _____", "p(line(6)) ul[p(gap(5))]", ""},
      {"`____` $____$ \\_\\_\\_ [a](b____c)", "p(`____` $____$ ___ link(a -> b____c))", ""},
      {"| a____ | ____ |\n|---|---|", "table --(agap(4) & gap(4))", ""},
      {"<http://a/__b__/____>", "p(link(http://a/__b__/____ -> http://a/__b__/____))", ""},
      {"```\n____\n```", "code(: ____\n)", ""},
  });
  check({{"a\n\n___\n\nb", "p(a) p(b)", "rule 3:1+1"}});
}

BOOST_AUTO_TEST_SUITE_END()

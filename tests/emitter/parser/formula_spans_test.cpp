#include "emitter/parser/formula_spans.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

using namespace listok::emitter;

BOOST_AUTO_TEST_SUITE(formulas)

BOOST_AUTO_TEST_CASE(what_is_a_formula) {
  struct Case {
    std::string markdown, formulas;  // what is found, between bars
  };
  const Case cases[] = {
      // pandoc's rule
      {"$a$", "|$a$"},
      {"$ a$", "|$ a$"},
      {"$a $", "|$a $"},
      {"$a$5", ""},
      {"$5 и $10", ""},
      {"$5, $10 и $15", ""},
      {"стоит $5, а $x$ дороже", "|$x$"},
      {"a\\$b$c", ""},
      {"\\\\$b$", "|$b$"},
      {"$a\\$b$", "|$a\\$b$"},
      {"$a$ $b$", "|$a$|$b$"},
      {"$a$$b$", "|$a$|$b$"},
      {"$$a$$", "|$$a$$"},
      {"$$ a $$", "|$$ a $$"},
      {"$$a$b$$", "|$$a$b$$"},
      {"$a\n\nb$", ""},
      {"$a\nb$", "|$a\nb$"},
      {"$a `b` c$", ""},
      {"`$a$`", ""},
      {"    $a$", ""},
      {"<!-- $a$ -->", ""},
      {"a <!-- $b$ --> $c$", "|$c$"},
      {"<http://a/$b$>", ""},
      {"[a](http://a/$b$)", ""},
      {"[$a$](b)", "|$a$"},
      {"*$a$*", "|$a$"},
      {"| $|a|$ |\n|---|\n| b |", "|$|a|$"},
      // dollars of words in a formula
      {"$\\text{if $x$}$", "|$\\text{if $x$}$"},
      {"$a \\mbox{ if $x_{1}$ or $y$} b$ c $d$", "|$a \\mbox{ if $x_{1}$ or $y$} b$|$d$"},
      {"$\\text{5$}$ b", "|$\\text{5$"},
      // spaces at the ends of what looks like a formula
      {"$ x^2 $", "|$ x^2 $"},
      {"$\\mu $ и $ \\sigma$", "|$\\mu $|$ \\sigma$"},
      {"$ n $ и $ 5 $", "|$ n $|$ 5 $"},
      {"$ x+y $, $ a + b $, $ f(x) $, $ (a, b) $, $ a ∪ b $, $ sin(x) / 2 $",
       "|$ x+y $|$ a + b $|$ f(x) $|$ (a, b) $|$ a ∪ b $|$ sin(x) / 2 $"},
      {"$ 5 and 7 $, US$ 15 - $ 20, $ 5 - 7 $, $ 5k $, $ ab + cd $, $ a - $", ""},
      {"$ or $, $ and/or $, $ % $, $ ls -la $, € / $ / £ / $ , $ я - в $, $ a\n+ b $", ""},
      {"$ a &lt; b $, $ a & b $", "|$ a &lt; b $"},
      {"US$ a + b $, $ a + b $5", ""},
      {"$ x^2 $5", ""},
      {"$HOME_DIR и $PATH", ""},
      {"$A_1, $B_2", ""},
      {"$ x_1\n $", ""},
      // words as sentences have them
      {"$5, а не 7$", ""},
      {"$15 и 20$", ""},
      {"от $5 до\n7$", ""},
      {"Cost ($) and price ($)", ""},
      {"$5 a day or 7$", ""},
      {"$15 и 20$, а $x$", "|$x$"},
      {"$x \\text{ при } y$", "|$x \\text{ при } y$"},
      {"$AB$ и $ab + cd$", "|$AB$|$ab + cd$"},
      {"$\\sin x$ и $sin x$", "|$\\sin x$|$sin x$"},
      {"$с + в$", "|$с + в$"},
      {"$а$", "|$а$"},
      // a price before a formula
      {"$5, $\\alpha$ and $10.", "|$\\alpha$"},
      {"The fee is $5, $|x|$ is big.", "|$|x|$"},
      {"A ticket costs $7. $(a+b)$ is a sum.", "|$(a+b)$"},
      {"$5 $\\alpha$, $5 = $|x|$", "|$\\alpha$|$|x|$"},
      {"$A_1, $\\alpha$", "|$\\alpha$"},
      // dollars behind numbers and names
      {"Скидка **5$** и **10$**.", ""},
      {"Скидка **$5**, **$x$**", "|$x$"},
      {"Цены: 10$, 20$ и 30$.", ""},
      {"5$, 6$ и (5$), (6$)", ""},
      {"10$-15$, 5$+6$, 5$/10$, 10$–15$", ""},
      {"5$. 6$.", ""},
      {"5$ x 10 = 50$", ""},
      {"5$ и 10$ за, 5\u00A0$ и 10\u00A0$ за", ""},
      {"Стоит 5$, x_1=3, y — 10$", ""},
      {"\"6$\", \"7$\"", ""},
      {"Курс EUR/$ и $/RUB", ""},
      {"Знак $ и $ x", ""},
      {"₽/$, €/$", ""},
      {"$USD/$EUR", ""},
      {"$PATH=/usr/bin:$HOME/bin", ""},
      {"$FOO=$BAR", ""},
      {"a_b, $_GET, $_POST", ""},
      {"echo \"$A_B\" \"$C_D\"", ""},
      {"${A} ${B}", ""},
      {"${var}, $_GET['a'] и ${user.age}; $.ajax", ""},
      {"$^ and $(CC) $^ -o $@, $^, $<", ""},
      {"\"{$a}, {$b}\" и {$a['x']} {$b}", ""},
      {"${a}$b, ${a}/${b}-$(c), '${a}' '$b', ${a}: $ ls", ""},
      {"$h{a} = $_; $x = $y; $x['a'] = $_POST['b'], $.a + $.b", ""},
      {"$ x^2 $, $\\mu $, ${n \\choose k}$, $^{14}C$, $_nC_k$, $0{,}5$, ${}^{2}$",
       "|$ x^2 $|$\\mu $|${n \\choose k}$|$^{14}C$|$_nC_k$|$0{,}5$|${}^{2}$"},
      {"$^\\circ$, $x^2 $, $a_{1} $, ${a}$, $x_1 $.", "|$^\\circ$|$x^2 $|$a_{1} $|${a}$|$x_1 $"},
      {"2$x^2$, при$\\alpha$, $n$th, $x_1$й, $\\beta$s", "|$x^2$|$\\alpha$|$n$|$x_1$|$\\beta$"},
      {"the $i−1$th, $n+1$st and $k-2$й", "|$i−1$|$n+1$|$k-2$"},
      {"$a-b$c $10-5$x", ""},
      {"«$AB$», —$ab$, $f^{**}$, $,$", "|$AB$|$ab$|$f^{**}$|$,$"},
      {"5$, $x$ и 10$", "|$x$"},
      // what chat assistants write
      {"\\(x\\)", "|\\(x\\)"},
      {"\\( \\frac{a}{b} \\), \\(n\nm\\)", "|\\( \\frac{a}{b} \\)|\\(n\nm\\)"},
      {"\\(см. ниже\\) \\( \\) \\(\\)", ""},
      {"\\(a\n\nb\\)", ""},
      {"\\\\(x\\)", ""},
      {"`\\(x\\)`", ""},
      {"a \\[ x^2 \\] b", "|\\[ x^2 \\]"},
      {"\\[x\\] a, \\[1\\], \\[ \\], \\[foo\\], \\[a b\\](c)", ""},
      {"\\[a + b\\]", "|\\[a + b\\]"},
      {"\\[a\\_b\\^2\\], \\(a\\*b \\{c\\}\\), \\[a\\, b\\!\\]", ""},
      {"\\[a b\\]\n\n\\(a\\-b=1\\)", ""},
      {"\\[\n- a\n+ b_1\n\\]", "|\\[\n- a\n+ b_1\n\\]"},
      {"a\n\\[\nx = 1\n\\]\nb", "|\\[\nx = 1\n\\]"},
      {"\\begin{align}\n- a &= b\n\\end{align}", "|\\begin{align}\n- a &= b\n\\end{align}"},
      {"a\n\\begin{equation*}x\\end{equation*}\nb", "|\\begin{equation*}x\\end{equation*}"},
      {"a \\begin{align}x\\end{align}", ""},
      {"\\begin{align}\nx\n\ny\n\\end{align}", ""},
      {"\\begin{itemize}\n\\item x\n\\end{itemize}", ""},
      {"$$\n\\begin{align}x\\end{align}\n$$", "|$$\n\\begin{align}x\\end{align}\n$$"},
      {"```\n\\[ x^2 \\]\n```", ""},
      {"[\\(x^2\\)](http://a/\\(b^2\\))", "|\\(x^2\\)"},
      // names between brackets that are escaped
      {"массив a\\[i_1\\] и b\\[key=value\\], \\[user_id\\]", ""},
      {"ls \\[--sort=name\\] \\[file_name\\]", ""},
      {"\\[Smith_2020\\]", ""},
      {"\\(по умолчанию true=1\\), \\(user_id\\), \\(2024\\)", ""},
      {"f\\(x\\), a\\(i=1\\)", ""},
      {"\\[\nx\n\\]", "|\\[\nx\n\\]"},
      {"\\[\nuser_id\n\\]", ""},
      {"\\(x_1\\), \\(a_{ij}\\), \\(n = 10\\), \\(10\\), \\(f(x) = \\max(a, b)\\)",
       "|\\(x_1\\)|\\(a_{ij}\\)|\\(n = 10\\)|\\(10\\)|\\(f(x) = \\max(a, b)\\)"},
      {"\\[\nloss = x\n\\]", "|\\[\nloss = x\n\\]"},
      // cells of a table
      {"| Cost ($) | price ($) |\n|---|---|\n| $5 | $7 |", ""},
      {"| a$ | $b |\n|---|---|\n| $x$ | $y$ |", "|$x$|$y$"},
      {"| a | b |\n|---|---|\n| $P(A\\|B)$ | $|x|$ |", "|$P(A\\|B)$|$|x|$"},
      {"a | b\n---|---\n`|` | $|x|$", "|$|x|$"},
  };
  for (const auto& [markdown, expected] : cases) {
    BOOST_TEST_CONTEXT(markdown) {
      std::string found;
      for (const FormulaSpan& one : find_formulas(markdown).found) {
        found += "|" + markdown.substr(one.whole.begin, one.whole.end - one.whole.begin);
        const std::string written = markdown.substr(one.whole.begin);
        const bool dollars = written.starts_with("$$");
        const bool inline_formula =
            written.starts_with("\\(") || (written.starts_with('$') && !dollars);
        BOOST_TEST(one.display == !inline_formula);
      }
      BOOST_TEST(found == expected);
    }
  }
}

BOOST_AUTO_TEST_CASE(dollars_that_are_not_closed) {
  BOOST_TEST((find_formulas("a $$ b").unclosed == std::vector<Span>{{2, 4}}));
  BOOST_TEST((find_formulas("```\n$$\n```").unclosed == std::vector<Span>{}));
}

BOOST_AUTO_TEST_CASE(words_between_dollars) {
  BOOST_TEST((find_formulas("$5 и 7$, $a$").words == std::vector<Span>{{0, 8}}));
  BOOST_TEST((find_formulas("$ ab + c $").words == std::vector<Span>{{0, 10}}));
  BOOST_TEST((find_formulas("$ or $, $ 5 - 7 $, $ ls -l $").words == std::vector<Span>{}));
  BOOST_TEST((find_formulas("$5 и $7").words == std::vector<Span>{}));
}

// Each dollar that a formula has lost, by its offset.
BOOST_AUTO_TEST_CASE(dollars_left_over) {
  struct Case {
    std::string markdown;
    std::vector<std::size_t> offsets;
  };
  const Case cases[] = {
      {"So $a$ 3^5 2^2=23112$.", {20}},
      {"So 3^5 2^2=23112$.", {16}},
      {"c. 1, $\\{$\\varnothing, \\varnothing\\} = \\{\\varnothing\\}$ , hence", {54}},
      {"P(A ∩ B) = $P(A)", {13}},
      {"$x_{1} and A ⊂ B$ is", {}},
      {"A ⊂B$ is", {6}},
      {"$\\alpha is", {0}},
      {"$a$ and b$ and $c$", {9}},
      {"$a$ b$ $c$ d$", {5, 12}},
      {"- $a$ b$\n- 5$ c$", {7}},
      {"| $a$ | b$ |\n|---|---|\n| c$ | $d e$f |", {}},
      {"| $a$ b$ |\n|---|\n| c |", {7}},
      // prices, names of programs, patterns
      {"$5, $x$ и 10$, **7$**, $1,000, US$ 5, ($), EUR/$", {}},
      {"$x$ стоит $20/месяц или 10–20$", {}},
      {"$HOME, $x, f($x), $(ls), 10$ a$", {}},
      {"^foo$", {}},
      {"^[a-z]+$", {}},
      {"\\d+$", {}},
      {"C:\\dir$, \\\\host\\dir$", {}},
      {"$15 и 20$, а $x$", {}},
      {"`$a` $x$ \\$y <!-- $ -->", {}},
  };
  for (const auto& [markdown, offsets] : cases) {
    BOOST_TEST_CONTEXT(markdown) {
      std::vector<std::size_t> found;
      for (const Span dollar : find_formulas(markdown).stray) found.push_back(dollar.begin);
      BOOST_TEST(found == offsets, boost::test_tools::per_element());
    }
  }
}

BOOST_AUTO_TEST_CASE(masking_keeps_lines_and_indentation) {
  const std::string text = "a $$x\n  - y$$ $z$";
  BOOST_TEST(mask_formulas(text, find_formulas(text).found) == "a $$\x1A\n  \x1A\x1A\x1A$$ $\x1A$");
  const std::string dressed = "\\(x\\) \\[y=1\\]\n\\begin{align}x\n\\end{align}";
  BOOST_TEST(mask_formulas(dressed, find_formulas(dressed).found) ==
             "$$\x1A$$ $$\x1A\x1A\x1A$$\n$" + std::string(13, '\x1A') + "\n" +
                 std::string(10, '\x1A') + "$");
}

BOOST_AUTO_TEST_SUITE_END()

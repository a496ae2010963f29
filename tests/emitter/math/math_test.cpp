#include "emitter/math/math.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>

#include "emitter/math/command_table.hpp"
#include "emitter/text/text.hpp"

using namespace listok::emitter;

namespace {

MathText read(std::string_view formula, const MathRules& rules = {}) {
  const std::string before = "Это $";
  const Source source("ru/01.md", before + std::string(formula) + "$ …");
  return read_math(source, {before.size(), before.size() + formula.size()}, rules);
}

std::string written(std::string_view formula, const MathRules& rules = {}) {
  const MathText math = read(formula, rules);
  for (const auto& one : math.diagnostics) BOOST_TEST_MESSAGE(format_diagnostic(one, false));
  BOOST_TEST(math.diagnostics.empty());
  return math.tex;
}

// "code column length", one for each diagnostic, columns from the beginning of the formula.
std::string found(std::string_view formula) {
  const MathText math = read(formula);
  BOOST_TEST(math.tex.empty());
  std::string all;
  for (const auto& one : math.diagnostics) {
    BOOST_TEST(!one.hint.empty());
    BOOST_TEST((one.severity == Severity::error));
    BOOST_TEST(one.line == 1);
    all += (all.empty() ? "" : ", ") + one.code + " " + std::to_string(one.column - 5) + " " +
           std::to_string(one.length);
  }
  return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(math)

BOOST_AUTO_TEST_CASE(written_anew) {
  constexpr std::string_view table[][2] = {
      {"a^2+b^2 = c^2", "a^2+b^2 = c^2"},
      {"  x \n y  ", "x y"},
      {"x_{ij}^{10}", "x_{ij}^{10}"},
      {"x ^ {2} _ i", "x^2_i"},
      {"{a}", "{a}"},
      {"^2", "{}^2"},
      {"f' f''_1 f'^2", "f' f''_1 f'^2"},
      {"\\frac12 \\frac{a}{b}", "\\frac{1}{2} \\frac{a}{b}"},
      {"\\sqrt x \\sqrt[3]{x}", "\\sqrt{x} \\sqrt[3]{x}"},
      {"\\sqrt[{]}]{x}", "\\sqrt[{{]}}]{x}"},
      {"\\hat y", "\\hat{y}"},
      {"x^\\frac12", "x^{\\frac{1}{2}}"},
      {"O(n \\log n)", "O(n \\log n)"},
      {"\\sum\\limits_{i=1}^n x_i", "\\sum\\limits_{i=1}^n x_i"},
      {"\\operatorname*{arg\\,max}_x", "\\operatorname*{arg\\,max}_x"},
      {"\\left( \\frac{a}{b} \\middle| c \\right]", "\\left( \\frac{a}{b} \\middle| c \\right]"},
      {"\\left\\{ x \\right.", "\\left\\{ x \\right."},
      {"\\big( a \\Bigr\\rangle b", "\\big( a \\Bigr\\rangle b"},
      {"\\left< a\\right>", "\\left\\langle a\\right\\rangle"},
      {"\\not= \\not\\in", "\\not= \\not\\in"},
      {"50\\% \\# \\$ \\& \\_ \\{\\}", "50\\% \\# \\$ \\& \\_ \\{\\}"},
      {"a\\,b\\;c\\ d\\!e~f", "a\\,b\\;c\\ d\\!e~f"},
      // typed as characters
      {"a ≤ b × c → ∞", "a \\le b \\times c \\rightarrow \\infty"},
      {"αx·βy", "\\alpha x\\cdot\\beta y"},
      {"x² y₁₂ W_qᵀ", "x^2 y_{12} W_q^T"},
      {"ℝ^n − 1", "\\mathbb{R}^n - 1"},
      {"∑_{i}", "\\sum_i"},
      {"∑\\limits_i", "\\sum\\limits_i"},
      {"f′", "f'"},
      {"90°", "90^{\\circ}"},
      {"\\mathcal{L}_x \\mathcal{\\mathrm{x}Y}", "\\mathcal{L}_x \\mathcal{\\mathrm{x}Y}"},
      {"f″ f‴", "f'' f'''"},
      {"a ≔ b ∯ c", "a \\coloneq b \\oiint c"},
      // commands that the class does not know
      {"\\tg^2 x", "\\operatorname{tg}^2 x"},
      {"\\argmax\\limits_x f", "\\operatorname*{arg\\,max}\\limits_x f"},
      {"a\\lt b \\not\\gt c", "a< b \\not> c"},
      {"\\Diamond p", "\\lozenge p"},
      // words
      {"x_макс", "x_{\\text{макс}}"},
      {"число голов + 1", "\\text{число голов} + 1"},
      {"доход - расход", "\\text{доход} - \\text{расход}"},
      {"\\text{если 50\\% и\\_а}", "\\text{если 50\\% и\\_а}"},
      {"\\text{→ [a] ~\"b\"}", "\\text{\\sym{→} {[}a{]} ~\\textquotedbl{}b\\textquotedbl{}}"},
      // environments
      {"\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}",
       "\\begin{pmatrix}\na & b \\\\\nc & d\n\\end{pmatrix}"},
      {"\\begin{cases}1&x>0\\\\0&\\text{иначе}\\\\\\end{cases}",
       "\\begin{cases}\n1 & x>0 \\\\\n0 & \\text{иначе} \\\\\n\\end{cases}"},
      {"\\begin{aligned} a &= b \\\\ & + c \\end{aligned}",
       "\\begin{aligned}\na &= b \\\\\n& + c\n\\end{aligned}"},
      {"\\begin{array}{l|c} a & b \\end{array}", "\\begin{array}{l|c}\na & b\n\\end{array}"},
      {"\\begin{array}{l} \\hline a \\\\ \\hline b \\\\\\hline \\end{array}",
       "\\begin{array}{l}\n\\hline\na \\\\\n\\hline\nb \\\\\n\\hline\n\\end{array}"},
      // nothing is taken for an option or a star
      {"\\begin{aligned} [a] \\\\ [b] \\\\ *c \\end{aligned}",
       "\\begin{aligned}\n{[}a] \\\\\n{[}b] \\\\\n{*}c\n\\end{aligned}"},
      {"\\sum_{\\substack{i<n \\\\ [j]}}", "\\sum_{\\substack{i<n \\\\ {[}j]}}"},
  };
  for (const auto& [formula, expected] : table) {
    BOOST_TEST_CONTEXT(formula) { BOOST_TEST(written(formula) == expected); }
  }
}

// What LaTeX numbers, or takes from before there was LaTeX.
BOOST_AUTO_TEST_CASE(pasted_from_other_documents) {
  constexpr std::string_view table[][2] = {
      {"\\begin{align} a &= b \\notag \\\\ c &= d \\end{align}",
       "\\begin{aligned}\na &= b \\\\\nc &= d\n\\end{aligned}"},
      {"\\begin{flalign*} a &= b \\nonumber\\\\ \\end{flalign*}",
       "\\begin{aligned}\na &= b \\\\\n\\end{aligned}"},
      {"\\begin{gather*} a \\\\ [b] \\end{gather*}",
       "\\begin{gathered}\na \\\\\n{[}b]\n\\end{gathered}"},
      {"\\begin{eqnarray} a &=& b \\\\ & & + c \\\\ &\\alpha&b \\end{eqnarray}",
       "\\begin{aligned}\na &= b \\\\\n& + c \\\\\n&\\alpha b\n\\end{aligned}"},
      {"\\begin{equation} a = b \\tag{1} \\end{equation}", "a = b \\qquad \\text{(1)}"},
      {"\\begin{equation*} a \\\\ b \\end{equation*}",
       "\\begin{gathered}\na \\\\\nb\n\\end{gathered}"},
      {"\\begin{rcases} a & b \\\\ c \\end{rcases}",
       "\\left. \\begin{array}{ll}\na & b \\\\\nc\n\\end{array} \\right\\}"},
      {"\\begin{rcases} a \\\\ [c] \\end{rcases} d",
       "\\left. \\begin{array}{l}\na \\\\\n{[}c]\n\\end{array} \\right\\} d"},
      {"a \\tag*{№ 5\\%}", "a \\qquad \\text{№ 5\\%}"},
      {"{\\rm d} x_{\\rm max}", "{\\mathrm{d}} x_{\\mathrm{max}}"},
      {"a \\bf b \\it c", "a \\mathbf{b \\mathit{c}}"},
      {"{\\rm}", "{}"},
      {"\\left( \\rm a \\right)", "\\left( \\mathrm{a} \\right)"},
      {"\\begin{aligned} \\rm a & b \\end{aligned}",
       "\\begin{aligned}\n\\mathrm{a} & b\n\\end{aligned}"},
      {"\\R^n \\N \\Z \\Q \\C", "\\mathbb{R}^n \\mathbb{N} \\mathbb{Z} \\mathbb{Q} \\mathbb{C}"},
      {"\\text{50% of # R&D, a_b^c}", "\\text{50\\% of \\# R\\&D, a\\_b\\textasciicircum{}c}"},
      {"\\text{if $x_{1}<0$, \\{a\\}\\,\\ldots}", "\\text{if }{x_1<0}\\text{, \\{a\\}\\,…}"},
      {"{n\\choose k} {4\\over x+1}", "{\\binom{n}{k}} {\\frac{4}{x+1}}"},
      {"\\left(a\\over b\\right)", "\\left(\\frac{a}{b}\\right)"},
      {"n \\choose k", "\\binom{n}{k}"},
      {"\\sum_{i \\atop [j]} {\\over 2}", "\\sum_{\\substack{i \\\\ {}[j]}} {\\frac{}{2}}"},
      {"{{a\\over b}\\over c}", "{\\frac{{\\frac{a}{b}}}{c}}"},
      {"\\Bbb R \\Bbb{Q} \\bold x", "\\mathbb{R} \\mathbb{Q} \\mathbf{x}"},
      {"a \\xRightarrow[n]{f} b", "a \\underset{n}{\\overset{f}{\\Longrightarrow}} b"},
      {"\\begin{alignat*}{2} a &= b \\end{alignat*}", "\\begin{aligned}\na &= b\n\\end{aligned}"},
      {"\\begin{dcases} a \\\\ b \\end{dcases}", "\\begin{cases}\na \\\\\nb\n\\end{cases}"},
      {"\\left\\lang x \\right\\rrbracket", "\\left\\langle x \\right\\rBrack"},
      {"a\\hspace{ -0.5 mm }b\\hspace*{2em}", "a\\hspace{-0.5mm}b\\hspace{2em}"},
  };
  for (const auto& [formula, expected] : table) {
    BOOST_TEST_CONTEXT(formula) { BOOST_TEST(written(formula) == expected); }
  }
}

BOOST_AUTO_TEST_CASE(rows_of_a_display) {
  constexpr std::string_view table[][2] = {
      {"a \\\\ b", "\\begin{gathered}\na \\\\\nb\n\\end{gathered}"},
      {"[a] \\\\ *b \\\\", "\\begin{gathered}\n{[}a] \\\\\n{*}b\n\\end{gathered}"},
      {"a &= b \\\\ &= c", "\\begin{aligned}\na &= b \\\\\n&= c\n\\end{aligned}"},
      {"[a] \\\\", "[a]"},
      {"*a", "*a"},
      {"\\begin{align} a \\\\ b \\end{align}", "\\begin{aligned}\na \\\\\nb\n\\end{aligned}"},
  };
  for (const auto& [formula, expected] : table) {
    BOOST_TEST_CONTEXT(formula) { BOOST_TEST(written(formula, {.display = true}) == expected); }
  }
  const auto first = [](std::string_view formula) {
    return read(formula, {.display = true}).diagnostics.at(0);
  };
  BOOST_TEST(first("a & b").code == "math-structure");
  BOOST_TEST(first("a & b").column == 8U);
  BOOST_TEST(first("\\\\").code == "math-empty");
  BOOST_TEST(first("a \\\\[2pt] b").code == "math-argument");
}

BOOST_AUTO_TEST_CASE(decimal_commas) {
  constexpr std::string_view table[][2] = {
      {"0,5", "0{,}5"},
      {"x = 3,14 \\cdot 10^{-2,5}", "x = 3{,}14 \\cdot 10^{-2,5}"},
      {"0,5, 1,5", "0{,}5, 1{,}5"},
      {"\\frac{0,5}{2} + \\sqrt{1,44}", "\\frac{0{,}5}{2} + \\sqrt{1{,}44}"},
      {"\\begin{pmatrix} 0,5 & 1,5 \\end{pmatrix}",
       "\\begin{pmatrix}\n0{,}5 & 1{,}5\n\\end{pmatrix}"},
      {"|x - 0,5| \\text{, 1,5}", "|x - 0{,}5| \\text{, 1,5}"},
      // between brackets when something else says so
      {"[0,5; 1,5]", "[0{,}5; 1{,}5]"},
      {"(1 + 0,05)^2", "(1 + 0{,}05)^2"},
      {"f(x, 0,5)", "f(x, 0{,}5)"},
      {"(0{,}5)", "(0{,}5)"},
      // two numbers, or more
      {"f(x, y)", "f(x, y)"},
      {"f(x,y), 5", "f(x,y), 5"},
      {"x \\in \\{0,1\\}, [0,1], N(0,1), \\left(0,1\\right)",
       "x \\in \\{0,1\\}, [0,1], N(0,1), \\left(0,1\\right)"},
      {"\\max(0,1-x)", "\\max(0,1-x)"},
      {"\\langle 1,2 \\rangle", "\\langle 1,2 \\rangle"},
      {"x_{1,2} x_1,2 x^{1,2}", "x_{1,2} x_1,2 x^{1,2}"},
      {"i = 1,2", "i = 1,2"},
      {"1,2,3", "1,2,3"},
      {"k = 0,1,\\ldots,n", "k = 0,1,\\ldots,n"},
      {"1,2, …", "1,2, \\dots"},
      {"0, 5 и 0 ,5", "0, 5 \\text{и} 0 ,5"},
      {"1.5,2.5", "1.5,2.5"},
  };
  for (const auto& [formula, expected] : table) {
    BOOST_TEST_CONTEXT(formula) {
      BOOST_TEST(written(formula, {.decimal_comma = true}) == expected);
    }
  }
  BOOST_TEST(written("0,5") == "0,5");
}

BOOST_AUTO_TEST_CASE(a_label_is_passed_over) {
  const MathText math = read("a = b \\label{eq:a_b}");
  BOOST_TEST(math.tex == "a = b");
  BOOST_REQUIRE(math.diagnostics.size() == 1U);
  BOOST_TEST(math.diagnostics[0].code == "math-label");
  BOOST_TEST((math.diagnostics[0].severity == Severity::warning));
  BOOST_TEST(read("\\label{a}").diagnostics.at(1).code == "math-empty");
}

BOOST_AUTO_TEST_CASE(a_colour_is_passed_over) {
  const MathText math = read("\\color{red}{x} + \\textcolor{#f00}{y}^2");
  BOOST_TEST(math.tex == "{x} +{y}^2");
  BOOST_REQUIRE(math.diagnostics.size() == 2U);
  BOOST_TEST(math.diagnostics[0].code == "math-colour");
  BOOST_TEST((math.diagnostics[0].severity == Severity::warning));
}

BOOST_AUTO_TEST_CASE(refused) {
  constexpr std::string_view table[][2] = {
      {"\\input{x}", "math-command 1 6"},
      {"a + \\def\\x", "math-command 5 4, math-command 9 2"},
      {"\\ce{H}", "math-command 1 3"},
      {"\\hspace{25pt}", "math-argument 1 7"},
      {"\\hspace{-1em}", "math-argument 1 7"},
      {"\\hspace{2pt plus 1fil}", "math-argument 1 7"},
      {"\\hspace{1e0em}", "math-argument 1 7"},
      {"\\hspace{}", "math-argument 1 7"},
      {"\\hspace 2pt", "math-argument 1 7"},
      {"x^\\rm a", "math-argument 3 3"},
      {"{\\cal x}", "math-character 7 1"},
      {"\\nonumber", "math-empty 1 9"},
      {"\\tag{a$}", "math-text 7 1"},
      {"\\(a\\)", "math-command 1 2, math-command 4 2"},
      {"\\begin{alignat} a \\end{alignat}", "math-environment 17 1"},
      {"a \\over b \\over c", "math-structure 11 5"},
      {"\\not\\R", "math-argument 1 4"},
      {"\\begin{align} a \\end{align*}", "math-structure 17 12"},
      {"\\begin{eqnarray} a & = & b & c \\end{eqnarray}", "math-environment 28 1"},
      {"\\begin{gather} a & b \\end{gather}", "math-environment 18 1"},
      {"\\begin x", "math-environment 1 6"},
      {"\\begin{cases} a & b & c \\end{cases}", "math-environment 21 1"},
      {"\\begin{aligned} \\hline a \\end{aligned}", "math-command 17 6"},
      {"\\begin{array} a \\end{array}", "math-environment 15 1"},
      {"\\begin{array}{p} a \\end{array}", "math-environment 14 1"},
      {"\\begin{matrix} a", "math-structure 1 14"},
      {"\\begin{matrix} a \\end{cases}", "math-structure 18 11"},
      {"\\begin{aligned} a \\\\[2pt] b \\end{aligned}", "math-argument 19 2"},
      {"a & b", "math-structure 3 1"},
      {"a \\\\ b", "math-structure 3 2"},
      {"{a", "math-structure 1 1"},
      {"a}", "math-structure 2 1"},
      {"\\left( a", "math-structure 1 5"},
      {"a \\right)", "math-structure 3 6"},
      {"a \\middle| b", "math-structure 3 7"},
      {"x \\limits_i", "math-structure 3 7"},
      {"\\end{cases}", "math-structure 1 4"},
      {"\\sqrt[\\begin{matrix} a & b \\end{matrix}]{x}", "math-structure 6 1"},
      {"\\sqrt[3", "math-structure 6 1"},
      {"\\sum_{\\substack{a", "math-structure 16 1"},
      {"\\frac{a}", "math-argument 1 5"},
      {"\\hat^2", "math-argument 1 4"},
      {"\\left a \\right)", "math-argument 1 5"},
      {"\\not a", "math-argument 1 4"},
      {"x^a^b", "math-script 4 1"},
      {"x_a_b", "math-script 4 1"},
      {"f^2'", "math-script 4 1"},
      {"x²^3", "math-script 3 1"},
      {"x_", "math-script 2 1"},
      {"50% a", "math-character 3 1"},
      {"#1 \"a\" `",
       "math-character 1 1, math-character 4 1, math-character 6 1, "
       "math-character 8 1"},
      {"\\mathcal{Lx}", "math-character 11 1"},
      {"a — b", "math-character 3 1"},
      {"a^^5cb", "math-script 3 1"},
      {"\\text{a $x}", "math-text 9 1"},
      {"\\text{a {b} $\\foo$}", "math-text 9 1, math-text 11 1, math-command 14 4"},
      {"\\text{a\\input}", "math-text 8 1"},
      {"\\text{a", "math-structure 1 5"},
      {"\\text a", "math-argument 1 5"},
      {"\\text{漢}", "missing-glyph 7 1"},
      {"", "math-empty 1 1"},
      {"\\", "math-command 1 1"},
  };
  for (const auto& [formula, expected] : table) {
    BOOST_TEST_CONTEXT(formula) { BOOST_TEST(found(formula) == expected); }
  }
}

BOOST_AUTO_TEST_CASE(what_was_meant) {
  BOOST_TEST(read("\\aplha").diagnostics.at(0).hint.starts_with("did you mean `\\alpha`?"));
  BOOST_TEST(read("\\begin{alined}").diagnostics.at(0).hint.starts_with("did you mean `aligned`?"));
  BOOST_TEST(read("\\rank A").diagnostics.at(0).hint ==
             "write `\\operatorname{rank}`, or give it a name under `macros:` in listok.yaml");
  BOOST_TEST(read("\\newcommand{\\x}{y}").diagnostics.at(0).hint ==
             "nothing can be defined in a formula: write it out");
}

BOOST_AUTO_TEST_CASE(limits_of_size) {
  const auto nested = [](std::size_t depth) {
    return std::string(depth, '{') + "x" + std::string(depth, '}');
  };
  BOOST_TEST(written(nested(deepest_formula)) == nested(deepest_formula));
  BOOST_TEST(read(nested(deepest_formula + 1)).diagnostics.at(0).code == "math-size");
  std::string hats;
  for (std::size_t i = 0; i <= deepest_formula; ++i) hats += "\\hat";
  BOOST_TEST(read(hats + " x").diagnostics.at(0).code == "math-size");
  BOOST_TEST(read(std::string(longest_formula, 'x')).diagnostics.empty());
  BOOST_TEST(read(std::string(longest_formula + 1, 'x')).diagnostics.at(0).code == "math-size");
}

BOOST_AUTO_TEST_CASE(ten_mistakes_are_enough) {
  std::string formula;
  for (int i = 0; i < 30; ++i) formula += "\\foo ";
  BOOST_TEST(read(formula).diagnostics.size() == 10U);
}

BOOST_AUTO_TEST_CASE(the_help_names_every_command) {
  const std::string help = math_help();
  for (const auto& name : math_command_names()) {
    BOOST_TEST_CONTEXT(name) { BOOST_TEST(help.find("  \\" + name) != help.npos); }
  }
  for (std::size_t begin = 0; begin < help.size();) {
    const auto end = help.find('\n', begin);
    BOOST_TEST(length(help.substr(begin, end - begin)) <= 80U);
    begin = end + 1;
  }
}

BOOST_AUTO_TEST_CASE(no_name_is_in_the_table_twice) {
  std::vector<std::string> names = math_command_names();
  BOOST_TEST(names.size() > 300U);
  std::ranges::sort(names);
  BOOST_TEST((std::ranges::adjacent_find(names) == names.end()));
}

BOOST_AUTO_TEST_SUITE_END()

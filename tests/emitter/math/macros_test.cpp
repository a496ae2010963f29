#include "emitter/math/macros.hpp"

#include <boost/test/unit_test.hpp>

#include "emitter/config/config.hpp"
#include "emitter/math/math.hpp"

using namespace listok::emitter;

namespace {

ReadBank bank_of(const std::string& yaml) {
  return read_bank_config(std::make_shared<const Source>("listok.yaml", yaml), {{"en"}, "B"});
}

const Macros& macros() {
  static const ReadBank bank = bank_of(R"(macros:
  \RR: '\mathbb{R}'
  \norm: '\left\| #1 \right\|'
  \inner: '\langle #1,#2 \rangle'
  \twice: '#1#1'
  \T: '^\top'
  \e: '\varepsilon'
  \half: '\frac#11'
  \le: '\leqslant'
  \dist: '\norm{#1 - #2}_{\RR}'
  named: '\operatorname{named}'
  \lots: '\twice{\twice{\twice{\twice{#1}}}}'
  \nothing: '{}'
  \words: '\text{для #1}'
  \bad: '\input{x}'
)");
  return bank.bank.macros;
}

MathText read(std::string_view formula) {
  const std::string text = "Это $" + std::string(formula) + "$ …";
  return read_math(Source("ru/01.md", text), {8, 8 + formula.size()}, {.macros = &macros()});
}

}  // namespace

BOOST_AUTO_TEST_SUITE(macros_of_a_bank)

BOOST_AUTO_TEST_CASE(are_put_in) {
  constexpr std::string_view table[][2] = {
      {"x \\in \\RR^n", "x \\in \\mathbb{R}^n"},
      {"\\norm{x+y}_2", "\\left\\| x+y \\right\\|_2"},
      {"\\norm x", "\\left\\| x \\right\\|"},
      {"\\norm\\alpha b", "\\left\\| \\alpha \\right\\| b"},
      {"\\inner{u}{v}", "\\langle u,v \\rangle"},
      {"A\\T B", "A^{\\top} B"},
      {"\\alpha\\e x \\twice{\\e}x", "\\alpha\\varepsilon x \\varepsilon\\varepsilon x"},
      {"\\half3", "\\frac{3}{1}"},
      {"a \\le b ≤ c", "a \\leqslant b \\le c"},
      {"\\dist{x}{y}", "\\left\\| x - y \\right\\|_{\\mathbb{R}}"},
      {"\\twice{\\twice{a}}", "aaaa"},
      {"\\named x", "\\operatorname{named} x"},
      {"\\nothing a", "{} a"},
      {"\\words{всех}", "\\text{для всех}"},
      {"\\lots{a}", "aaaaaaaaaaaaaaaa"},
      {"\\norm{ {a} \\} }", "\\left\\| {a} \\} \\right\\|"},
      {"\\RRR", ""},
  };
  for (const auto& [formula, expected] : table) {
    BOOST_TEST_CONTEXT(formula) { BOOST_TEST(read(formula).tex == expected); }
  }
}

// Where the macro stands, or what was written for its argument.
BOOST_AUTO_TEST_CASE(what_is_wrong_is_reported_at_its_use) {
  struct Row {
    std::string_view formula, code;
    std::size_t column, length;
    std::string_view message;
  };
  const Row rows[] = {
      {"a \\norm", "math-macro", 3, 5, "the macro `\\norm` takes 1 argument, and 0 follow"},
      {"\\inner{a}", "math-macro", 1, 6, "the macro `\\inner` takes 2 arguments, and 1 follows"},
      {"\\inner{a}{b", "math-macro", 1, 6, "the macro `\\inner` takes 2 arguments, and 1 follows"},
      {"\\norm{a + \\foo}", "math-command", 11, 4, "`\\foo` is not allowed in math"},
      {"x^2\\T", "math-script", 4, 2,
       "a second `^` for one base, in the macro `\\T` of listok.yaml, line 6"},
      {"\\bad", "math-macro", 1, 4, "the macro `\\bad` is refused in listok.yaml"},
      {"\\norm{x} \\right)", "math-structure", 10, 6, "`\\right` closes nothing"},
  };
  for (const Row& row : rows) {
    BOOST_TEST_CONTEXT(row.formula) {
      const MathText math = read(row.formula);
      BOOST_TEST(math.tex == "");
      BOOST_TEST_REQUIRE(!math.diagnostics.empty());
      const Diagnostic& one = math.diagnostics.front();
      BOOST_TEST(one.code == row.code);
      BOOST_TEST(one.column == row.column + 5);
      BOOST_TEST(one.length == row.length);
      BOOST_TEST(one.message == row.message);
      BOOST_TEST(!one.hint.empty());
    }
  }
}

BOOST_AUTO_TEST_CASE(have_limits) {
  const std::string many(200, 'x');
  std::string formula = "\\lots{\\lots{" + many + "}}";
  BOOST_TEST(read(formula).diagnostics.at(0).code == "math-size");
  formula = "\\lots{\\lots{\\lots{\\lots{\\lots{\\lots{}}}}}}";
  BOOST_TEST(read(formula).diagnostics.at(0).code == "math-size");
}

BOOST_AUTO_TEST_CASE(are_refused_in_listok_yaml) {
  struct Row {
    std::string_view line, code, message;
  };
  const Row rows[] = {
      {"\\a: '\\input{x}'", "math-macro",
       "`\\a` cannot be a macro: `\\input` is not allowed in math"},
      {"\\a: '\\b'", "math-macro", "`\\a` cannot be a macro: `\\b` is not allowed in math"},
      {"\\a: 'x \\a'", "math-macro",
       "`\\a` cannot be a macro: it would be put in for ever, for it holds itself"},
      {"\\a: '{x'", "math-macro", "`\\a` cannot be a macro: `{` is not closed"},
      {"\\a: '#0'", "math-macro",
       "`\\a` cannot be a macro: `#` stands for an argument, and has no number"},
      {"\\a: 'x #'", "math-macro",
       "`\\a` cannot be a macro: `#` stands for an argument, and has no number"},
      {"\\a: '#1 #3'", "math-macro", "`\\a` cannot be a macro: `#2` is left out"},
      {"\\a: '#2#3'", "math-macro", "`\\a` cannot be a macro: `#1` is left out"},
      {"\\a: ''", "empty-value", "the macro `\\a` is empty"},
      {"\\a: [x]", "wrong-kind", "the macro `\\a` is a list"},
      {"\\a1: x", "bad-key", "`\\a1` cannot be the name of a macro"},
      {"\\left: x", "bad-key", "`\\left` cannot be the name of a macro"},
      {"\\: x", "bad-key", "`\\` cannot be the name of a macro"},
  };
  for (const Row& row : rows) {
    BOOST_TEST_CONTEXT(row.line) {
      const ReadBank read = bank_of("macros:\n  " + std::string(row.line) + "\n");
      BOOST_TEST_REQUIRE(read.diagnostics.size() == 1U);
      BOOST_TEST(read.diagnostics[0].code == row.code);
      BOOST_TEST(read.diagnostics[0].message == row.message);
      BOOST_TEST(read.diagnostics[0].line == 2U);
      BOOST_TEST(read.usable);
    }
  }
  const ReadBank both = bank_of(
      "macros:\n  \\a: '\\b'\n  \\b: '\\a'\n  \\c: '\\a'\n  \\d: '\\# #2#1#3#4#5#6#7#8#9'\n");
  BOOST_TEST(both.diagnostics.size() == 3U);
  BOOST_TEST(both.bank.macros.at("d").arguments == 9U);
  BOOST_TEST(bank_of("macros: x").diagnostics.at(0).code == "wrong-kind");
  BOOST_TEST(bank_of("macros:\n  \\a: x\n  a: y\n").diagnostics.at(0).code == "math-macro");
  BOOST_TEST(bank_of("macros:\n  \\a: '" + std::string(5000, 'x') + "'").diagnostics.size() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()

#include <boost/test/unit_test.hpp>

#include <fstream>
#include <sstream>

#include "tests/formulas/formulas.hpp"

using listok::emitter::has_errors;
using namespace listok::tests;

BOOST_AUTO_TEST_SUITE(formulas_of_authors)

BOOST_AUTO_TEST_CASE(every_one_is_set_or_refused_by_name) {
  BOOST_TEST(all_formulas().size() >= 300U);
  for (const Formula& formula : all_formulas()) {
    BOOST_TEST_CONTEXT(formula.text) {
      const auto made = read(formula);
      const std::string code = made.diagnostics.empty() ? "" : made.diagnostics.front().code;
      BOOST_TEST(code == formula.refusal + formula.warning);
      BOOST_TEST(has_errors(made.diagnostics) == !formula.refusal.empty());
      BOOST_TEST(made.tex.empty() == !formula.refusal.empty());
      for (const auto& one : made.diagnostics) BOOST_TEST(!one.hint.empty());
    }
  }
}

// scripts/formulas.sh writes the page anew.
BOOST_AUTO_TEST_CASE(the_page_of_the_docs_is_current) {
  if (const char* file = std::getenv("LISTOK_WRITE_FORMULAS")) {
    std::ofstream(file) << formulas_page();
  }
  std::stringstream page;
  page << std::ifstream(LISTOK_FORMULAS_PAGE).rdbuf();
  BOOST_TEST((page.str() == formulas_page()), "run scripts/formulas.sh");
}

BOOST_AUTO_TEST_SUITE_END()

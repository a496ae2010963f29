#include "emitter/markdown/formula_spans.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

using namespace listok::emitter;

BOOST_AUTO_TEST_SUITE(formulas)

BOOST_AUTO_TEST_CASE(what_is_a_formula) {
  struct Case {
    std::string markdown, formulas;  // what is found, between bars
  };
  const Case cases[] = {
      {"$a$", "|$a$"},
      {"$ a$", ""},
      {"$a $", ""},
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
  };
  for (const auto& [markdown, expected] : cases) {
    BOOST_TEST_CONTEXT(markdown) {
      std::string found;
      for (const FormulaSpan& one : find_formulas(markdown).found) {
        found += "|" + markdown.substr(one.whole.begin, one.whole.end - one.whole.begin);
        BOOST_TEST(one.display == markdown.substr(one.whole.begin).starts_with("$$"));
      }
      BOOST_TEST(found == expected);
    }
  }
}

BOOST_AUTO_TEST_CASE(dollars_that_are_not_closed) {
  BOOST_TEST((find_formulas("a $$ b").unclosed == std::vector<Span>{{2, 4}}));
  BOOST_TEST((find_formulas("```\n$$\n```").unclosed == std::vector<Span>{}));
}

BOOST_AUTO_TEST_CASE(masking_keeps_lines_and_indentation) {
  const std::string text = "a $$x\n  - y$$ $z$";
  BOOST_TEST(mask_formulas(text, find_formulas(text).found) == "a $$\x1A\n  \x1A\x1A\x1A$$ $\x1A$");
}

BOOST_AUTO_TEST_SUITE_END()

#include "latex/engine/patterns.hpp"

#include <boost/test/unit_test.hpp>

using namespace listok::latex;

BOOST_AUTO_TEST_SUITE(patterns)

BOOST_AUTO_TEST_CASE(names_in_a_list) {
  const std::set<std::string> expected{"english", "usenglish", "ngerman", "ukrainian",
                                       "nohyphenation"};
  BOOST_TEST((patterns_in("% from TeX Live\n"
                          "english         hyphen.tex      % do not change!\n"
                          "=usenglish\r\n"
                          "\n"
                          "  ngerman loadhyph-de-1996.tex\n"
                          "%french loadhyph-fr.tex\n"
                          "nohyphenation zerohyph.tex\n"
                          "ukrainian") == expected));
  BOOST_TEST(patterns_in("").empty());
}

BOOST_AUTO_TEST_SUITE_END()

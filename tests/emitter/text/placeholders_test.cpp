#include "emitter/text/placeholders.hpp"

#include <boost/test/unit_test.hpp>

using namespace listok::emitter;

BOOST_AUTO_TEST_SUITE(placeholders)

BOOST_AUTO_TEST_CASE(pieces) {
  using Pieces = std::vector<WordPiece>;
  BOOST_TEST((placeholders_in("") == Pieces{}));
  BOOST_TEST((placeholders_in("no brace") == Pieces{{"no brace"}}));
  BOOST_TEST((placeholders_in("{title} · {n}/{total}") ==
              Pieces{{"title", true}, {" · "}, {"n", true}, {"/"}, {"total", true}}));
  BOOST_TEST((placeholders_in("a{{b}}c") == Pieces{{"a{b}c"}}));
  BOOST_TEST((placeholders_in("{{{n}}}") == Pieces{{"{"}, {"n", true}, {"}"}}));
  for (const char* text : {"{", "}", "a{b", "a}b", "{a{b}}", "{{{", "{n}}"}) {
    BOOST_TEST(!placeholders_in(text), text);
  }
}

BOOST_AUTO_TEST_SUITE_END()

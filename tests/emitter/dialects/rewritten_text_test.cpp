#include "emitter/dialects/rewritten_text.hpp"

#include <boost/test/unit_test.hpp>

using namespace listok::emitter;

BOOST_AUTO_TEST_SUITE(rewritten_text)

BOOST_AUTO_TEST_CASE(the_way_back) {
  const std::string source = "___abcdefgh";
  RewrittenText text(source, 3);
  text.apply({});
  BOOST_TEST(text.text() == "abcdefgh");
  text.apply({{{1, 2}, "BBB"}, {{3, 3}, "++"}, {{5, 7}, ""}});
  BOOST_TEST(text.text() == "aBBBc++deh");
  text.apply({{{0, 1}, "AA"}, {{5, 6}, "*"}});
  BOOST_TEST(text.text() == "AABBBc*+deh");

  const struct {
    Span span;
    std::string_view seen, written;
  } cases[] = {
      {{0, 2}, "AA", "a"},
      {{1, 3}, "AB", "ab"},  // parts of two edits: all that they replaced
      {{3, 4}, "B", "b"},    // the middle of an edit
      {{5, 6}, "c", "c"},
      {{6, 8}, "*+", ""},  // what nobody wrote
      {{5, 9}, "c*+d", "cd"},
      {{7, 10}, "+de", "de"},
      {{8, 10}, "de", "de"},    // up to what was removed
      {{9, 11}, "eh", "efgh"},  // across it
      {{10, 11}, "h", "h"},     // from behind it
      {{0, 11}, "AABBBc*+deh", "abcdefgh"},
  };
  for (const auto& [span, seen, written] : cases) {
    BOOST_TEST_CONTEXT(seen) {
      BOOST_TEST(text.text().substr(span.begin, span.end - span.begin) == seen);
      const Span found = text.to_source(span);
      BOOST_TEST(source.substr(found.begin, found.end - found.begin) == written);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

#include "emitter/markdown/thin_delimiters.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>

#include "emitter/markdown/markdown.hpp"
#include "tests/emitter/sketch.hpp"

using namespace listok::emitter;

BOOST_AUTO_TEST_SUITE(thin_delimiters)

BOOST_AUTO_TEST_CASE(masked_rows) {
  struct Case {
    std::string markdown, expected;  // which has `!` for a mask
  };
  const Case cases[] = {
      {"| a | b |\n|-|-|\n| c | d |", "| a | b |\n|-|!|\n| c | d |"},
      {"a\n|-|\nb", "a\n|!|\nb"},
      {"a | b\n--|:-\n", "a | b\n--|:!\n"},
      {"> a|b\r\n> |---|-|\r\n", "> a|b\r\n> |---|!|\r\n"},
      {"> a|b\n> |-|---|", "> a|b\n> |-|--!|"},
      {"|---|:-:|\n|--:| :--", "|---|:-:|\n|--:| :--"},
      {"| - | - c", "| - | - c"},
      {"- | -\n-\t|", "- | -\n-\t|"},
      {"-\n--\n", "-\n--\n"},
      {"|:|\n||", "|:|\n||"},
      {"", ""},
  };
  for (const auto& [markdown, expected] : cases) {
    std::string masked = mask_thin_delimiters(markdown);
    std::replace(masked.begin(), masked.end(), dash_mask, '!');
    BOOST_TEST(masked == expected);
  }
}

// Nobody who reads the document sees a mask.
BOOST_AUTO_TEST_CASE(what_stands_in_the_document) {
  const struct {
    std::string markdown, expected;
  } cases[] = {
      {"| a | b |\n|-|-|\n| c | d |", "p(| a | b | |-|-| | c | d |)"},
      {"```\n|-|\n```", "code(: |-|\n)"},
      {"![a](b.png \"c\n|-|\nd\")", "p(image(b.png, a, c |-| d))"},
      {"| a |\n|---|\n| b |\n|-|", "table -(a; b; -)"},
  };
  for (const auto& [markdown, expected] : cases) {
    BOOST_TEST_CONTEXT(markdown) {
      const Source source("a.md", markdown);
      BOOST_TEST(sketch(read_markdown(source).blocks, source) == expected);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

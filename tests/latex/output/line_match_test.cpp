#include "latex/output/line_match.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <boost/test/unit_test.hpp>

using namespace listok::latex;

BOOST_AUTO_TEST_SUITE(line_match)

BOOST_AUTO_TEST_CASE(lines_are_found_again) {
  const struct {
    const char *before, *after, *matching;
  } rows[] = {
      {"", "", ""},
      {"a\nb\nc\n", "a\nb\nc\n", "1 2 3"},
      {"a\nb\nc\n", "a\nb\nc", "1 2 3"},
      {"a\nb\nc\n", "a\nnew\nb\nc\n", "1 0 2 3"},  // added
      {"a\nb\nc\n", "new\na\nb\nc\nnew\n", "0 1 2 3 0"},
      {"a\nb\nc\n", "a\nc\n", "1 3"},       // taken away
      {"a\nb\nc\n", "a\nB\nc\n", "1 2 3"},  // changed where it stands
      {"a\nb\nc\nd\n", "A\nb\nC\nD\n", "1 2 3 4"},
      {"a\nb\nc\n", "a\nB\nnew\nc\n", "1 0 0 3"},   // which of them it was is not known
      {"a\nb\nc\nd\n", "c\nd\na\nb\n", "3 4 0 0"},  // moved
      {"x\n}\ny\n}\n", "x\n}\nz\n}\ny\n}\n", "1 2 0 0 3 4"},
      {"a\nb\n", "", ""},
      {"", "a\n", "0"},
      {"a\nb\n", "a\r\nb\r\n", "1 2"},
  };
  for (const auto& [before, after, matching] : rows) {
    BOOST_TEST(fmt::format("{}", fmt::join(matching_lines(before, after), " ")) == matching,
               before << " -> " << after);
  }
}

BOOST_AUTO_TEST_CASE(texts_too_long_to_be_compared_have_their_ends) {
  std::string before = "first\n", after = "first\nnew\n";
  for (int line = 0; line < 3000; ++line) {
    before += fmt::format("{}\n", line);
    after += fmt::format("{}!\n", line);
  }
  const auto matching = matching_lines(before + "last\n", after + "last\n");
  BOOST_TEST((matching.front() == 1 && matching[1] == 0 && matching[2000] == 0));
  BOOST_TEST(matching.back() == 3002U);
}

BOOST_AUTO_TEST_CASE(a_map_is_carried_over) {
  using Map = std::vector<std::size_t>;
  BOOST_TEST((carried_over({5, 0, 7}, {0, 1, 3, 2, 4}) == Map{0, 5, 7, 0, 0}));
  BOOST_TEST((carried_over({}, {1, 2}) == Map{}));
}

BOOST_AUTO_TEST_SUITE_END()

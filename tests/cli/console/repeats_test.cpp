#include "cli/console/repeats.hpp"

#include <fmt/format.h>

#include <boost/test/unit_test.hpp>

using namespace listok;

namespace {

emitter::Diagnostic missing(int number, const std::string& section) {
  emitter::Diagnostic one;
  one.code = "section-missing";
  one.file = fmt::format("en/{:02}-x.md", number);
  one.line = 7;
  one.message = fmt::format("`{}` is in `ru/{:02}-x.md`", section, number);
  return one;
}

std::string told(const emitter::Diagnostics& diagnostics) {
  std::string text;
  for (const auto& one : diagnostics) text += emitter::format_diagnostic(one, false);
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(alike)

BOOST_AUTO_TEST_CASE(three_at_once_and_the_others_together) {
  cli::Repeats alike;
  for (int number = 1; number <= 20; ++number) {
    BOOST_TEST(alike.admits(missing(number, "answer")) == (number <= 3));
  }
  BOOST_TEST(alike.admits(missing(1, "question")));
  BOOST_TEST(told(alike.rest()) ==
             "en/04-x.md:7: error: `answer` is in `ru/04-x.md`, and the same in 16 more places: "
             "en/05-x.md:7, en/06-x.md:7, en/07-x.md:7 … [section-missing]\n"
             "  hint: `--verbose` tells of each place\n");
  BOOST_TEST(alike.rest().empty());
  BOOST_TEST(alike.admits(missing(1, "answer")));
}

BOOST_AUTO_TEST_CASE(a_fourth_is_told_as_it_is) {
  cli::Repeats alike;
  for (int number = 1; number <= 4; ++number) alike.admits(missing(number, "answer"));
  BOOST_TEST(told(alike.rest()) ==
             "en/04-x.md:7: error: `answer` is in `ru/04-x.md` [section-missing]\n");
}

BOOST_AUTO_TEST_CASE(what_differs_is_never_held_back) {
  cli::Repeats alike;
  for (int number = 1; number <= 20; ++number) {
    BOOST_TEST(alike.admits(missing(1, fmt::format("section {}", number))));
    emitter::Diagnostic machine = missing(1, "x");
    machine.file.clear();
    BOOST_TEST(alike.admits(machine));
  }
}

BOOST_AUTO_TEST_SUITE_END()

#include "latex/pictures/picture_verdict.hpp"

#include <boost/test/unit_test.hpp>

using namespace listok::latex;

BOOST_AUTO_TEST_SUITE(verdict)

BOOST_AUTO_TEST_CASE(a_verdict_survives_its_line) {
  const Hash bytes = hash_of("a picture");
  const listok::pictures::Fault fault{"image-damaged", "is damaged: it ends", "copy it"};
  const PictureVerdict verdicts[] = {
      {bytes, {}, false},
      {bytes, {}, true},
      {bytes, {}, true, listok::pictures::Fault{"image-part", "moves", "look at it"}},
      {bytes, fault, false},
      {bytes, fault, false, {}, false}};
  for (const PictureVerdict& verdict : verdicts)
    BOOST_TEST((verdict_from(line_of(verdict)) == verdict));
}

BOOST_AUTO_TEST_CASE(a_process_that_was_taken_over_says_nothing_that_cannot_be_printed) {
  const std::string hash = hex(hash_of("a picture"));
  const auto verdict = verdict_from(hash + " fault\tcode\tis \x1B[31m\xFF" + "red\thint");
  BOOST_REQUIRE(verdict && verdict->fault);
  BOOST_TEST(verdict->fault->what == "is ?[31m?red");
  const auto long_winded =
      verdict_from(hash + " fault\tcode\t" + std::string(1000, 'a') + "\thint");
  BOOST_TEST(long_winded->fault->what.size() == 300U);
  for (const std::string line : {"", "sound", "0123 sound", "killed"}) {
    BOOST_TEST(!verdict_from(line));
    BOOST_TEST(!verdict_from(hash + " " + line + "?"));
  }
}

BOOST_AUTO_TEST_SUITE_END()

#include "emitter/page_estimate.hpp"

#include <boost/test/unit_test.hpp>

#include "emitter/item.hpp"
#include "emitter/load.hpp"
#include "emitter/markdown.hpp"
#include "tests/emitter/sketch.hpp"

using namespace listok::emitter;

namespace {

Translation read(const std::string& markdown) {
  Translation made;
  made.language = "en";
  made.path = "en/1.md";
  made.source = std::make_shared<const Source>(made.path, "# A\n## Q\n" + markdown);
  Findings findings(*made.source);
  read_item(Bank{}, read_markdown(*made.source).blocks, made, findings);
  return made;
}

std::string times(std::size_t count, std::string_view text) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) all += text;
  return all;
}

std::string found(const Page& page, Translation translation) {
  Bank bank;
  bank.source = std::make_shared<const Source>("listok.yaml", "");
  bank.languages = {"en"};
  bank.page = page;
  bank.items.resize(1);
  bank.items[0].translations = {std::move(translation)};
  return sketch(check(bank));
}

std::string found(const Page& page, const std::string& markdown) {
  return found(page, read(markdown));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(page_estimate)

// As set by the class: the longest text of each kind that fits on the page at 8.5 pt.
BOOST_AUTO_TEST_CASE(what_fits_is_never_too_long) {
  struct Case {
    std::string paper, markdown;
  };
  const std::string english =
      times(100, "Each of them is short and sweet, and ends here at last. ");
  const Case cases[] = {
      {"a4", english + english.substr(0, 1517)},
      {"letter", english + english.substr(0, 1216)},
      {"a5", english.substr(0, 3817)},
      {"a4", "```\n" + times(73, "x = 1\n") + "```"},
      {"a5", "```\n" + times(53, "x = 1\n") + "```"},
  };
  for (const auto& [paper, markdown] : cases) {
    BOOST_TEST_CONTEXT(paper << " " << markdown.size()) {
      BOOST_TEST(found({.paper = paper}, markdown) == "");
      const double likely = estimate_pages({.paper = paper}, read(markdown)).likely;
      BOOST_TEST(likely > 0.85);
      BOOST_TEST(likely < 1.15);
    }
  }
}

BOOST_AUTO_TEST_CASE(what_is_far_too_long) {
  const std::string sentence = "Предложение как предложение, не длинное и не короткое. ";
  BOOST_TEST(found({}, times(200, sentence)) == "too-long");
  BOOST_TEST(found({.paper = "a5"}, times(200, sentence)) == "too-long");
  BOOST_TEST(found({}, times(100, "- a\n")) == "too-long");
  BOOST_TEST(found({}, times(100, "> a\n>\n")) == "too-long");
  BOOST_TEST(found({}, "```\n" + times(120, "a\n") + "```") == "too-long");
  BOOST_TEST(found({}, "|a|\n|---|\n" + times(120, "|b|\n")) == "too-long");
  BOOST_TEST(found({}, times(100, "$$a$$\n\n")) == "too-long");
  BOOST_TEST(found({.min_size = 5}, times(200, sentence)) == "");
  Translation small = read(times(200, sentence));
  small.min_size = 5;
  BOOST_TEST(found({}, small) == "");
  Translation broken = read(times(200, sentence));
  broken.broken = true;
  BOOST_TEST(found({}, broken) == "");
}

BOOST_AUTO_TEST_CASE(it_says_how_long) {
  Bank bank;
  bank.languages = {"en"};
  bank.items.resize(1);
  bank.items[0].translations = {read(times(400, "- one point\n"))};
  const Diagnostic told = check(bank).at(0);
  BOOST_TEST((told.severity == Severity::warning));
  BOOST_TEST(told.file == "en/1.md");
  BOOST_TEST(told.message == "the item is about 6.0 pages long, set as small as it may be");
}

BOOST_AUTO_TEST_SUITE_END()

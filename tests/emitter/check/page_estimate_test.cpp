#include "emitter/check/check.hpp"
#include "emitter/check/page_estimate.hpp"
#include "emitter/model/paper.hpp"

#include <boost/test/unit_test.hpp>

#include <cmath>
#include <fstream>
#include <iterator>
#include <regex>

#include "emitter/bank/item.hpp"
#include "emitter/bank/load.hpp"
#include "emitter/markdown/markdown.hpp"
#include "tests/emitter/sketch.hpp"

using namespace listok::emitter;

namespace {

Translation read(const std::string& markdown) {
  Translation made;
  made.language = "en";
  made.path = "en/1.md";
  made.source = std::make_shared<const Source>(made.path, "# A\n## Q\n" + markdown);
  DiagnosticList findings(*made.source);
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

// Each in "\\csname listok@paper@a4\\endcsname{\\listok@page{210mm}{297mm}{27mm}{22mm}{26mm}}": width, height,
// both sides, top, bottom.
BOOST_AUTO_TEST_CASE(the_papers_are_those_of_the_class) {
  std::ifstream file(LISTOK_CLASS_PAGE);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  const std::regex paper(
      R"(listok@paper@(\w+)\\endcsname\{(?:%\s*)?\\listok@page)"
      R"(\{([\d.]+)(mm|in)\}\{([\d.]+)(?:mm|in)\}\{(\d+)mm\}\{(\d+)mm\}\{(\d+)mm\})");
  std::size_t papers = 0;
  for (std::sregex_iterator at(text.begin(), text.end(), paper), end; at != end; ++at, ++papers) {
    const std::smatch& found = *at;
    const double unit = found[3] == "in" ? 25.4 : 1;
    const TextArea area = text_area({.paper = found[1].str()});
    BOOST_TEST_CONTEXT(found[1].str()) {
      BOOST_TEST(std::abs(area.width - (std::stod(found[2]) * unit - 2 * std::stod(found[5]))) <
                 0.1);
      BOOST_TEST(std::abs(area.height - (std::stod(found[4]) * unit - std::stod(found[6]) -
                                         std::stod(found[7]))) < 0.1);
    }
  }
  BOOST_TEST(papers == 3);
}

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

BOOST_AUTO_TEST_CASE(two_pages_hold_twice_as_much) {
  const std::string points = times(150, "- a\n");
  BOOST_TEST(found({}, points) == "too-long");
  BOOST_TEST(found({.pages = 2}, points) == "");
  BOOST_TEST(found({.pages = 2}, times(250, "- a\n")) == "too-long");
  Translation allowed = read(points);
  allowed.pages = 2;
  BOOST_TEST(found({}, allowed) == "");
  allowed.pages = 1;
  BOOST_TEST(found({.pages = 2}, allowed) == "too-long");
  struct Case {
    unsigned pages;
    std::size_t paragraphs, lines;
  };
  constexpr Case cases[] = {{1, 100, 32}, {2, 100, 0}, {2, 160, 0}, {2, 180, 45}, {2, 1500, 1365}};
  for (const auto& [pages, paragraphs, lines] : cases) {
    const auto excess = certain_excess({.pages = pages}, read(times(paragraphs, "word\n\n")), {});
    BOOST_TEST((excess ? excess->lines : 0) == lines, pages << ' ' << paragraphs);
    if (excess) BOOST_TEST(excess->pages == pages);
  }
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
  BOOST_TEST(told.hint ==
             "a sheet is one page, or two by `pages: 2`: shorten the item, or make several of it");
  bank.page.pages = 2;
  BOOST_TEST(check(bank).at(0).hint ==
             "a sheet is two pages at most: shorten the item, or make several of it");
}

BOOST_AUTO_TEST_CASE(what_no_page_can_hold) {
  struct Case {
    std::string markdown;
    std::size_t lines;  // too many, for certain; 0: it may fit
  };
  const Case cases[] = {
      {times(80, "word\n\n"), 0},
      {times(100, "word\n\n"), 32},
      {times(1500, "word\n\n"), 1432},
      {times(100, "- word\n"), 32},
      {times(100, "> word\n>\n"), 32},
      {times(100, "word\\\n") + "word", 32},
      {times(100, "$$x$$\n\n"), 32},
      {"```\n" + times(90, "x = 1\n") + "```", 0},
      {"```\n" + times(200, "x = 1\n") + "```", 92},
      {"| a | b |\n|---|---|\n" + times(200, "| c | d |\n"), 83},
      {times(2000, "word "), 0},
      {times(6000, "word "), 34},
      {"`" + times(20000, "x") + "`", 124},
      {times(6000, "- - -\n\n"), 0},  // rules are passed over
      {times(20000, "́"), 0},          // accents, without a width
  };
  for (const auto& [markdown, lines] : cases) {
    const auto excess = certain_excess({}, read(markdown), {});
    BOOST_TEST((excess ? excess->lines : 0) == lines, markdown.substr(0, 20));
    if (excess) BOOST_TEST(excess->size == 8.5);
  }
}

BOOST_AUTO_TEST_CASE(sections_that_are_not_shown_take_no_room) {
  const Translation translation = read(times(100, "word\n\n"));
  BOOST_REQUIRE(!translation.sections.empty());
  const std::string key = translation.sections.front().key;
  BOOST_TEST(certain_excess({}, translation, {{key}, false}).has_value());
  BOOST_TEST(!certain_excess({}, translation, {{"another"}, false}).has_value());
}

BOOST_AUTO_TEST_CASE(smaller_type_and_narrower_columns) {
  Translation small = read(times(100, "word\n\n"));
  small.min_size = 4;
  BOOST_TEST(!certain_excess({}, small, {}).has_value());
  const Translation text = read(times(4500, "word "));
  BOOST_TEST(!certain_excess({}, text, {}).has_value());
  BOOST_TEST(certain_excess({}, text, {{}, true}).has_value());
  BOOST_TEST(certain_excess({.paper = "a5"}, text, {}).has_value());
}

BOOST_AUTO_TEST_SUITE_END()

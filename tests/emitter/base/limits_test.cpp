#include "emitter/base/limits.hpp"

#include <boost/test/unit_test.hpp>

#include "emitter/bank/item.hpp"
#include "emitter/base/input_file.hpp"
#include "emitter/base/text_check.hpp"
#include "emitter/check/content_limits.hpp"
#include "emitter/markdown/markdown.hpp"
#include "emitter/text/text.hpp"
#include "tests/emitter/sketch.hpp"

using namespace listok::emitter;

namespace {

std::string times(std::size_t count, std::string_view text) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) all += text;
  return all;
}

std::string table(std::size_t columns, std::size_t rows) {
  return times(columns, "|a") + "|\n" + times(columns, "|---") + "|\n" +
         times(rows - 1, times(columns, "|b") + "|\n");
}

// Everything an item is asked for, short of the files it names.
std::string found(const std::string& markdown) {
  const Source source("a.md", markdown);
  Diagnostics all = check_text(source);
  Document document = read_markdown(source);
  all.insert(all.end(), document.diagnostics.begin(), document.diagnostics.end());
  DiagnosticList findings(source);
  check_limits(document.blocks, findings);
  const Diagnostics more = findings.take();
  all.insert(all.end(), more.begin(), more.end());
  return sketch(all);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(limits_of_an_item)

BOOST_AUTO_TEST_CASE(at_the_limit_and_past_it) {
  struct Case {
    std::string markdown, expected;
  };
  const Case cases[] = {
      {times(100'000, "б") + "\n" + times(100'000, "б"), ""},
      {"a\n" + times(100'001, "б"), "long-line 2:100001+1"},
      {times(19'999, "\n") + "a", ""},
      {times(20'000, "\n"), "too-many-lines 20000:1+1"},
      {times(1000, "- a\n"), ""},
      {times(1001, "- a\n"), "too-many-list-items 1:3+1"},
      {"- a\n" + times(1000, "  - b\n"), ""},
      {"- a\n" + times(1001, "  - b\n"), "too-many-list-items 2:5+1"},
      {"> 1. a\n" + times(1000, "> 1. b\n"), "too-many-list-items 1:6+1"},
      {table(20, 100), ""},
      {table(20, 101), "too-many-cells 1:2+40"},
      {table(21, 2), "too-many-columns 1:2+42"},
      {table(21, 100), "too-many-columns 1:2+42, too-many-cells 1:2+42"},
      {times(9'999, "`b` ") + "`b` a", ""},
      {times(10'000, "`b` ") + "`b`", "too-many-inlines 1:2+40001"},
      {times(100, "# a\n"), ""},
      {times(101, "# a\n"), "too-many-headings 101:3+1"},
      {times(20, "![](a.png)\n\n"), ""},
      {times(21, "![](a.png)\n\n"), "too-many-images 41:5+5"},
      {times(30, "![](a.png)\n\n"), "too-many-images 41:5+5"},
      {times(16, "> ") + "a", ""},
      {times(17, "> ") + "a", "nesting 1:35+1"},
  };
  for (const auto& [markdown, expected] : cases) {
    BOOST_TEST_CONTEXT(markdown.substr(0, 20) << " " << expected) {
      BOOST_TEST(found(markdown) == expected);
    }
  }
}

BOOST_AUTO_TEST_CASE(the_title) {
  const auto read = [](const std::string& title) {
    Translation item;
    item.source = std::make_shared<const Source>("a.md", "# " + title + "\n## B\nc\n");
    DiagnosticList findings(*item.source);
    read_item(Bank{}, read_markdown(*item.source).blocks, item, findings);
    return sketch(findings.take());
  };
  BOOST_TEST(read(times(1000, "ж")) == "");
  BOOST_TEST(read("*" + times(999, "ж") + "* `ж`") == "long-title 1:4+1003");
}

// A row of one bar becomes as many cells as there are columns, a reference of three characters a
// whole address.
BOOST_AUTO_TEST_CASE(small_files_that_would_become_huge) {
  const std::string rows =
      times(128, "|a") + "|\n" + times(128, "|---") + "|\n" + times(5000, "|\n");
  BOOST_TEST(found(rows) == "too-much-markdown 1:1+1");
  const std::string references =
      "[a]: https://x.org/" + times(90'000, "x") + "\n\n" + times(100, "[a]\n");
  BOOST_TEST(found(references) == "too-much-markdown 1:1+1");
  BOOST_TEST(found("$a$\n\n" + rows) == "too-much-markdown 1:1+1");
  BOOST_TEST(found("$a$\n\n" + references) == "too-much-markdown 1:1+1");
  BOOST_TEST(read_markdown(Source("a.md", rows)).blocks.empty());
}

BOOST_AUTO_TEST_SUITE_END()

#include "emitter/base/diagnostic.hpp"

#include <boost/test/unit_test.hpp>

#include "emitter/base/source.hpp"
#include "emitter/base/spelling.hpp"

using namespace listok::emitter;

namespace {

std::string formatted(std::string line, std::size_t column, std::size_t length) {
  Diagnostic one;
  one.code = "odd";
  one.message = "message";
  one.file = "a.md";
  one.line = 14;
  one.column = column;
  one.length = length;
  one.source_line = std::move(line);
  const std::string all = format_diagnostic(one, false);
  return all.substr(all.find('\n') + 1);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(diagnostic)

BOOST_AUTO_TEST_CASE(the_whole_shape) {
  const Source source("ru/03.md", "# A\n\nСложность $\\input{x}$ растёт\n");
  const std::size_t at = source.text().find("\\input");
  const Diagnostic one =
      source.diagnostic(Severity::error, {at, at + 6}, "math-command",
                        "`\\input` is not allowed in math", "see `listok help math`");
  BOOST_TEST(format_diagnostic(one, false) ==
             "ru/03.md:3:12: error: `\\input` is not allowed in math [math-command]\n"
             "    3 | Сложность $\\input{x}$ растёт\n"
             "      |            ^~~~~~\n"
             "  hint: see `listok help math`\n");
}

BOOST_AUTO_TEST_CASE(without_a_place) {
  Diagnostic one;
  one.message = "m";
  BOOST_TEST(format_diagnostic(one, false) == "error: m\n");
  one.severity = Severity::warning;
  one.file = "a.md";
  one.code = "c";
  BOOST_TEST(format_diagnostic(one, false) == "a.md: warning: m [c]\n");
  one.severity = Severity::note;
  one.line = 2;
  BOOST_TEST(format_diagnostic(one, false) == "a.md:2: note: m [c]\n");
  one.source_line = "text";
  one.hint = "do this\nor that";
  BOOST_TEST(format_diagnostic(one, false) ==
             "a.md:2: note: m [c]\n    2 | text\n  hint: do this\n        or that\n");
}

BOOST_AUTO_TEST_CASE(carets) {
  BOOST_TEST(formatted("abc", 1, 3) == "   14 | abc\n      | ^~~\n");
  BOOST_TEST(formatted("abc", 4, 1) == "   14 | abc\n      |    ^\n");
  BOOST_TEST(formatted("abc", 3, 99) == "   14 | abc\n      |   ^\n");
  BOOST_TEST(formatted("\ta\tb", 4, 1) == "   14 | \ta\tb\n      | \t \t^\n");
  BOOST_TEST(formatted("漢字x", 2, 2) == "   14 | 漢字x\n      |   ^~~\n");
  BOOST_TEST(formatted("и\u0306x", 3, 1) == "   14 | и\u0306x\n      |  ^\n");
}

BOOST_AUTO_TEST_CASE(long_lines_are_cut_around_the_caret) {
  const std::string left(200, 'a'), right(200, 'b');
  BOOST_TEST(formatted(left + "Ж" + right, 201, 1) ==
             "   14 | …" + std::string(33, 'a') + "Ж" + std::string(66, 'b') + "…\n" + "      |  " +
                 std::string(33, ' ') + "^\n");
  BOOST_TEST(formatted(left, 1, 1) == "   14 | " + std::string(100, 'a') + "…\n      | ^\n");
  BOOST_TEST(formatted(left, 200, 1) ==
             "   14 | …" + std::string(34, 'a') + "\n      |  " + std::string(33, ' ') + "^\n");
}

BOOST_AUTO_TEST_CASE(nothing_reaches_the_terminal_that_moves_its_cursor) {
  BOOST_TEST(formatted("a\x1B[2Jb\u202E", 1, 1) == "   14 | a\uFFFD[2Jb\uFFFD\n      | ^\n");
  BOOST_TEST(formatted("a\xFF", 2, 1) == "   14 | a\uFFFD\n      |  ^\n");
  Diagnostic one;
  one.message = "`\x1B`";
  one.file = "\x07.md";
  BOOST_TEST(format_diagnostic(one, false) == "\uFFFD.md: error: `\uFFFD`\n");
}

BOOST_AUTO_TEST_CASE(colors) {
  Diagnostic one;
  one.message = "m";
  one.file = "a.md";
  BOOST_TEST(format_diagnostic(one, true) == "\x1b[1ma.md:\x1b[0m \x1b[1;31merror:\x1b[0m m\n");
  one.severity = Severity::warning;
  BOOST_TEST(format_diagnostic(one, true) == "\x1b[1ma.md:\x1b[0m \x1b[1;35mwarning:\x1b[0m m\n");
  one.severity = Severity::note;
  BOOST_TEST(format_diagnostic(one, true) == "\x1b[1ma.md:\x1b[0m \x1b[1;36mnote:\x1b[0m m\n");
}

BOOST_AUTO_TEST_CASE(errors_are_told_from_warnings) {
  Diagnostic one;
  one.severity = Severity::warning;
  BOOST_TEST(!has_errors({}));
  BOOST_TEST(!has_errors({one}));
  BOOST_TEST(has_errors({one, Diagnostic{}}));
}

BOOST_AUTO_TEST_CASE(nearest_word) {
  const std::vector<std::string> words = {"question", "answer", "red-flags", "Вопрос", "ru"};
  struct Case {
    std::string word, expected;
  };
  const Case cases[] = {
      {"qestion", "question"},
      {"asnwer", "answer"},
      {"RED-FLAGS", "red-flags"},
      {"вапрос", "Вопрос"},
      {"redflags", "red-flags"},
      {"", ""},
      {"xyz", ""},
      {"r", ""},
      {"answ", "answer"},
      {"ans", ""},
      {std::string(100000, 'a'), ""},
  };
  for (const auto& [word, expected] : cases) {
    BOOST_TEST_CONTEXT(word) { BOOST_TEST(nearest(word, words) == expected); }
  }
  BOOST_TEST(nearest("a", {}) == "");
}

BOOST_AUTO_TEST_SUITE_END()

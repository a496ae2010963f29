#include "emitter/base/source.hpp"

#include <boost/test/unit_test.hpp>

using namespace listok::emitter;

BOOST_AUTO_TEST_SUITE(source)

BOOST_AUTO_TEST_CASE(places) {
  const Source source("a.md", "ab\nЖук\r\n\nz");
  struct Case {
    std::size_t offset, line, column;
  };
  const Case cases[] = {{0, 1, 1},  {2, 1, 3},  {3, 2, 1},  {5, 2, 2}, {9, 2, 4},
                        {11, 3, 1}, {12, 4, 1}, {13, 4, 2}, {99, 4, 2}};
  for (const auto& [offset, line, column] : cases) {
    BOOST_TEST_CONTEXT(offset) {
      BOOST_TEST(source.place(offset).line == line);
      BOOST_TEST(source.place(offset).column == column);
      BOOST_TEST(source.line_of(offset) == line);
    }
  }
}

// U+FEFF is dropped but at the beginning, and counts as no character of its line.
BOOST_AUTO_TEST_CASE(marks_of_byte_order) {
  const Source source("a.md", "\uFEFFa\uFEFFb\n\uFEFF\uFEFFcd\n");
  BOOST_TEST(source.text() == "\uFEFFab\ncd\n");
  BOOST_TEST((source.dropped_mark() == std::optional<std::size_t>(4)));
  BOOST_TEST(source.place(7).line == 2u);
  BOOST_TEST(source.place(7).column == 2u);
  BOOST_TEST(source.line(2) == "cd");
  BOOST_TEST(!Source("a.md", "\uFEFFa").dropped_mark());
}

BOOST_AUTO_TEST_CASE(lines) {
  const Source source("a.md", "ab\nЖук\r\n\nz");
  BOOST_TEST(source.line(0) == "");
  BOOST_TEST(source.line(1) == "ab");
  BOOST_TEST(source.line(2) == "Жук");
  BOOST_TEST(source.line(3) == "");
  BOOST_TEST(source.line(4) == "z");
  BOOST_TEST(source.line(5) == "");
  BOOST_TEST(Source("b", "").line(1) == "");
  BOOST_TEST(Source("b", "").place(0).line == 1u);
}

BOOST_AUTO_TEST_CASE(a_byte_order_mark_is_no_character) {
  const Source source("a.md",
                      "\xEF\xBB\xBF"
                      "ab");
  BOOST_TEST(source.line(1) == "ab");
  BOOST_TEST(source.place(0).column == 1u);
  BOOST_TEST(source.line_of(0) == 1u);
  BOOST_TEST(source.place(4).column == 2u);
}

BOOST_AUTO_TEST_CASE(diagnostics) {
  const Source source("ru/a.md", "ab\nМой текст\nz");
  const Diagnostic one =
      source.diagnostic(Severity::warning, {10, 20}, "odd-word", "message", "hint");
  Diagnostic expected;
  expected.severity = Severity::warning;
  expected.code = "odd-word";
  expected.message = "message";
  expected.hint = "hint";
  expected.file = "ru/a.md";
  expected.line = 2;
  expected.column = 5;
  expected.length = 5;
  expected.source_line = "Мой текст";
  BOOST_TEST((one == expected));
  // The underline stops at the end of the line, and is never empty.
  BOOST_TEST(source.diagnostic(Severity::error, {10, 99}, "c", "m").length == 5u);
  BOOST_TEST(source.diagnostic(Severity::error, {2, 2}, "c", "m").length == 1u);
  BOOST_TEST(source.diagnostic(Severity::error, {2, 5}, "c", "m").length == 1u);
}

BOOST_AUTO_TEST_CASE(a_message_is_one_line) {
  const Source source("a.md", "'b\n\nc': d");
  BOOST_TEST(source.diagnostic(Severity::error, {0, 1}, "x", "`b\nc` is unknown").message ==
             "`b c` is unknown");
}

BOOST_AUTO_TEST_SUITE_END()

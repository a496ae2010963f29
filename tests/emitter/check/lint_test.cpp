#include "emitter/check/lint.hpp"

#include <boost/test/unit_test.hpp>

#include "emitter/bank/item.hpp"
#include "emitter/markdown/markdown.hpp"
#include "tests/emitter/sketch.hpp"

using namespace listok::emitter;

namespace {

// "line: message|hint", one a line
std::string notes(std::string_view text, std::string language) {
  Translation item;
  item.language = std::move(language);
  item.source =
      std::make_shared<const Source>("a.md", "# A\n\n## B\n\n" + std::string(text) + "\n");
  DiagnosticList findings(*item.source);
  read_item(Bank{}, read_markdown(*item.source).blocks, item, findings);
  std::string all;
  for (const Diagnostic& one : lint(item)) {
    BOOST_TEST((one.severity == Severity::note));
    BOOST_TEST(one.code == "lint");
    all += fmt::format("{}: {}|{}\n", one.line, one.message, one.hint);
  }
  return all;
}

// "lint line:column+length" of each.
std::string place(const std::string& text) {
  Translation item;
  item.language = "ru";
  item.source = std::make_shared<const Source>("a.md", "# A\n\n## B\n\n" + text + "\n");
  DiagnosticList findings(*item.source);
  read_item(Bank{}, read_markdown(*item.source).blocks, item, findings);
  return sketch(lint(item));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(linting)

BOOST_AUTO_TEST_CASE(what_could_be_typed_better) {
  constexpr std::string_view table[][3] = {
      {"ru", "кэш - память",
       "5: a hyphen between spaces is printed as a hyphen|a dash is `—` or `–`\n"},
      {"ru", "это \"кэш\"", "5: straight quotation marks are printed as they are|write `«…»`\n"},
      {"en", "a \"cache\"\n\n- and \"more\"",
       "5: straight quotation marks are printed as they are, in 2 places|write `“…”`\n"},
      {"ru", "см. №5", "5: no space follows `№`|write `№ 5`\n"},
      {"en", "(c) 2024 ACME, (C)2020", "5: `(c)` is printed as it is|write `©`\n"},
      {"ru", "(с) 2024", "5: `(c)` is printed as it is|write `©`\n"},
      // left alone
      {"ru", "кэш — память, 5-6, из-за, № 5, «кэш»", ""},
      {"en", "(a) one, (b) two, (c) three", ""},
      {"en", "`a - b \"c\" №5` and $a - b$", ""},
  };
  for (const auto& [language, text, expected] : table) {
    BOOST_TEST_CONTEXT(text) { BOOST_TEST(notes(text, std::string(language)) == expected); }
  }
}

BOOST_AUTO_TEST_CASE(it_points_at_the_very_place) {
  BOOST_TEST(place("кэш - память") == "lint 5:5+1");
  BOOST_TEST(place("\\* это \"кэш\"") == "lint 5:8+1");
  BOOST_TEST(place("см. №5") == "lint 5:5+1");
  BOOST_TEST(place("год (с) 2024") == "lint 5:5+3");
}

BOOST_AUTO_TEST_SUITE_END()

#include "emitter/check/parity.hpp"

#include <boost/test/unit_test.hpp>

#include "emitter/bank/item.hpp"
#include "emitter/markdown/markdown.hpp"
#include "tests/emitter/sketch.hpp"

using namespace listok::emitter;

namespace {

Translation read(const std::string& language, const std::string& markdown) {
  Translation made;
  made.language = language;
  made.path = language + "/1.md";
  made.source = std::make_shared<const Source>(made.path, markdown);
  DiagnosticList findings(*made.source);
  read_item(Bank{}, read_markdown(*made.source).blocks, made, findings);
  return made;
}

Diagnostics found(const std::string& one, const std::string& two) {
  Item item;
  item.translations = {read("ru", "# A\n## Q\n" + one), read("en", "# A\n\n## Q\n" + two)};
  Diagnostics all;
  check_parity(Bank{}, item, all);
  return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(parity)

BOOST_AUTO_TEST_CASE(what_both_languages_must_have_as_many_of) {
  struct Case {
    std::string one, two, expected;
  };
  const Case cases[] = {
      {"a", "b\n\nc", ""},
      {"- a\n- b", "1. a\n2. b", ""},
      {"- a\n- b", "- a", "the section `q` has 1 list item here and 2 in `ru/1.md`"},
      {"a", "- a\n  - b", "the section `q` has 2 list items here and 0 in `ru/1.md`"},
      {"```\na\n```", "a", "the section `q` has 0 code blocks here and 1 in `ru/1.md`"},
      {"|a|\n|---|\n|b|", "a", "the section `q` has 0 tables here and 1 in `ru/1.md`"},
      {"|a|\n|---|\n|b|", "|a|\n|---|\n|b|\n|c|", ""},
      {"$a$ $$b$$", "*$a$*", "the section `q` has 1 formula here and 2 in `ru/1.md`"},
      {"![](a)", "a", "the section `q` has 0 images here and 1 in `ru/1.md`"},
      {"- $a$", "$a$ $b$",
       "the section `q` has 0 list items here and 1 in `ru/1.md`; "
       "the section `q` has 2 formulas here and 1 in `ru/1.md`"},
      {"a\n## R\n- b", "a", ""},  // a section that is missing is reported as such
  };
  for (const auto& [one, two, expected] : cases) {
    BOOST_TEST_CONTEXT(one << " / " << two) {
      std::string messages;
      for (const Diagnostic& each : found(one, two)) {
        messages += (messages.empty() ? "" : "; ") + each.message;
      }
      BOOST_TEST(messages == expected);
    }
  }
}

BOOST_AUTO_TEST_CASE(it_is_told_at_the_heading_of_the_second_language) {
  const Diagnostic one = found("- a", "a").at(0);
  BOOST_TEST(one.file == "en/1.md");
  BOOST_TEST((one.severity == Severity::warning));
  BOOST_TEST(sketch(Diagnostics{one}) == "parity 3:4+1");
}

BOOST_AUTO_TEST_CASE(translations_with_errors_are_passed_over) {
  for (const std::size_t broken : {0U, 1U}) {
    Item item;
    item.translations = {read("ru", "# A\n## Q\n- a"), read("en", "# A\n## Q\nb")};
    item.translations[broken].broken = true;
    Diagnostics all;
    check_parity(Bank{}, item, all);
    BOOST_TEST(all.empty());
  }
}

BOOST_AUTO_TEST_SUITE_END()

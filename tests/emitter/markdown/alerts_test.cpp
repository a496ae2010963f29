#include "emitter/markdown/alerts.hpp"

#include <boost/test/unit_test.hpp>

#include "emitter/markdown/markdown.hpp"
#include "tests/emitter/sketch.hpp"

using namespace listok::emitter;

BOOST_AUTO_TEST_SUITE(alerts)

BOOST_AUTO_TEST_CASE(words) {
  const struct {
    std::string markdown, language, expected;
  } cases[] = {
      {"> [!NOTE]\n> a *b*", "en", "quote(p(strong(Note.) a em(b)))"},
      {"> [!warning] a", "ru", "quote(p(strong(Внимание.) a))"},
      {"> [!TIP]\n>\n> a", "ru", "quote(p(strong(Совет.)) p(a))"},
      {"> [!example]- a", "ru", "quote(p(strong(Example.) a))"},
      {"- > [!NOTE]\n  > a", "ru", "ul[quote(p(strong(Примечание.) a))]"},
      {"> [!]\n> [!a b]", "en", "quote(p([!] [!a b]))"},
      {"[!NOTE] a", "en", "p([!NOTE] a)"},
  };
  for (const auto& [markdown, language, expected] : cases) {
    BOOST_TEST_CONTEXT(markdown) {
      const Source source("a.md", markdown);
      Document document = read_markdown(source);
      name_alerts(document.blocks, language);
      BOOST_TEST(sketch(document.blocks, source) == expected);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

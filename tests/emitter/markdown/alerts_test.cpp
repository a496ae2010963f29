#include "emitter/markdown/alerts.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "emitter/markdown/markdown.hpp"
#include "emitter/model/languages.hpp"
#include "tests/emitter/sketch.hpp"

using namespace listok::emitter;

BOOST_AUTO_TEST_SUITE(alerts)

BOOST_AUTO_TEST_CASE(words) {
  const struct {
    std::string markdown, language, expected, diagnostics = "";
  } cases[] = {
      {"> [!NOTE]\n> a *b*", "en", "quote(p(strong(Note.) a em(b)))"},
      {"> [!warning] a", "ru", "quote(p(strong(Внимание.) a))"},
      {"> [!TIP]\n>\n> a", "ru", "quote(p(strong(Совет.)) p(a))"},
      {"> [!example]- a", "ru", "quote(p(strong(Example.) a))", "english-word 1:3+10"},
      {"> [!example] a", "en", "quote(p(strong(Example.) a))"},
      {"> [!NOTE] a", "de", "quote(p(strong(Hinweis.) a))"},
      {"> [!CAUTION] a", "uz", "quote(p(strong(Ehtiyot bo‘ling.) a))"},
      {"- > [!NOTE]\n  > a", "ru", "ul[quote(p(strong(Примечание.) a))]"},
      {"> [!note] Заметка\n> Текст.", "ru", "quote(p(strong(Заметка.)) p(Текст.))"},
      {"> [!example]- Где *это*?\n>\n> - a", "ru", "quote(p(strong(Где em(это)?)) ul[p(a)])", ""},
      {"> [!tip]+ A `b`\n> > C", "en", "quote(p(strong(A `b`.)) quote(p(C)))"},
      {"> [!note] Текст, который\n> идёт дальше.\n>\n> a", "ru",
       "quote(p(strong(Примечание.) Текст, который идёт дальше.) p(a))"},
      {"> a\n> [!note] b\n> C\n\n> [!note]\n> C", "en",
       "quote(p(a [!note] b C)) quote(p(strong(Note.) C))"},
      {"> [!]\n> [!a b]", "en", "quote(p([!] [!a b]))"},
      {"[!NOTE] a", "en", "p([!NOTE] a)"},
  };
  for (const auto& [markdown, language, expected, diagnostics] : cases) {
    BOOST_TEST_CONTEXT(markdown) {
      const Source source("a.md", markdown);
      Document document = read_markdown(source);
      DiagnosticList findings(source);
      name_alerts(document.blocks, source, language, findings);
      BOOST_TEST(sketch(document.blocks, source) == expected);
      BOOST_TEST(sketch(findings.take()) == diagnostics);
    }
  }
}

BOOST_AUTO_TEST_CASE(every_language_has_the_words) {
  for (const std::string& language : supported_languages()) {
    BOOST_TEST_CONTEXT(language) {
      const std::string_view words = language_of(language).words.alerts;
      BOOST_TEST(std::ranges::count(words, '|') == 4);
      BOOST_TEST(words.find("||") == words.npos);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

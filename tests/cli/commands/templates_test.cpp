#include "cli/commands/templates.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "emitter/model/languages.hpp"

using namespace listok;

BOOST_AUTO_TEST_SUITE(templates)

BOOST_AUTO_TEST_CASE(every_language_has_its_own_words_for_what_is_new) {
  for (const std::string& language : emitter::supported_languages()) {
    const cli::Placeholder words = cli::placeholder(language);
    for (const std::string* text : {&words.title, &words.heading, &words.text}) {
      BOOST_TEST(!text->empty(), language);
    }
  }
  // A new bank is begun in these.
  for (const std::string language : {"ru", "en"}) {
    const auto in_language = [&](const cli::TemplateFile& file) {
      return file.path.starts_with(language + "/") && !file.text.empty();
    };
    BOOST_TEST(std::ranges::count_if(cli::bank_template(), in_language) == 1, language);
  }
}

BOOST_AUTO_TEST_SUITE_END()

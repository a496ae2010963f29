// What a command line may name of a bank: its editions, sections, items.
#include "cli/commands/edition.hpp"

#include <boost/test/unit_test.hpp>

#include "cli/commands/bank.hpp"

using namespace listok;
using namespace listok::cli;
using emitter::Space;

namespace {

using Strings = std::vector<std::string>;

emitter::Bank interview() {
  emitter::Bank bank;
  bank.languages = {"ru", "en"};
  for (const char* key : {"question", "key-points", "answer"}) bank.sections.push_back({key, {}});
  bank.editions = {{"candidate", {"question"}}};
  for (const char* id : {"01-cache", "02-gpu"}) {
    emitter::Item item;
    item.id = id;
    item.number = static_cast<unsigned>(bank.items.size() + 1);
    item.translations.emplace_back();
    item.translations[0].language = "ru";
    item.translations[0].tags = {bank.items.empty() ? "memory" : "hardware"};
    item.translations[0].difficulty = bank.items.empty() ? "junior" : "senior";
    bank.items.push_back(std::move(item));
  }
  return bank;
}

std::string refusal_of(const auto& act) {
  try {
    act();
  } catch (const UsageError& error) { return error.what() + ("; " + error.hint()); }
  return "";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(what_a_bank_has)

BOOST_AUTO_TEST_CASE(an_edition_of_sections) {
  const struct {
    Strings keys;
    Space space;
    const char* name;
    Strings sections;
  } rows[] = {
      {{"answer", "question"}, Space::blank, "question+answer", {"question", "answer"}},
      {{"question"}, Space::lines, "question+lines", {"question"}},
      {{"key-points"}, Space::grid, "key-points+grid", {"key-points"}},
      {{"*n"}, Space::blank, "question", {"question"}},
      {{"*"}, Space::blank, "question+key-points+answer", {"question", "key-points", "answer"}},
  };
  for (const auto& [keys, space, name, sections] : rows) {
    const emitter::Edition edition = custom_edition(interview(), keys, space);
    BOOST_TEST(edition.name == name);
    BOOST_TEST(edition.sections == sections, boost::test_tools::per_element());
    BOOST_TEST((edition.space == space));
  }
}

BOOST_AUTO_TEST_CASE(an_edition_of_sections_is_called_as_they_are) {
  emitter::Bank bank = interview();
  bank.sections[0].titles = {{"ru", "Вопрос"}, {"en", "Question"}};
  bank.sections[2].titles = {{"ru", "Ответ"}, {"en", "Answer"}};
  const emitter::Words title = custom_edition(bank, {"answer", "question"}, Space::lines).title;
  BOOST_TEST(title.at("ru") == "Вопрос · Ответ");
  BOOST_TEST(title.at("en") == "Question · Answer");
  BOOST_TEST(custom_edition(interview(), {"question"}, Space::blank).title.empty());
}

BOOST_AUTO_TEST_CASE(sections_that_nobody_declared_are_those_of_the_items) {
  emitter::Bank bank = interview();
  bank.sections.clear();
  for (emitter::Item& item : bank.items)
    item.translations[0].sections.push_back({"вопрос", {}, {}, {}});
  bank.items[1].translations[0].sections.push_back({"ответ", {}, {}, {}});
  BOOST_TEST(custom_edition(bank, {"*"}, Space::blank).name == "вопрос+ответ");
}

BOOST_AUTO_TEST_CASE(no_edition_of_sections) {
  emitter::Bank bank = interview();
  const auto refused = [&](const Strings& keys) {
    return refusal_of([&] { custom_edition(bank, keys, Space::blank); });
  };
  BOOST_TEST(refused({"qestion"}) ==
             "the bank has no `qestion` for `--sections`; did you mean `question`?");
  BOOST_TEST(refused({"question", ""}) ==
             "the bank has no `` for `--sections`; it has question, key-points, answer");
  bank.editions.push_back({"answer", {}});
  BOOST_TEST(refused({"answer"}) ==
             "the folder `answer` is that of an edition of the bank; make that with "
             "`--edition answer`");
  bank.sections.push_back({"bilingual", {}});
  BOOST_TEST(refused({"bilingual"}) ==
             "the folder `bilingual` is that of an edition of the bank; make that with "
             "`--edition bilingual`");
  for (char letter = 'a'; letter <= 'c'; ++letter) {
    bank.sections.push_back({std::string(67, letter), {}});
  }
  BOOST_TEST(refused({"aa*", "bb*"}) == "");
  BOOST_TEST(refused({"aa*", "bb*", "cc*"}) ==
             "these sections are too many to name a folder by; give the edition a name in "
             "listok.yaml");
}

BOOST_AUTO_TEST_CASE(editions_by_name) {
  emitter::Bank bank = interview();
  check_editions(bank, {"candidate", "bilingual"});
  bank.languages.pop_back();
  BOOST_TEST(refusal_of([&] { check_editions(bank, {"bilingual"}); }) ==
             "the bank has no `bilingual` for `--edition`; it has candidate");
}

BOOST_AUTO_TEST_CASE(a_bilingual_sheet_has_two_languages) {
  emitter::Bank bank = interview();
  bank.languages = {"ru", "en", "de"};
  const auto refused = [&](const Strings& languages, const Strings& editions) {
    return refusal_of([&] { check_pair(bank, {languages, {}, {}, {}}, editions); });
  };
  BOOST_TEST(refused({"de", "ru", "en"}, {"bilingual"}) ==
             "a bilingual sheet has two languages, and `--lang` chooses `ru`, `en`, `de`; name two "
             "of them: `--lang ru --lang en`");
  BOOST_TEST(refused({"*"}, {"bi*"}) != "");
  for (const Strings& languages : std::vector<Strings>{{}, {"ru"}, {"de", "en"}}) {
    BOOST_TEST(refused(languages, {"bilingual"}) == "");
  }
  BOOST_TEST(refused({"*"}, {"candidate"}) == "");
  BOOST_TEST(refused({"*"}, {}) == "");
}

BOOST_AUTO_TEST_CASE(items_by_id_number_tag_and_difficulty) {
  emitter::Bank bank = interview();
  bank.items.push_back(bank.items[1]);
  bank.items[2].id = "last";
  bank.items[2].number = 12;
  const auto refused = [&](const emitter::Selection& selection) {
    return refusal_of([&] { check_selection(bank, selection); });
  };
  const auto named = [](const char* id) {
    emitter::Selection selection;
    selection.ids = {id};
    return selection;
  };
  emitter::Selection all;
  BOOST_TEST(refused(all) == "");
  BOOST_TEST(refused(named("0*")) == "");
  for (const char* number : {"12", "012", "12-*", "12_", "0012."}) {
    BOOST_TEST(refused(named(number)) ==
               std::string("the bank has no `") + number + "` for `--only`; did you mean `last`?");
  }
  for (const char* other : {"7", "12x", "99999999999999999999"}) {
    BOOST_TEST(refused(named(other)) == std::string("the bank has no `") + other +
                                            "` for `--only`; it has 01-cache, 02-gpu, last");
  }
  all.tags = {"memroy"};
  BOOST_TEST(refused(all) == "the bank has no `memroy` for `--tag`; did you mean `memory`?");
  all.tags = {"memory"};
  all.difficulties = {"middle"};
  BOOST_TEST(refused(all) == "the bank has no `middle` for `--difficulty`; it has junior, senior");
  all.difficulties = {"senior"};
  BOOST_TEST(refused(all).starts_with("no item of the bank has all that is asked for; "));
  all.languages = {"de"};
  BOOST_TEST(refused(all) == "the bank has no `de` for `--lang`; it has ru, en");
}

BOOST_AUTO_TEST_SUITE_END()

#include <boost/test/unit_test.hpp>

#include "emitter/bank/load.hpp"
#include "emitter/check/check.hpp"
#include "emitter/model/numbering.hpp"
#include "tests/emitter/sketch.hpp"

using namespace listok::emitter;

namespace {

struct Written {
  std::string path;              // "ru/01-a.md"
  std::string number = {};       // of the front matter
  std::string sections = "q r";  // keys, one letter each
};

Bank bank_of(const std::vector<Written>& files) {
  Bank bank;
  bank.source = std::make_shared<const Source>("listok.yaml", "title: A");
  bank.languages = {"ru", "en"};
  bank.sections = {{"q", {{"ru", "Вопрос"}, {"en", "Question"}}},
                   {"r", {{"ru", "Ответ"}, {"en", "Answer"}}}};
  for (const Written& file : files) {
    Translation made;
    made.path = file.path;
    made.language = file.path.substr(0, 2);
    made.source =
        std::make_shared<const Source>(file.path, "---\nnumber: " + file.number + "\n---\n");
    if (!file.number.empty()) {
      made.number = static_cast<unsigned>(std::stoul(file.number));
      made.number_at = {12, 12 + file.number.size()};
    }
    for (const char key : file.sections) {
      if (key != ' ') made.sections.push_back({std::string(1, key), {}, {}, {}});
    }
    const std::string id = file.path.substr(3, file.path.size() - 6);
    auto item = std::find_if(bank.items.begin(), bank.items.end(),
                             [&](const Item& i) { return i.id == id; });
    if (item == bank.items.end()) {
      bank.items.push_back({id, 0, {}});
      item = std::prev(bank.items.end());
    }
    item->translations.push_back(std::move(made));
  }
  return bank;
}

// "file: code line:column+length", divided by ", "
std::string found(const Bank& bank) {
  std::string all;
  for (const Diagnostic& one : check(bank)) {
    all += (all.empty() ? "" : ", ") + one.file + ": " + sketch(Diagnostics{one});
  }
  return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(checks)

BOOST_AUTO_TEST_CASE(of_a_whole_bank) {
  struct Case {
    std::vector<Written> files;
    std::string expected;
  };
  const Case cases[] = {
      {{}, "listok.yaml: empty-bank"},
      {{{"ru/01-a.md"}, {"en/01-a.md"}}, ""},
      {{{"ru/01-a.md"}, {"en/01-a.md"}, {"ru/02-b.md"}}, "ru/02-b.md: missing-translation"},
      {{{"ru/01-a.md"}, {"ru/02-b.md"}}, "listok.yaml: empty-language"},
      {{{"ru/a.md"}, {"en/a.md"}, {"ru/A.md"}, {"en/A.md"}},
       "ru/A.md: id-case, en/A.md: id-case, ru/a.md: id-case, en/a.md: id-case"},
      {{{"ru/01-a.md"}, {"en/01-a.md"}, {"ru/1-b.md"}, {"en/1-b.md"}},
       "ru/01-a.md: duplicate-number, en/01-a.md: duplicate-number, ru/1-b.md: duplicate-number, "
       "en/1-b.md: duplicate-number"},
      {{{"ru/a.md", "7"}, {"en/a.md", "7"}, {"ru/07-b.md"}, {"en/07-b.md"}},
       "ru/07-b.md: duplicate-number, en/07-b.md: duplicate-number, ru/a.md: duplicate-number "
       "2:9+1, "
       "en/a.md: duplicate-number 2:9+1"},
      {{{"ru/a.md", "7"}, {"en/a.md", "8"}},
       "ru/a.md: number-differs 2:9+1, en/a.md: number-differs 2:9+1"},
      {{{"ru/a.md", "7"}, {"en/a.md"}}, "ru/a.md: number-differs 2:9+1, en/a.md: number-differs"},
      {{{"ru/07-a.md", "7"}, {"en/07-a.md"}}, ""},
      {{{"ru/a.md", "", "q r"}, {"en/a.md", "", "q"}}, "en/a.md: section-missing"},
  };
  for (const auto& [files, expected] : cases) {
    BOOST_TEST_CONTEXT(expected) {
      Bank bank = bank_of(files);
      put_in_order(bank.items);
      BOOST_TEST(found(bank) == expected);
    }
  }
}

BOOST_AUTO_TEST_CASE(sizes_of_an_item_against_those_of_the_bank) {
  Bank bank = bank_of({{"ru/a.md"}, {"en/a.md"}});
  Translation& item = bank.items.at(0).translations.at(0);
  item.size_at = {4, 10};
  item.size = 8;
  BOOST_TEST(found(bank) == "ru/a.md: size-order 2:1+6");
  item.min_size = 7;
  BOOST_TEST(found(bank) == "");
  bank.page.max_size = 7.5;
  BOOST_TEST(found(bank) == "ru/a.md: size-order 2:1+6");
  item.max_size = 9;
  BOOST_TEST(found(bank) == "");
}

BOOST_AUTO_TEST_CASE(pages_that_languages_allow) {
  struct Case {
    std::optional<unsigned> ru, en;
    std::string expected;
  };
  const Case cases[] = {{{}, {}, ""},
                        {2, {}, ""},
                        {{}, 2, ""},
                        {2, 2, ""},
                        {2, 1, "ru/a.md: pages-differ 2:9+1, en/a.md: pages-differ 2:9+1"}};
  for (const auto& [ru, en, expected] : cases) {
    Bank bank = bank_of({{"ru/a.md"}, {"en/a.md"}});
    auto& translations = bank.items.at(0).translations;
    translations[0].pages = ru;
    translations[1].pages = en;
    for (Translation& one : translations) one.pages_at = one.pages ? Span{12, 13} : Span{};
    BOOST_TEST(found(bank) == expected);
  }
}

BOOST_AUTO_TEST_CASE(an_edition_that_shows_nothing) {
  Bank bank = bank_of({{"ru/1.md", "", "r"}, {"en/1.md", "", "r"}});
  bank.editions = {{"all", {}, Space::blank}, {"answers", {"q", "r"}, Space::blank}};
  BOOST_TEST(found(bank) == "");
  bank.editions.push_back({"candidate", {"q"}, Space::blank});
  BOOST_TEST(found(bank) == "ru/1.md: nothing-shown, en/1.md: nothing-shown");
  BOOST_TEST(check(bank).front().message ==
             "the edition `candidate` shows nothing of this item: it has no section `q`");
  bank.items[0].translations[0].broken = true;
  bank.items[0].translations[1].skimmed = true;
  BOOST_TEST(found(bank) == "");
}

BOOST_AUTO_TEST_CASE(hints) {
  const Diagnostic missing = check(bank_of({{"ru/x/01-a.md"}, {"ru/2.md"}, {"en/2.md"}})).at(0);
  BOOST_TEST(missing.message == "`x/01-a` is not written in `en`");
  BOOST_TEST(missing.hint == "write `en/x/01-a.md`");
  const Diagnostic half = check(bank_of({{"ru/a.md"}, {"en/a.md", "", "q"}})).at(0);
  BOOST_TEST((half.severity == Severity::warning));
  BOOST_TEST(half.hint == "write `## Answer`");
}

BOOST_AUTO_TEST_CASE(order_and_numbers) {
  struct Case {
    std::vector<Written> files;
    std::string expected;
  };
  const Case cases[] = {
      {{{"ru/10-a.md"}, {"ru/9-b.md"}, {"ru/01-c.md"}}, "1 01-c, 9 9-b, 10 10-a"},
      {{{"ru/b.md"}, {"ru/a.md"}}, "1 a, 2 b"},
      {{{"ru/b.md", "2"}, {"ru/a.md"}, {"ru/01-z.md"}}, "1 01-z, 2 b, 3 a"},
      {{{"ru/a.md"}, {"ru/07-b.md"}, {"ru/c.md"}}, "7 07-b, 8 a, 9 c"},
      {{{"ru/01-a.md", "5"}, {"ru/02-b.md"}}, "2 02-b, 5 01-a"},
      {{{"ru/00-a.md"}, {"ru/1234567890-b.md"}}, "0 00-a, 2 1234567890-b"},
  };
  for (const auto& [files, expected] : cases) {
    Bank bank = bank_of(files);
    put_in_order(bank.items);
    std::string order;
    for (const Item& item : bank.items) {
      order += fmt::format("{}{} {}", order.empty() ? "" : ", ", item.number, item.id);
    }
    BOOST_TEST(order == expected);
  }
}

BOOST_AUTO_TEST_SUITE_END()

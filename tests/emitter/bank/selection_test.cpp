#include "emitter/bank/selection.hpp"

#include <boost/test/unit_test.hpp>

#include <map>

#include "emitter/base/glob.hpp"

using namespace listok::emitter;

namespace {

Translation written(const std::string& language, const std::string& id,
                    std::vector<std::string> tags, const std::string& difficulty) {
  Translation made;
  made.language = language;
  made.path = language + "/" + id + ".md";
  made.source = std::make_shared<const Source>(made.path, "");
  made.tags = std::move(tags);
  made.difficulty = difficulty;
  return made;
}

Bank bank() {
  Bank made;
  made.languages = {"ru", "en"};
  const auto add = [&](const std::string& id, const std::vector<std::string>& tags,
                       const std::string& difficulty) {
    made.items.push_back(
        {id, 0, {written("ru", id, tags, difficulty), written("en", id, tags, difficulty)}});
  };
  add("01-cache", {"память", "kv-cache"}, "middle");
  add("02-gpu", {"gpu"}, "senior");
  add("10-kv", {"kv-cache"}, "senior");
  made.items[1].translations[1].tags = {"hardware"};  // of one language only
  return made;
}

using Names = std::vector<std::string>;

// As on the command line: {{"only", {…}}, …}.
Selection asked(const std::map<std::string, Names>& options) {
  Selection selection;
  for (const auto& [option, names] : options) {
    if (option == "lang") selection.languages = names;
    if (option == "only") selection.ids = names;
    if (option == "tag") selection.tags = names;
    if (option == "difficulty") selection.difficulties = names;
  }
  return selection;
}

std::string ids(const Selection& selection) {
  const Bank made = bank();
  std::string all;
  for (const Item* item : chosen_items(made, selection)) all += (all.empty() ? "" : " ") + item->id;
  return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(selection)

BOOST_AUTO_TEST_CASE(globs) {
  struct Row {
    const char* pattern;
    const char* name;
    bool fits;
  };
  const Row rows[] = {
      {"01-mqa", "01-mqa", true},
      {"01-mqa", "01-mqa-gqa", false},
      {"01-*", "01-mqa-gqa", true},
      {"*-gqa", "01-mqa-gqa", true},
      {"*", "", true},
      {"", "", true},
      {"", "a", false},
      {"**", "a", true},
      {"0*-*", "03-kv", true},
      {"0*-*", "10-kv", false},
      {"*a*b", "xaxab", true},
      {"*a*b", "xaxabc", false},
      {"0?-kv", "03-kv", true},
      {"0?-kv", "0-kv", false},
      {"?ок", "кок", true},              // a character, not a byte
      {"?", "\u0439", true},             // й
      {"\u0438\u0306", "\u0439", true},  // the same letter, composed
      {"0[13]", "03", true},
      {"0[13]", "02", false},
      {"0[1-3]", "02", true},
      {"0[!1-3]", "02", false},
      {"0[!1-3]", "04", true},
      {"[а-в]", "б", true},
      {"[]]", "]", true},
      {"[!]]", "]", false},
      {"[a-]", "-", true},
      {"[]", "[]", true},  // not closed: itself
      {"[ab", "[ab", true},
      {"[ab", "a", false},
      {"*[ab]c*", "xbcx", true},
      {"A", "a", false},
  };
  for (const Row& row : rows) {
    BOOST_TEST(matches_glob(row.name, row.pattern) == row.fits, row.pattern << " " << row.name);
  }
}

BOOST_AUTO_TEST_CASE(a_glob_of_many_stars_ends_soon) {
  std::string pattern;
  for (int i = 0; i < 50; ++i) pattern += "*a";
  BOOST_TEST(!matches_glob(std::string(5000, 'a'), pattern + "b"));
}

BOOST_AUTO_TEST_CASE(items) {
  struct Row {
    std::map<std::string, Names> options;
    const char* ids;
  };
  const Row rows[] = {
      {{}, "01-cache 02-gpu 10-kv"},
      {{{"lang", {"en"}}}, "01-cache 02-gpu 10-kv"},
      {{{"only", {"02-gpu"}}}, "02-gpu"},
      {{{"only", {"10-kv", "0*"}}}, "01-cache 02-gpu 10-kv"},
      {{{"only", {"0*"}}}, "01-cache 02-gpu"},
      {{{"tag", {"kv-cache"}}}, "01-cache 10-kv"},
      {{{"tag", {"память", "gpu"}}}, "01-cache 02-gpu"},
      {{{"tag", {"hard*"}}}, "02-gpu"},
      {{{"difficulty", {"senior"}}}, "02-gpu 10-kv"},
      {{{"tag", {"kv-cache"}}, {"difficulty", {"senior"}}}, "10-kv"},
      {{{"only", {"0*"}}, {"tag", {"kv-cache"}}, {"difficulty", {"senior"}}}, ""},
  };
  for (const Row& row : rows) BOOST_TEST(ids(asked(row.options)) == row.ids);
}

BOOST_AUTO_TEST_CASE(a_name_with_brackets_is_itself) {
  BOOST_TEST(is_wanted("C[0]", {"C[0]"}));
  BOOST_TEST(is_wanted("C0", {"C[0]"}));
}

BOOST_AUTO_TEST_CASE(languages) {
  BOOST_TEST(chosen_language("ru", {}));
  BOOST_TEST(chosen_language("ru", asked({{"lang", {"en", "r*"}}})));
  BOOST_TEST(!chosen_language("ru", asked({{"lang", {"en"}}})));
}

BOOST_AUTO_TEST_CASE(diagnostics) {
  Bank made = bank();
  made.items[2].translations[0] = written("ru", "10-kv", {}, "");  // front matter that is no YAML
  made.items[2].translations[0].broken = true;
  const auto left = [&](const std::map<std::string, Names>& options) {
    Diagnostics all(6);
    all[0].file = "listok.yaml";
    all[1].file = "ru/01-cache.md";
    all[2].file = "en/01-cache.md";
    all[3].file = "ru/02-gpu.md";
    all[4].file = "ru/10-kv.md";
    all[5].file = "ru/02-gpu.md";
    all[5].code = "missing-translation";
    std::string files;
    for (const Diagnostic& one : of_choice(all, made, asked(options))) {
      files += (files.empty() ? "" : " ") + one.file;
    }
    return files;
  };
  BOOST_TEST(left({}) ==
             "listok.yaml ru/01-cache.md en/01-cache.md ru/02-gpu.md ru/10-kv.md ru/02-gpu.md");
  BOOST_TEST(left({{"only", {"01-cache"}}}) == "listok.yaml ru/01-cache.md en/01-cache.md");
  BOOST_TEST(left({{"lang", {"en"}}}) == "listok.yaml en/01-cache.md ru/02-gpu.md");
  // Who knows what the tags of 10-kv are:
  BOOST_TEST(left({{"tag", {"gpu"}}}) == "listok.yaml ru/02-gpu.md ru/10-kv.md ru/02-gpu.md");
  BOOST_TEST(left({{"only", {"0*"}}, {"tag", {"gpu"}}}) == "listok.yaml ru/02-gpu.md ru/02-gpu.md");
}

BOOST_AUTO_TEST_SUITE_END()

// Banks in languages beside Russian and English: three of them, two side by side, one without
// patterns.
#include <boost/test/unit_test.hpp>

#include "tests/end_to_end/support/program.hpp"
#include "tests/needs.hpp"

using namespace listok::tests;

namespace {

struct Words {
  const char* language;
  const char* title;
  const char* question;  // the heading
  const char* text;      // long words, so that lines end inside of them
  const char* answer;
};

constexpr Words russian{
    "ru", "Двоичный поиск", "Вопрос",
    "Сколько сравнений достаточно? Высокопроизводительные взаимоотношения "
    "электроэнцефалографического оборудования, частнопредпринимательская деятельность.",
    "Ответ"};
constexpr Words ukrainian{
    "uk", "Двійковий пошук", "Запитання",
    "Скільки порівнянь досить? Ґрунтовні п’ятнадцятирічні міжнародні взаємовідносини "
    "високоінтелектуальних співробітників; найнесподіваніші характеристики обладнання.",
    "Відповідь"};
constexpr Words belarusian{
    "be", "Двайковы пошук", "Пытанне",
    "Колькі параўнанняў дастаткова? Ўзаемаадносіны супрацоўнікаў міжнародных арганізацый; "
    "найбольш нечаканыя характарыстыкі электраэнцэфалаграфічнага абсталявання.",
    "Адказ"};
constexpr Words kazakh{"kk", "Екілік іздеу", "Сұрақ",
                       "Реттелген мың сан үшін қанша салыстыру жеткілікті? Әлеуметтік мәселелер, "
                       "ғылыми зерттеу, өңірлік ұйымдар, һәм үйлестіру.",
                       "Жауап"};
constexpr Words german{
    "de", "Binäre Suche", "Frage",
    "Wie viele Vergleiche genügen? Die Donaudampfschifffahrtsgesellschaft veröffentlicht "
    "Geschwindigkeitsbegrenzungen; Nahrungsmittelunverträglichkeiten bleiben unberücksichtigt.",
    "Antwort"};

struct Languages : Program {
  void add(const Words& words) const {
    write(std::string("bank/") + words.language + "/01-search.md",
          fmt::format("---\ntags: [search]\n---\n# {}\n\n## {}\n\n{}\n\n## {}\n\n1. Log\n   1. a\n",
                      words.title, words.question, words.text, words.answer));
  }

  std::string page(const std::string& pdf) const { return tool("pdftotext", {pdf, "-"}).output; }

  void check(const Words& words, bool hyphenated) const {
    const std::string pdf = fmt::format("out/{}/01-search.pdf", words.language);
    BOOST_TEST_CONTEXT(pdf) {
      BOOST_TEST(contains(without_spaces(page(pdf)), without_spaces(words.text)), page(pdf));
      BOOST_TEST(contains(page(pdf), words.question));
      const std::string lines = tool("pdftotext", {"-layout", pdf, "-"}).output;
      BOOST_TEST(contains(lines, "-\n") == hyphenated, lines);
      BOOST_TEST(contains(read(fmt::format("out/{}/01-search.tex", words.language)),
                          "[key=question]{" + std::string(words.question) + "}"));
    }
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(languages, Languages)

BOOST_AUTO_TEST_CASE(cyrillic_ones_in_a_bank_that_says_nothing_of_them) {
  write("bank/listok.yaml", "");
  for (const Words& words : {russian, ukrainian, belarusian, kazakh}) add(words);
  const Ran built = listok({"build", "bank", "--book"});
  BOOST_TEST(built.status == 0, built.output);
  check(russian, true);
  check(ukrainian, true);
  check(belarusian, true);
  check(kazakh, false);
  BOOST_TEST(count(built.output, "TeX Live cannot hyphenate `kk`") == 1U, built.output);
  BOOST_TEST(contains(read("out/uk/01-search.tex"),
                      "\\documentclass[language=ukrainian, script=cyrillic, apostrophe=letter]"));
  BOOST_TEST(contains(tool("pdfinfo", {"out/uk/book.pdf"}).output, "Pages:           2"));
  BOOST_TEST(contains(page("out/kk/01-search.pdf"), "а) a"), page("out/kk/01-search.pdf"));
}

BOOST_AUTO_TEST_CASE(latin_ones, needs_german()) {
  write("bank/listok.yaml", "languages: [ru, de]\n");
  add(russian);
  add(german);
  const Ran built = listok({"build", "bank"});
  BOOST_TEST(built.status == 0, built.output);
  check(german, true);
  BOOST_TEST(contains(page("out/de/01-search.pdf"), "a) a"), page("out/de/01-search.pdf"));
  BOOST_TEST(listok({"build", "bank", "--edition", "bilingual"}).status == 0);
  BOOST_TEST(
      contains(read("out/bilingual/01-search.tex"),
               "[russian, bilingual, second={language=german, patterns=ngerman}, landscape]"));
  BOOST_TEST(contains(page("out/bilingual/01-search.pdf"), "Geschwindigkeitsbegrenzungen"));
}

BOOST_AUTO_TEST_CASE(two_of_three_side_by_side) {
  write("bank/listok.yaml", "languages: [ru, en, uk]\n");
  for (const Words& words :
       {russian, Words{"en", "Search", "Question", "How many?", "Answer"}, ukrainian}) {
    add(words);
  }
  const auto pages = [&](std::vector<std::string> more) {
    std::vector<std::string> arguments{"build", "bank", "--edition", "bilingual"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const Ran built = listok(arguments);
    BOOST_TEST(built.status == 0, built.output);
    return files("out", ".pdf");
  };
  using Files = std::vector<std::string>;
  BOOST_TEST((pages({}) == Files{"bilingual/01-search.pdf"}));
  BOOST_TEST(contains(page("out/bilingual/01-search.pdf"), "How many?"));
  BOOST_TEST(!contains(page("out/bilingual/01-search.pdf"), "Запитання"));
  BOOST_TEST((pages({"--lang", "uk", "--lang", "ru"}) ==
              Files{"bilingual-ru-uk/01-search.pdf", "bilingual/01-search.pdf"}));
  BOOST_TEST(contains(page("out/bilingual-ru-uk/01-search.pdf"), "Запитання"));
  BOOST_TEST(!contains(page("out/bilingual-ru-uk/01-search.pdf"), "How many?"));
  BOOST_TEST((pages({"--lang", "uk"}).size() == 2U));
  // An edit there is an edit as anywhere, and the next whole build removes nothing.
  replace("out/bilingual-ru-uk/01-search.tex", "Запитання", "Питання");
  const Ran status = listok({"status", "bank"});
  BOOST_TEST(contains(status.output, "out/bilingual-ru-uk/01-search.tex"), status.output);
  BOOST_TEST(listok({"build", "bank"}).status == 0);
  BOOST_TEST(contains(read("out/bilingual-ru-uk/01-search.tex"), "Питання"));
}

// A machine without the patterns: kpsewhich names a list that lacks them.
BOOST_AUTO_TEST_CASE(the_package_of_missing_patterns_is_named) {
  write("bank/listok.yaml", "");
  for (const Words& words : {russian, ukrainian}) add(words);
  write("bin/language.dat", "% a list\nenglish hyphen.tex\n=usenglish\nrussian loadhyph-ru.tex\n");
  write("bin/kpsewhich", fmt::format("#!/bin/sh\necho {}\n", (path / "bin/language.dat").string()));
  fs::permissions(path / "bin/kpsewhich", fs::perms::owner_all);
  const std::string usual = environment["PATH"];
  environment["PATH"] = (path / "bin").string() + ":" + usual;
  const Ran built = listok({"build", "bank"});
  BOOST_TEST(built.status == 3, built.output);
  BOOST_TEST(
      contains(built.output, "TeX Live has no hyphenation patterns for `uk` on this machine"),
      built.output);
  BOOST_TEST(contains(built.output, "texlive-lang-cyrillic"), built.output);
  BOOST_TEST(listok({"build", "bank", "--lang", "ru"}).status == 0);
}

BOOST_AUTO_TEST_CASE(an_item_is_begun_in_every_language) {
  write("bank/listok.yaml", "languages: [en, fr, nl, kk]\n");
  const Ran made = listok({"new", "item", "search", "bank"});
  BOOST_TEST(made.status == 0, made.output);
  BOOST_TEST(read("bank/fr/01-search.md") == "# Une nouvelle question\n\n## Question\n\n…\n");
  BOOST_TEST(read("bank/nl/01-search.md") == "# A new question\n\n## Vraag\n\n…\n");
  BOOST_TEST(read("bank/kk/01-search.md") == "# Жаңа сұрақ\n\n## Сұрақ\n\n…\n");
}

BOOST_AUTO_TEST_SUITE_END()

#include "emitter/tex/typography.hpp"

#include <boost/test/unit_test.hpp>

using namespace listok::emitter;

namespace {

// '~' stands for a no-break space and '=' for a hyphen that does not break.
std::string shown(std::string text) {
  for (const auto& [from, to] : {std::pair{"\u00A0", "~"}, std::pair{"\u2011", "="}}) {
    for (auto at = text.find(from); at != text.npos; at = text.find(from)) {
      text.replace(at, std::string_view(from).size(), to);
    }
  }
  return text;
}

std::string bound(std::string_view text, std::string_view language) {
  Inlines inlines{{Text{std::string(text)}, {}}};
  bind_words(inlines, language);
  const std::string once = std::get<Text>(inlines.front().value).text;
  bind_words(inlines, language);
  BOOST_TEST(std::get<Text>(inlines.front().value).text == once);
  return shown(once);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(typography)

BOOST_AUTO_TEST_CASE(russian) {
  constexpr std::string_view table[][2] = {
      // words of one or two letters go with what follows
      {"и в кэше на диске", "и~в~кэше на~диске"},
      {"«В кэше»", "«В~кэше»"},
      {"он не знал", "он~не~знал"},
      {"кто-то из них", "кто-то из~них"},
      {"K/V у всех", "K/V у~всех"},
      {"конец и. Но", "конец и. Но"},
      {"ИИ помнит", "ИИ помнит"},
      // particles go with what precedes
      {"знает ли он же сам", "знает~ли он~же сам"},
      {"тот же ж", "тот~же~ж"},
      {"А бы ли", "А~бы~ли"},
      // dashes begin no line
      {"кэш — память", "кэш~— память"},
      {"кэш – память", "кэш~– память"},
      // initials and abbreviations
      {"А. С. Пушкин", "А.~С.~Пушкин"},
      {"т. е. так, и т. д.", "т.~е. так, и~т.~д."},
      {"байт. Далее", "байт. Далее"},
      // numbers
      {"8 ГБ памяти, 5 % и 10 мс", "8~ГБ памяти, 5~% и~10~мс"},
      {"64 головы", "64 головы"},
      {"16 GB/s", "16~GB/s"},
      {"1 000 000 раз", "1~000~000~раз"},
      {"№ 5, § 3, рис. 2", "№~5, §~3, рис.~2"},
      {"2-3 раза", "2=3 раза"},
      {"Т. е. так, Т. к. и т.", "Т.~е. так, Т.~к. и~т."},
      {"А.С. Пушкин и А.С.Пушкин", "А.С.~Пушкин и~А.С.Пушкин"},
      {"в г. Москва, ул. Ленина, д. 5, кв. 7", "в~г.~Москва, ул.~Ленина, д.~5, кв.~7"},
      {"в 2020 г. Москва росла", "в~2020~г. Москва росла"},
      {"проф. Иванов, им. Пушкина", "проф.~Иванов, им.~Пушкина"},
      {"XX в. и XIX–XX вв., XXI век", "XX~в. и~XIX–XX~вв., XXI~век"},
      {"2020–2024 гг., 12 чел., 5 экз., 3 р., 10 лет",
       "2020–2024~гг., 12~чел., 5~экз., 3~р., 10~лет"},
      {"100 105 110 115", "100 105 110 115"},  // numbers in a row
      {"5 10 100 105", "5 10 100 105"},
      {"100 000 и 100 000 000 штук", "100~000 и~100~000~000 штук"},
      {"12 345 штук, 1 000.", "12~345 штук, 1~000."},
      {"их 5 000 5-х, 5 100-х, версия-1 000", "их~5~000 5-х, 5 100-х, версия-1 000"},
      {"т. 2, ч. 1, прил. 3", "т.~2, ч.~1, прил.~3"},
      {"2024-05-01, GPT-4, -1, 1-й", "2024-05-01, GPT-4, -1, 1-й"},
      // the last syllable of a word is no word
      {"зем\u00ADля да\u00ADна", "зем\u00ADля да\u00ADна"},
      {"и зем\u00ADля, и да", "и~зем\u00ADля, и~да"},
      // what is joined into more than a line holds is parted, first where no rule joins it
      {"так\u00A0слово\u00A0за\u00A0словом\u00A0и\u00A0без\u00A0конца",
       "так слово за~словом и~без конца"},
      {"не\u00A0так\u00A0уж\u00A0и\u00A0много", "не~так~уж~и~много"},
      {"ab\u00A0и в у о с к и в у о с к и в у о с к", "ab и в у о с к и в у о с к и в у о с к"},
      // left alone
      {"уже\u00A0и так", "уже~и~так"},
      {"a  b", "a  b"},
      {"", ""},
  };
  for (const auto& [input, expected] : table) {
    BOOST_TEST_CONTEXT(input) { BOOST_TEST(bound(input, "ru") == expected); }
  }
}

BOOST_AUTO_TEST_CASE(english) {
  constexpr std::string_view table[][2] = {
      {"I saw a cat", "I~saw a~cat"},
      {"a-b is KB", "a-b is KB"},
      {"e.g. this, i.e. that", "e.g.~this, i.e.~that"},
      {"Fig. 3 and Fig. three", "Fig.~3 and Fig. three"},
      {"16 GB in 5 ms", "16~GB in 5~ms"},
      {"8 heads", "8 heads"},
      {"memory — fast", "memory~— fast"},
      {"pages 10-12", "pages~10=12"},
      {"Table 3, Figure 2 and Table of", "Table~3, Figure~2 and Table of"},
      {"Eq. (3), Equation (4), Eq. three", "Eq.~(3), Equation~(4), Eq. three"},
      {"Jan. 5 and Sept. 10", "Jan.~5 and Sept.~10"},
      {"St. Petersburg, Ms. Hudson", "St.~Petersburg, Ms.~Hudson"},
      {"J.R.R. Tolkien, J. R. R. Tolkien", "J.R.R.~Tolkien, J.~R.~R.~Tolkien"},
      {"in the U.S. Army", "in the U.S.~Army"},
      {"и в кэше", "и в кэше"},
  };
  for (const auto& [input, expected] : table) {
    BOOST_TEST_CONTEXT(input) { BOOST_TEST(bound(input, "en") == expected); }
  }
}

BOOST_AUTO_TEST_CASE(other_languages) {
  constexpr std::string_view table[][3] = {
      {"fr", "Quoi ? « oui » ! a : b ; 1 000 km", "Quoi~? «~oui~»~! a~: b~; 1~000~km"},
      {"uk", "у кеші та на диску", "у~кеші та~на~диску"},
      {"be", "у кэшы і на дыску", "у~кэшы і~на~дыску"},
      {"pl", "w pamięci i na dysku", "w~pamięci i~na dysku"},
      {"cs", "v paměti a na disku", "v~paměti a~na disku"},
      {"de", "in 5 ms — ja", "in 5~ms~— ja"},
      {"kk", "кэш — жады", "кэш~— жады"},
  };
  for (const auto& [language, input, expected] : table) {
    BOOST_TEST_CONTEXT(input) { BOOST_TEST(bound(input, language) == expected); }
  }
}

BOOST_AUTO_TEST_CASE(across_the_borders_of_inlines) {
  Inlines inlines{
      {Text{"кэш в "}, {}}, {Code{"a b"}, {}},
      {Text{" и "}, {}},    {Strong{{{Text{"на диске"}, {}}}}, {}},
      {Text{" — "}, {}},    {Math{{0, 1}}, {}},
      {Text{" ГБ: "}, {}},  {Link{"https://a.org/2-3", {{Text{"https://a.org/2-3"}, {}}}}, {}},
      {Text{"и"}, {}},      {HardBreak{}, {}},
      {Text{" так"}, {}},
  };
  bind_words(inlines, "ru");
  const auto text = [&inlines](std::size_t i) {
    return shown(std::get<Text>(inlines[i].value).text);
  };
  BOOST_TEST(text(0) == "кэш в~");
  BOOST_TEST(std::get<Code>(inlines[1].value).text == "a b");
  BOOST_TEST(text(2) == " и~");
  const auto& strong = std::get<Strong>(inlines[3].value).content;
  BOOST_TEST(shown(std::get<Text>(strong[0].value).text) == "на~диске");
  BOOST_TEST(text(4) == "~— ");
  BOOST_TEST(text(6) == "~ГБ: ");
  const auto& link = std::get<Link>(inlines[7].value).content;
  BOOST_TEST(std::get<Text>(link[0].value).text == "https://a.org/2-3");
  BOOST_TEST(text(10) == " так");
}

BOOST_AUTO_TEST_SUITE_END()

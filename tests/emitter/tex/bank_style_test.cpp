#include "emitter/tex/bank_style.hpp"

#include <boost/test/unit_test.hpp>

using namespace listok::emitter;

namespace {

Bank bank_of_two() {
  Bank bank;
  bank.languages = {"ru", "en"};
  bank.title = {{"ru", "Вопросы"}, {"en", "Questions & answers"}};
  bank.author = "A_B";
  bank.foot.center.words = {{"ru", "{title} · {n}/{total}"}, {"en", "{n} of 100% {{x}}"}};
  bank.items = {{.id = "01-a", .number = 1, .translations = {}},
                {.id = "b_c", .number = 2, .translations = {}}};
  return bank;
}

std::string rest_of(const std::string& style) { return style.substr(style.find("\\listokbank{")); }

}  // namespace

BOOST_AUTO_TEST_SUITE(bank_style)

BOOST_AUTO_TEST_CASE(a_bank_that_says_little) {
  const std::string style = emit_bank_style(bank_of_two(), "ru");
  BOOST_TEST(style.find("\\ProvidesPackage{listok-bank}\n") != std::string::npos);
  BOOST_TEST(rest_of(style) == R"(\listokbank{
  title = {Вопросы},
  total = 2,
  footer = {\listokbanktitle{} · \listokitemnumber{}/\listoktotal{}},
}
\listokitem{b\_c}{2}
)");
  BOOST_TEST(rest_of(emit_bank_style(bank_of_two(), "en")) == R"(\listokbank{
  title = {Questions \& answers},
  total = 2,
  footer = {\listokitemnumber{} of 100\% \{x\}},
}
\listokitem{b\_c}{2}
)");
}

// The class compares them, as they are written.
BOOST_AUTO_TEST_CASE(an_item_is_called_as_in_its_tex) {
  Bank bank = bank_of_two();
  for (const char* id : {"a--b", "λx", "a_b.c", "plain"}) {
    bank.items = {{.id = id, .number = 5, .translations = {}}};
    Translation sheet;
    sheet.source = std::make_shared<Source>("ru/a.md", "");
    sheet.language = "ru";
    const std::string tex = emit(bank, bank.items[0], sheet).tex;
    const auto begin = tex.find("id=") + 3;
    std::string written = tex.substr(begin, tex.find_first_of(",]", begin) - begin);
    if (!written.starts_with('{')) written = "{" + written + "}";
    BOOST_TEST(
        emit_bank_style(bank, "ru").find("\\listokitem" + written + "{5}") != std::string::npos,
        written);
  }
}

BOOST_AUTO_TEST_CASE(a_bank_that_says_all) {
  Bank bank = bank_of_two();
  bank.head.left.words = {{"ru", "МГУ"}, {"en", "MSU"}};
  bank.head.right = {.image = "images/a b.svg", .set_as = "pdf", .height = 12};
  bank.foot.left.words = {{"ru", "{author}"}, {"en", "{author}"}};
  bank.foot.right.words = {{"ru", "{date} {page}/{pages}"}, {"en", "{item}, {edition}"}};
  bank.date = {{"ru", "осень"}, {"en", "autumn"}};
  bank.fields = {{"ru", {"Фамилия, имя", "№"}}, {"en", {"Name"}}};
  bank.faces.text.family = "DejaVu Serif";
  bank.faces.families = {"Noto Emoji", "Symbola"};
  bank.look = {.accent = "0B456B", .text = LineEnds::ragged, .number = {{"ru", "Задача {n}."}}};
  bank.page.margins = {.left = 25.4, .binding = 10};
  Look own = bank.look;
  own.accent = "";
  own.fields = true;
  own.facts = Facts::tags;
  bank.editions = {{.name = "same", .sections = {}},
                   {.name = "candidate", .sections = {"question"}, .look = own, .page = Page{}}};
  BOOST_TEST(rest_of(emit_bank_style(bank, "ru")) == R"(\listokbank{
  title = {Вопросы},
  author = {A\_B},
  date = {осень},
  total = 2,
  pages = said,
  head = {{МГУ}{}{\listokpicture{12mm}{images/a-b-a8971105.pdf}}},
  footer = {\listokbanktitle{} · \listokitemnumber{}/\listoktotal{}},
  foot = {{\listokauthor{}}{\listokfooter}{\listokdate{} \listokpage{}/\listokpages{}}},
  text-face = {DejaVu Serif},
  symbols = {Noto Emoji,Symbola},
  accent = 0B456B,
  left = 25.4mm,
  binding = 10mm,
  text = ragged,
  number = {Задача \listokitemnumber{}.},
}
\listokforedition{candidate}{
  facts = tags,
  fields = {{Фамилия, имя}, {№}},
  accent = {},
  left = {},
  binding = 0mm,
}
\listokitem{b\_c}{2}
)");
  bank.editions[1].title = {{"ru", "Для кандидата"}, {"en", "For candidates"}};
  bank.editions[1].styled = true;
  BOOST_TEST(emit_bank_style(bank, "ru")
                 .find("\\listokforedition{candidate}{\n"
                       "  edition-title = {Для кандидата},\n") != std::string::npos);
  // A sheet shows what is of its edition, and has its number elsewhere.
  const std::string full = bank_style_of(bank, "ru", nullptr);
  BOOST_TEST(full == bank_style_of(bank, "ru", &bank.editions[0]));
  BOOST_TEST(bank_style_of(bank, "ru", &bank.editions[1]).starts_with(full));
  BOOST_TEST(bank_style_of(bank, "ru", &bank.editions[1]) != full);
  BOOST_TEST(full.find("\\listokitem{") == std::string::npos);
  BOOST_REQUIRE(images_of_look(bank).size() == 1U);
  BOOST_TEST(images_of_look(bank)[0].from == "images/a b.svg");
}

BOOST_AUTO_TEST_SUITE_END()

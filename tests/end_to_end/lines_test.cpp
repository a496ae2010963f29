// Lines and tables that are hard to set: nothing sticks out, and every word is on its page.
#include <boost/test/unit_test.hpp>
#include <algorithm>
#include <regex>
#include <vector>

#include "tests/end_to_end/support/placed_words.hpp"
#include "tests/end_to_end/support/program.hpp"
#include "tests/end_to_end/support/words.hpp"

using namespace listok::tests;

namespace {

struct Hard {
  const char* name;
  const char* reported;  // where people met it; empty: in collections of questions
  std::string answer;
};

const std::string threads =
    "Функция возвращает число потоков, которое задано переменной окружения перед запуском";
const std::string attention =
    "Квадратичная сложность внимания ограничивает контекст, поэтому применяют приближения";

std::string repeated(const std::string& text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

// Sentences of growing length that end in `code`.
std::string sentences(const std::string& code) {
  std::string all;
  for (std::size_t end = 8; end < threads.size(); end = threads.find(' ', end + 1)) {
    const auto space = threads.find(' ', end);
    if (space == threads.npos) break;
    all += threads.substr(0, space) + " `" + code + "`.\n\n";
  }
  return all;
}

std::string header(const std::string& cell, std::size_t columns) {
  return "|" + repeated(cell + "|", columns) + "\n|" + repeated("---|", columns) + "\n";
}

const std::vector<Hard>& hard_lines() {
  static const std::vector<Hard> rows = {
      // code that cannot be parted
      {"camel-case", "doxygen/doxygen#5706", sentences("getElementsByTagNameAndSomethingElse")},
      {"dotted", "jkitchin/scimax_vscode#53",
       sentences("difflow.flowsheet.Flowsheet.solve().temperature")},
      {"constant", "jgm/pandoc#4239", sentences("SOME_LONG_VARIABLE_NAME_FOR_ALL")},
      {"path", "jgm/pandoc#6322",
       sentences("C:\\Program Files (x86)\\abcdefgh\\abcdefghijk\\abc\\abcdefghijk.json")},
      {"long-as-a-line", "gpoore/minted#387", sentences(repeated("VeryLong", 12))},
      {"in-a-list", "gpoore/minted#387",
       "- a `" + repeated("This_is_very_", 8) + "`\n  - b `" + repeated("ThisIsVery", 8) + "`\n"},
      {"several", "",
       threads + " `ReplicatedBufferManager` `GradientAccumulation` " +
           "`FactoryBeanOfTheFramework` или `AnotherVeryLongIdentifier`.\n"},
      // words that the author joined
      {"joined", "embedded-graphics/embedded-text#25",
       std::regex_replace(threads, std::regex(" "), "\u00A0") + "\n"},
      {"soft-hyphens", "wkhtmltopdf/wkhtmltopdf#1722",
       repeated("Донау\u00ADдампф\u00ADшиф\u00ADфарц\u00ADгезель\u00ADшафт ", 12) + "\n"},
      // tables
      {"first-words", "doxygen/doxygen#8027",
       header("Производительность", 6) + "|" + repeated("Энергопотребление|", 6) + "\n"},
      {"dozen", "sphinx-doc/sphinx#8780",
       header("Производительность", 12) + "|" + repeated("Воспроизводимость|", 12) + "\n"},
      {"code-cells", "jgm/pandoc#2165",
       header("Имя", 3) + "|" + repeated("`org.kubeflow.v1beta1.EarlyStoppingSpec`|", 3) + "\n"},
      {"unbroken-code-cells", "Wandmalfarbe/pandoc-latex-template#294",
       header("Имя", 2) + "|" + repeated("`" + repeated("VeryLong", 7) + "`|", 2) + "\n"},
      {"long-and-short", "jgm/pandoc#7393",
       header("Метод", 3) + "|MHA|" + attention + "|Память|\n|GQA|Компромисс|" + attention + ", " +
           attention + "|\n"},
      {"all-long", "zestedesavoir/latex-template#93",
       header("Описание", 5) + "|" + repeated(attention + "|", 5) + "\n"},
      {"aligned", "",
       "|Число|Центр|Текст|\n|--:|:-:|---|\n|1\u00A0000\u00A0000|по\u00A0центру|" + attention +
           attention + "|\n"},
      {"joined-in-a-cell", "",
       header("Имя", 4) + "|" + repeated("и\u00A0в\u00A0кэше\u00A0на\u00A0диске\u00A0у|", 4) +
           "\n"},
  };
  return rows;
}

struct Sheets : Program {
  void bank(const std::string& language, const std::string& page) const {
    write("bank/listok.yaml", "title: T\nlanguages: [" + language + "]\nsections: {answer: {" +
                                  language + ": A}}\npage: {" + page + "}\n");
  }

  // The warnings and errors of the build.
  std::string built() const {
    const Ran made = listok({"build", "bank", "-o", "out", "--color", "never"});
    return std::regex_replace(made.output, std::regex(".*sheets? made.*\n|PDFs are.*\n"), "");
  }
};

// The letters of a text in order of the alphabet, without marks, spaces and what TeX may add.
std::string sorted_letters(const std::string& written) {
  std::string text = std::regex_replace(written, std::regex("\u00A0|\u00AD"), "");
  std::erase_if(text, [](char letter) {
    return std::string_view(" \n\f-|`:").find(letter) != std::string_view::npos;
  });
  std::ranges::sort(text);
  return text;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(lines, Sheets)

BOOST_AUTO_TEST_CASE(nothing_sticks_out_and_no_word_is_lost) {
  for (const char* page : {"paper: a4", "paper: a5", "size: 9"}) {
    bank("ru", page);
    for (const Hard& row : hard_lines()) {
      write(std::string("bank/ru/") + row.name + ".md", "# T\n\n## A\n\n" + row.answer);
    }
    BOOST_TEST(built() == "", page);
    for (const Hard& row : hard_lines()) {
      BOOST_TEST_CONTEXT(page << ", " << row.name << ": " << row.reported) {
        const std::string pdf = std::string("out/ru/") + row.name + ".pdf";
        BOOST_REQUIRE(fs::exists(path / pdf));
        const std::string text = tool("pdftotext", {pdf, "-"}).output;
        BOOST_TEST(std::ranges::includes(sorted_letters(text), sorted_letters(row.answer)), text);
        // A line of the page has a part of each cell. Backslashes and soft hyphens are no words.
        if (row.answer.front() == '|' || contains(row.answer, "\\") ||
            contains(row.answer, "\u00AD")) {
          continue;
        }
        const auto missing = lines_missing(lines_of_markdown(row.answer), text);
        BOOST_TEST(missing.empty(), (missing.empty() ? "" : missing.front())
                                        << " is not in " << text);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(side_by_side) {
  write("bank/listok.yaml",
        "title: T\nlanguages: [ru, en]\nsections: {answer: {ru: А, en: A}}\npage: {min-size: 7}\n");
  for (const Hard& row : hard_lines()) {
    for (const char* heading : {"ru А", "en A"}) {
      write(fmt::format("bank/{}/{}.md", std::string(heading).substr(0, 2), row.name),
            fmt::format("# T\n\n## {}\n\n{}", heading + 3, row.answer));
    }
  }
  const Ran made = listok({"build", "bank", "-o", "out", "--edition", "bilingual"});
  for (const char* code : {"[overfull]", "[off-paper]", "[lost-words]"}) {
    BOOST_TEST(!contains(made.output, code), made.output);
  }
}

// Kazakh has no patterns: no word of it is hyphenated.
BOOST_AUTO_TEST_CASE(without_hyphenation) {
  bank("kk", "paper: a5");
  const std::string words =
      "Функция қоршаған ортаның айнымалысымен берілген ағындардың қанағаттандырылмағандығының "
      "санын қайтарады және бұл мән ұйымдастырылмағандықтарынан тек бір рет оқылады ";
  std::string answer;
  for (std::size_t begin = 0; begin < 60; begin = words.find(' ', begin) + 1) {
    answer += words.substr(begin) + words + "\n\n";
  }
  write("bank/kk/01-a.md", "# T\n\n## A\n\n" + answer);
  const Ran made = listok({"build", "bank", "-o", "out"});
  BOOST_TEST(made.status == 0);
  BOOST_TEST(!contains(made.output, "[overfull]"), made.output);
}

// A name is not parted after its first letters, even where the line would be full.
BOOST_AUTO_TEST_CASE(no_break_after_the_beginning_of_a_name) {
  bank("en", "paper: a5");
  std::string answer;
  for (int letters = 0; letters < 60; letters += 3) {
    answer += "Some words and " + repeated("x", static_cast<std::size_t>(letters)) +
              " `np.random_generator`, `a.second_name_of_it` and `k_means_of_vectors`\n\n";
  }
  write("bank/en/01-a.md", "# T\n\n## A\n\n" + answer);
  listok({"build", "bank", "-o", "out"});
  const std::string text = tool("pdftotext", {"-layout", "out/en/01-a.pdf", "-"}).output;
  BOOST_TEST(contains(text, "random_\n"), text);  // but it is parted
  for (const char* end : {" np.\n", " a.\n", " k_\n"}) BOOST_TEST(!contains(text, end), text);
}

// They were stretched to where the line would end, had it not been ragged.
BOOST_AUTO_TEST_CASE(the_spaces_of_a_title_are_alike) {
  bank("ru", "paper: a4");
  const std::string title =
      "Почему распределённое обучение крупнейших нейросетей на суперкомпьютерах требует "
      "синхронизации градиентов и перераспределения вычислений";
  write("bank/ru/01-a.md", "# " + title + "\n\n## A\n\nДа.\n");
  BOOST_TEST(built() == "");
  const auto words = placed_words(tool("pdftotext", {"-bbox", "out/ru/01-a.pdf", "-"}).output);
  std::vector<double> spaces;
  for (std::size_t i = 1; i < words.size() && words[i].text != "A"; ++i) {
    if (words[i].top == words[i - 1].top) spaces.push_back(words[i].left - words[i - 1].right);
  }
  BOOST_REQUIRE(spaces.size() > 5U);
  spaces.erase(spaces.begin());  // it follows the number
  const auto [least, most] = std::ranges::minmax(spaces);
  BOOST_TEST(most - least < 0.5);
}

BOOST_AUTO_TEST_CASE(a_title_of_three_hundred_characters) {
  bank("ru", "paper: a5");
  const std::string title = repeated("почему сеть ", 25);
  write("bank/ru/01-a.md", "# " + title + "\n\n## A\n\nДа.\n");
  BOOST_TEST(built() == "");
  const std::string text = tool("pdftotext", {"out/ru/01-a.pdf", "-"}).output;
  BOOST_TEST(count(without_spaces(text), "почемусеть") >= 25U, text);
}

// Lines part for a fraction that is higher than they are.
BOOST_AUTO_TEST_CASE(a_high_formula_touches_no_other_line) {
  bank("en", "paper: a4");
  const std::string fraction = "$\\dfrac{\\partial f}{\\partial x}$ ";
  write("bank/en/01-a.md",
        "# T\n\n## A\n\n" + repeated("first " + fraction, 9) + repeated("second " + fraction, 9));
  BOOST_TEST(built() == "");
  const auto words = placed_words(tool("pdftotext", {"-bbox", "out/en/01-a.pdf", "-"}).output);
  double first = 0, second = 0;
  for (const PlacedWord& word : words) {
    if (word.text == "first" && first == 0) first = word.top;
    if (word.text == "second") second = word.top;
  }
  BOOST_TEST(second - first > 2.3 * 11);  // the fractions themselves take 2.2 sizes of the text
}

BOOST_AUTO_TEST_CASE(long_code_begins_where_words_begin) {
  bank("en", "paper: a4");
  write("bank/en/01-a.md",
        "# T\n\n## A\n\n1. `componentWillMount()` - a\n2. `componentWillMount()` - b\n");
  BOOST_TEST(built() == "");
  std::vector<double> left;
  for (const PlacedWord& word :
       placed_words(tool("pdftotext", {"-bbox", "out/en/01-a.pdf", "-"}).output)) {
    if (word.text == "componentWillMount()") left.push_back(word.left);
  }
  BOOST_TEST_REQUIRE(left.size() == 2U);
  BOOST_TEST(left[0] == left[1]);
}

BOOST_AUTO_TEST_CASE(a_cell_that_has_no_room_is_named) {
  bank("en", "paper: a4");
  const std::string wide(60, 'W');
  write("bank/en/01-a.md", fmt::format("# T\n\n## A\n\n| a | b | c |\n|---|---|---|\n| x | y | z "
                                       "|\n| x | {0} | {0} |\n| x | y | z |\n",
                                       wide));
  const Ran made = listok({"build", "bank", "-o", "out", "--color", "never"});
  BOOST_TEST(made.status == 1);
  for (const char* cell : {"cell 2 in row 2", "cell 3 in row 2"}) {
    BOOST_TEST(contains(made.output, std::string("bank/en/01-a.md:8: error: ") + cell +
                                         " of the table sticks out of its column by "),
               made.output);
  }
  BOOST_TEST(!contains(made.output, "row 1"), made.output);
  BOOST_TEST(!contains(made.output, "row 3"), made.output);
  BOOST_TEST(contains(made.output, "[wide-cell]"), made.output);
}

BOOST_AUTO_TEST_SUITE_END()

// `pages: 2`: a sheet that does not fit on one page has its back as well, and never more.
#include <boost/test/unit_test.hpp>

#include <regex>

#include "tests/end_to_end/support/program.hpp"

using namespace listok::tests;

namespace {

// Words with numbers, so that each is known on the page: w1z w2z …
class Words {
 public:
  explicit Words(char letter) : letter_(letter) {}

  std::size_t count() const { return last_; }
  std::string some(std::size_t number, std::string_view after = " ") {
    std::string text;
    for (; number > 0; --number) text += one() + std::string(after);
    return text;
  }
  std::string one() { return fmt::format("{}{}z", letter_, ++last_); }

 private:
  char letter_;
  std::size_t last_ = 0;
};

// One of each element, so often that there are at least `number` words. Each statement takes words
// once: the operands of `+` may be worked out in any order.
std::string grown(Words& words, std::size_t number) {
  std::string text;
  while (words.count() < number) {
    text += words.some(60) + "\n\n";
    for (int item = 0; item < 4; ++item) text += "- " + words.some(20) + "\n";
    text += "\n```\n" + words.some(12, "\n");
    text += "```\n\n> " + words.some(40) + "\n\n$$x^2$$\n\n";
    text += "| " + words.some(2, " | ") + "\n|---|---|\n";
    for (int row = 0; row < 6; ++row) {
      text += "| " + words.one() + " | ";
      text += words.some(3) + "|\n";
    }
    text += "\n";
  }
  return text;
}

struct Pages : Program {
  Pages() {
    write("bank/listok.yaml",
          "languages: [en]\nsections: {question: {ru: Вопрос, en: Question}, "
          "answer: {ru: Ответ, en: Answer}}\n"
          "editions: {candidate: {sections: [question], space: lines}}\n");
  }

  // An item whose answer has so many words, and more.
  std::size_t item(const std::string& id, const std::string& front, std::size_t number,
                   char letter = 'w') const {
    Words words(letter);
    const std::string head = front.empty() ? "" : "---\n" + front + "\n---\n";
    const std::string answer = grown(words, number);
    const bool russian = letter == 'r';
    write(std::string("bank/") + (russian ? "ru/" : "en/") + id + ".md",
          head + "# Sheet " + id + "\n\n## " + (russian ? "Вопрос" : "Question") +
              "\n\nWhat?\n\n## " + (russian ? "Ответ" : "Answer") + "\n\n" + answer);
    return words.count();
  }

  Ran build(std::vector<std::string> more = {}) const {
    more.insert(more.begin(), {"build", "bank", "--color", "never"});
    return listok(more);
  }

  std::string text(const std::string& pdf) const {
    return tool("pdftotext", {"-raw", "out/" + pdf, "-"}).output;
  }

  // Whether all words of the item, each once, stand on its pages in their order.
  bool whole(const std::string& pdf, std::size_t count, char letter = 'w') const {
    const std::string all = text(pdf);
    const std::regex word(fmt::format("{}([0-9]+)z", letter));
    std::size_t last = 0;
    for (auto at = std::sregex_iterator(all.begin(), all.end(), word); at != std::sregex_iterator();
         ++at) {
      if (std::stoul((*at)[1]) != ++last) return false;
    }
    return last == count;
  }
};

constexpr std::size_t one_page = 200, more_than_one = 400, more_than_two = 800;  // words

}  // namespace

BOOST_FIXTURE_TEST_SUITE(two_pages, Pages)

BOOST_AUTO_TEST_CASE(what_fits_on_one_page_stays_as_it_is) {
  const std::size_t words = item("01-a", "", one_page);
  BOOST_TEST(build().status == 0);
  const std::string before = read("out/en/01-a.pdf");
  item("01-a", "pages: 2", one_page);
  const Ran again = build({"--explain"});
  BOOST_TEST(contains(again.output, "its `.tex` changed"), again.output);
  BOOST_TEST(contains(read("out/en/01-a.tex"), "pages=2]{Sheet 01-a}"));
  BOOST_TEST((read("out/en/01-a.pdf") == before));
  BOOST_TEST(whole("en/01-a.pdf", words));
  BOOST_TEST(contains(read("out/report.json"), "\"pages\":1,"));
}

BOOST_AUTO_TEST_CASE(what_does_not_fit_goes_on_on_the_back) {
  const std::size_t words = item("01-a", "", more_than_one);
  const Ran refused = build();
  BOOST_TEST(refused.status == 1);
  BOOST_TEST(contains(refused.output, " lines too long for its page, at 8.5 pt"), refused.output);
  BOOST_TEST(contains(refused.output, "or allow it two pages by `pages: 2`"), refused.output);
  item("01-a", "pages: 2", more_than_one);
  const Ran built = build();
  BOOST_TEST(built.status == 0, built.output);
  BOOST_TEST(pages("en/01-a.pdf") == 2U);
  BOOST_TEST(whole("en/01-a.pdf", words), text("en/01-a.pdf"));
  BOOST_TEST(contains(text("en/01-a.pdf"), "1/2"));
  BOOST_TEST(contains(text("en/01-a.pdf"), "2/2"));
  BOOST_TEST(contains(read("out/report.json"), "\"size\":11,\"pages\":2,"),
             read("out/report.json"));
  BOOST_TEST(contains(tool("qpdf", {"--json", "out/en/01-a.pdf"}).output, "\"/P\": \"u:1-2\""));
  BOOST_TEST(contains(build().output, "0 sheets made, 1 up to date"));
  item("01-a", "pages: 1", more_than_one);  // forbids what the bank allows
  write("bank/listok.yaml", read("bank/listok.yaml") + "pages: 2\n");
  BOOST_TEST(build().status == 1);
  item("01-a", "", more_than_one);
  BOOST_TEST(build().status == 0);
  BOOST_TEST(pages("en/01-a.pdf") == 2U);
}

// Sheets of one run and one book.
BOOST_AUTO_TEST_CASE(sheets_of_one_and_of_two_pages_side_by_side) {
  write("bank/listok.yaml", read("bank/listok.yaml") + "pages: 2\n");
  const std::size_t sizes[] = {one_page,      more_than_one, one_page,
                               more_than_two, more_than_one, one_page};
  std::vector<std::size_t> words;
  for (std::size_t number = 0; number < std::size(sizes); ++number) {
    words.push_back(item(fmt::format("{:02}-a", number + 1), "", sizes[number]));
  }
  const Ran built = build({"--book"});
  BOOST_TEST(built.status == 1);
  BOOST_TEST(contains(built.output, "en/04-a.md: error: the sheet is "), built.output);
  BOOST_TEST(contains(built.output, " lines too long for its two pages, at 8.5 pt"), built.output);
  BOOST_TEST(!fs::exists(path / "out/en/04-a.pdf"));
  for (std::size_t number = 0; number < std::size(sizes); ++number) {
    if (sizes[number] == more_than_two) continue;
    const std::string pdf = fmt::format("en/{:02}-a.pdf", number + 1);
    BOOST_TEST(pages(pdf) == (sizes[number] == one_page ? 1U : 2U), pdf);
    BOOST_TEST(whole(pdf, words[number]), pdf);
    BOOST_TEST(contains(text(pdf), fmt::format("Sheet {:02}-a", number + 1)), pdf);
  }
  BOOST_TEST(pages("en/book.pdf") == 8U);
  const std::string json = tool("qpdf", {"--json", "out/en/book.pdf"}).output;
  for (const char* part :
       {"\"/P\": \"u:2\"", "\"/P\": \"u:2-2\"", "\"/P\": \"u:3\"", "\"/P\": \"u:5-2\""}) {
    BOOST_TEST(contains(json, part), part);
  }
  BOOST_TEST(count(json, "\"/Title\": \"u:") == 7U);  // five sheets, the contents, the book
}

BOOST_AUTO_TEST_CASE(two_pages_by_hand) {
  item("01-a", "", one_page);
  item("02-b", "", one_page);
  BOOST_TEST(build().status == 0);
  Words words('h');
  const std::string added = words.some(900);
  replace("out/en/01-a.tex", "What?", "What? " + added);
  BOOST_TEST(build().status == 1);
  replace("out/en/01-a.tex", "number=1", "number=1, pages=2");
  const Ran built = build();
  BOOST_TEST(built.status == 0, built.output);
  BOOST_TEST(pages("en/01-a.pdf") == 2U);
  BOOST_TEST(whole("en/01-a.pdf", words.count(), 'h'));
  replace("out/en/01-a.tex", "pages=2", "pages=3");
  const Ran three = build();
  BOOST_TEST(contains(three.output, "A sheet cannot have `pages=3'"), three.output);
}

BOOST_AUTO_TEST_CASE(a_third_page_by_hand_is_no_sheet) {
  item("01-a", "pages: 2", more_than_one);
  item("02-b", "pages: 2", more_than_one);
  BOOST_TEST(listok({"emit", "bank"}).status == 0);
  replace("out/en/01-a.tex", "\\end{sheet}", "\\end{sheet}\\shipout\\hbox{third}");
  const Ran built = build();
  BOOST_TEST(built.status == 1);
  BOOST_TEST(contains(built.output, "no sheet could be made: it gave "), built.output);
  BOOST_TEST(!fs::exists(path / "out/en/01-a.pdf"));
  BOOST_TEST(pages("en/02-b.pdf") == 2U);
}

BOOST_AUTO_TEST_CASE(editions_have_as_many_pages_as_they_need) {
  replace("bank/listok.yaml", "[en]", "[ru, en]");
  const std::size_t english = item("01-a", "", 400);
  const std::size_t russian = item("01-a", "pages: 2", 400, 'r');
  const Ran built = build({"--edition", "candidate", "--edition", "bilingual"});
  BOOST_TEST(built.status == 0, built.output);
  BOOST_TEST(pages("en/candidate/01-a.pdf") == 1U);
  BOOST_TEST(pages("bilingual/01-a.pdf") == 2U);
  BOOST_TEST(whole("bilingual/01-a.pdf", english, 'w'));
  BOOST_TEST(whole("bilingual/01-a.pdf", russian, 'r'));
}

BOOST_AUTO_TEST_SUITE_END()

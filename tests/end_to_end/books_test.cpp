// `--book` with editions, and what `book:` of listok.yaml makes of a book.
#include <boost/test/unit_test.hpp>
#include <cmath>

#include "tests/end_to_end/support/placed_words.hpp"
#include "tests/end_to_end/support/program.hpp"

using namespace listok::tests;

namespace {

constexpr double point = 72 / 25.4;  // pt of PDF in a mm

struct Books : Program {
  Books() {
    static const Scratch cache;  // formats are made once for all cases
    environment["XDG_CACHE_HOME"] = (cache.path / "cache").string();
    say("");
    for (const char* id : {"01-a", "02-b", "03-c", "04-d"}) item(id);
  }

  void say(const std::string& more) const {
    write("bank/listok.yaml", R"(title: {en: Bank & all, ru: Банк о & всём}
languages: [en, ru]
author: A. N. Author
date: {en: autumn, ru: осень}
sections: {question: {en: Question, ru: Вопрос}, answer: {en: Answer, ru: Ответ}}
head: {left: Department, right: "sheet {n}"}
foot: {left: leftfoot, center: "middle {n}", right: rightfoot}
editions:
  candidate: {title: {en: For candidates, ru: Для кандидатов}, sections: [question], facts: none}
  key: {sections: all, space: lines}
)" + more);
  }
  // `answer`: how many words its answer has in English.
  void item(const std::string& id, int answer = 5) const {
    const std::string front = "---\ntags: [sometag]\ndifficulty: rather-hard\n---\n";
    std::string words = "Theanswer" + id.substr(3);
    for (int word = 0; word < answer; ++word) words += fmt::format(" w{}z", word);
    write("bank/en/" + id + ".md",
          front + "# Name " + id + "\n\n## Question\n\nWhy?\n\n## Answer\n\n" + words + "\n");
    write("bank/ru/" + id + ".md",
          front + "# Имя " + id + "\n\n## Вопрос\n\nПочему?\n\n## Ответ\n\nПотому\n");
  }
  Ran build(std::vector<std::string> more, int status = 0) const {
    more.insert(more.begin(), {"build", "bank", "--book", "--color", "never"});
    const Ran ran = listok(std::move(more));
    BOOST_TEST(ran.status == status, ran.output);
    return ran;
  }
  std::string page(const std::string& pdf, int number) const {
    const std::string at = std::to_string(number);
    return tool("pdftotext", {"-layout", "-f", at, "-l", at, "out/" + pdf, "-"}).output;
  }
  std::string boxes(const std::string& pdf, int number) const {
    const std::string at = std::to_string(number);
    return tool("pdftotext", {"-bbox", "-f", at, "-l", at, "out/" + pdf, "-"}).output;
  }
  // The words of a page, or of a PDF, in the order of the alphabet.
  static std::vector<std::string> sorted(const std::string& boxes) {
    std::vector<std::string> all;
    for (const PlacedWord& word : placed_words(boxes)) all.push_back(word.text);
    std::ranges::sort(all);
    return all;
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(books, Books)

BOOST_AUTO_TEST_CASE(each_edition_has_a_book_that_shows_what_it_shows) {
  build({"--edition", "candidate", "--edition", "key"});
  build({});
  const std::string asked = words("en/candidate/book.pdf"), key = words("en/key/book.pdf"),
                    full = words("en/book.pdf");
  for (const std::string& all : {asked, key, full}) {
    for (const char* id : {"01-a", "02-b", "03-c", "04-d"}) {
      BOOST_TEST(count(all, std::string("Name ") + id) == 2U,
                 all);  // in the contents, on the sheet
    }
  }
  for (const char* hidden : {"Theanswer", "sometag", "rather-hard"}) {
    BOOST_TEST(!contains(asked, hidden), hidden);
    BOOST_TEST(contains(key, hidden), hidden);
    BOOST_TEST(contains(full, hidden), hidden);
  }
  // Nor in what is no page of it.
  const std::string json =
      tool("qpdf", {"--json", "--decode-level=all", "out/en/candidate/book.pdf"}).output;
  BOOST_TEST(contains(json, "u:1. Name 01-a"));
  BOOST_TEST(!contains(json, "sometag"));
  BOOST_TEST(!contains(json, "rather-hard"));
  for (const char* pdf : {"en/candidate/book.pdf", "ru/candidate/book.pdf", "ru/key/book.pdf"}) {
    BOOST_TEST(pages(pdf) == 5U, pdf);
    BOOST_TEST(tool("qpdf", {"--check", std::string("out/") + pdf}).status == 0, pdf);
  }
  BOOST_TEST(contains(words("ru/key/book.pdf"), "Потому"));
}

BOOST_AUTO_TEST_CASE(the_book_of_an_edition_is_made_when_it_has_to_be) {
  const std::vector<std::string> candidate = {"--edition", "candidate", "--lang", "en",
                                              "--explain"};
  const std::vector<std::string> silent = {"--edition", "candidate", "--lang", "en"};
  const std::string made = "en/candidate/book.pdf: made, because ";
  build({});
  build(silent);
  const std::string full = read("out/en/book.pdf");
  BOOST_TEST(contains(build(silent).output, "0 sheets made, 4 up to date"));
  BOOST_TEST(contains(build(candidate).output, "en/candidate/book.pdf: up to date\n"));
  fs::remove(path / "out/en/candidate/book.pdf");
  build(silent);
  BOOST_TEST(pages("en/candidate/book.pdf") == 5U);
  BOOST_TEST(contains(build(candidate).output, "en/candidate/book.pdf: up to date\n"));
  // Edited by hand, it is in both books; that of the full sheets waits for its own turn.
  replace("out/en/02-b.tex", "Why?", "Wherefore?");
  const Ran edited = build(candidate);
  BOOST_TEST(contains(edited.output, made), edited.output);
  BOOST_TEST(count(words("en/candidate/book.pdf"), "Wherefore?") == 1U);
  BOOST_TEST(read("out/en/book.pdf") == full);
  build({});
  BOOST_TEST(count(words("en/book.pdf"), "Wherefore?") == 1U);
  // An edition that is taken away leaves what it made.
  say("book: {cover: true}\n");
  const Ran untitled = build(candidate);
  BOOST_TEST(contains(untitled.output, made + "its contents changed"), untitled.output);
  say("book: {cover: true, two-sided: true}\n");
  BOOST_TEST(contains(build(candidate).output, made + "its cover, or its two sides changed"));
  BOOST_TEST(contains(build(candidate).output, "en/candidate/book.pdf: up to date\n"));
  BOOST_TEST(fs::exists(path / "out/en/book.pdf"));
  BOOST_TEST(fs::exists(path / "out/ru/book.pdf"));
}

BOOST_AUTO_TEST_CASE(a_book_of_the_sheets_of_an_edition_that_there_are) {
  replace("bank/en/02-b.md", "Why?", "Why $\\nothing$?");
  for (int times = 0; times < 2; ++times) {
    const Ran built = build({"--edition", "candidate", "--lang", "en"}, 1);
    BOOST_TEST(contains(built.output,
                        "warning: `en/candidate/book.pdf` lacks 1 of 4 sheets: `02-b` [book]"),
               built.output);
    BOOST_TEST(pages("en/candidate/book.pdf") == 4U);
    BOOST_TEST(!contains(words("en/candidate/book.pdf"), "Name 02-b"));
  }
  for (const char* id : {"01-a", "03-c", "04-d"}) {
    replace(std::string("bank/en/") + id + ".md", "Why?", "Why $\\nothing$?");
  }
  const Ran none = build({"--edition", "key", "--lang", "en"}, 1);
  BOOST_TEST(contains(none.output, "`en/key/book.pdf` is not made: none of its sheets could be"),
             none.output);
}

BOOST_AUTO_TEST_CASE(other_editions_have_books_too) {
  say("book: {cover: true}\n");
  build({"--edition", "bilingual"});
  BOOST_TEST(pages("bilingual/book.pdf") == 6U);
  const std::string both = words("bilingual/book.pdf");
  for (const char* part : {"Bank & all", "Банк о & всём", "Questions: 4 · Вопросов: 4",
                           "autumn · осень", "Contents", "Содержание"}) {
    BOOST_TEST(count(both, part) == 1U, part << " is not once in\n" << both);
  }
  BOOST_TEST(count(both, "Имя 03-c") == 2U, both);
  build({"--sections", "question", "--lang", "en"});
  const std::string question = words("en/question/book.pdf");
  BOOST_TEST(count(question, "Name 03-c") == 2U, question);
  BOOST_TEST(!contains(question, "Theanswer"), question);
}

BOOST_AUTO_TEST_CASE(a_cover_says_whose_what_and_how_much) {
  say("book: {cover: true}\n");
  build({"--edition", "candidate", "--edition", "key"});
  const std::string cover = page("ru/candidate/book.pdf", 1);
  for (const char* part :
       {"Department", "Банк о & всём", "Для кандидатов", "A. N. Author", "Вопросов: 4", "осень"}) {
    BOOST_TEST(count(cover, part) == 1U, part << " is not once in\n" << cover);
  }
  for (const char* part : {"sheet", "foot", "middle", "Имя"})
    BOOST_TEST(!contains(cover, part), cover);
  BOOST_TEST(contains(page("en/key/book.pdf", 1), "key"));
  const std::string contents = page("ru/candidate/book.pdf", 2);
  BOOST_TEST(contains(contents, "Содержание"), contents);
  BOOST_TEST(contains(contents, "leftfoot"), contents);
  BOOST_TEST(!contains(contents, "sheet"), contents);
  BOOST_TEST(pages("ru/candidate/book.pdf") == 6U);
  const std::string json = tool("qpdf", {"--json", "out/en/candidate/book.pdf"}).output;
  for (const char* part : {"\"/P\": \"u:i\"", "\"/P\": \"u:ii\"", "\"/P\": \"u:1\"",
                           "\"/Title\": \"u:Bank & all\"", "\"/Title\": \"u:Contents\""}) {
    BOOST_TEST(contains(json, part), part);
  }
  BOOST_TEST(count(json, "\"/Title\": \"u:") == 7U);  // four sheets, cover, contents, the book
}

// Front: cover, empty, contents, empty. Then 1, 2, empty, 3 on facing pages, 4.
BOOST_AUTO_TEST_CASE(a_two_sided_book) {
  item("03-c", 1400);
  say("pages: 2\nbook: {two-sided: true, cover: true}\n"
      "look: {margins: {left: 20mm, right: 30mm, binding: 10mm}}\n");
  build({"--lang", "en"});
  const std::string pdf = "en/book.pdf";
  BOOST_TEST(pages(pdf) == 10U);
  for (const int empty : {2, 4, 7}) BOOST_TEST(sorted(boxes(pdf, empty)).empty(), empty);
  BOOST_TEST(contains(page(pdf, 3), "Contents"));
  const std::pair<int, std::string> sheets[] = {
      {5, "01-a"}, {6, "02-b"}, {8, "03-c"}, {10, "04-d"}};
  for (const auto& [number, id] : sheets) {
    const std::string here = boxes(pdf, number);
    const bool odd = number % 2 == 1;
    BOOST_TEST(contains(page(pdf, number), "Name " + id), number);
    // The bar of the question, and then the word.
    const double left = word_of(here, "Why?").left, edge = word_of(here, "Department").left,
                 outer = word_of(here, "sheet").left;
    BOOST_TEST(std::abs(left - (30 * point + 10)) < 6, left);
    BOOST_TEST((odd ? edge < outer : outer < edge), number);
    BOOST_TEST((word_of(here, "leftfoot").left < word_of(here, "rightfoot").left) == odd, number);
    BOOST_TEST(std::abs((odd ? edge : outer) - 30 * point) < 1, number);
  }
  // The words of a sheet, and how they are divided into lines, are those of the sheet alone.
  std::string both = boxes(pdf, 8) + boxes(pdf, 9);
  BOOST_TEST(sorted(both) == sorted(tool("pdftotext", {"-bbox", "out/en/03-c.pdf", "-"}).output),
             boost::test_tools::per_element());
  const std::string alone = tool("pdftotext", {"-bbox", "out/en/03-c.pdf", "-"}).output;
  for (const char* word : {"w100z", "w200z", "w300z"}) {
    BOOST_TEST(word_of(both, word).left == word_of(alone, word).left, word);
    BOOST_TEST(word_of(both, word).top == word_of(alone, word).top, word);
  }
  const std::string json = tool("qpdf", {"--json", "out/" + pdf}).output;
  for (const char* part : {"\"/P\": \"u:iv\"", "\"/P\": \"u:3-2\"", "\"/P\": \"u:\""}) {
    BOOST_TEST(contains(json, part), part);
  }
}

// The binding of 10 mm is at the inner side of both, and a sheet alone has it at the left.
BOOST_AUTO_TEST_CASE(the_binding_is_at_the_inner_side) {
  say("book: {two-sided: true}\nlook: {margins: {left: 20mm, right: 20mm, binding: 10mm}}\n");
  build({"--lang", "en"});
  const auto why = [&](const std::string& pdf, int number) {
    return word_of(boxes(pdf, number), "Why?").left;
  };
  // contents, empty, 1, 2, 3, 4
  BOOST_TEST(pages("en/book.pdf") == 6U);
  BOOST_TEST(std::abs(why("en/book.pdf", 3) - why("en/book.pdf", 4) - 10 * point) < .1);
  BOOST_TEST(std::abs(why("en/book.pdf", 3) - why("en/02-b.pdf", 1)) < .1);
  say("look: {margins: {left: 20mm, right: 20mm, binding: 10mm}}\n");
  build({"--lang", "en"});
  BOOST_TEST(pages("en/book.pdf") == 5U);
  BOOST_TEST(std::abs(why("en/book.pdf", 2) - why("en/book.pdf", 3)) < .1);
}

BOOST_AUTO_TEST_SUITE_END()

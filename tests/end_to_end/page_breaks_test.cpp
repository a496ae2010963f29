// What went wrong where other programs end a page, as it was reported to them: here it does not.
#include <boost/test/unit_test.hpp>

#include <sstream>

#include "tests/end_to_end/support/program.hpp"

using namespace listok::tests;

namespace {

enum class Place {
  together,  // the two words are on one page
  parted,    // where the front has room for the first, it is there, and the second on the back
  anywhere
};

struct Bug {
  const char* reported;  // repository and number of the issue or pull request
  std::string markdown;  // its words end in "q": each is once on the pages, in this order
  const char* one;
  const char* other;
  Place place;
};

std::string lines(const char* letter, int count) {
  std::string text;
  for (int line = 1; line <= count; ++line) text += fmt::format("{}{}q\n", letter, line);
  return text;
}

std::string rows(int count) {
  std::string text = "| headq | b |\n|---|---|\n";
  for (int row = 1; row <= count; ++row) text += fmt::format("| r{}q | x |\n", row);
  return text;
}

std::string code(int count) { return "```\n" + lines("c", count) + "```\n"; }

const std::vector<Bug> bugs = {
    {"rst2pdf/rst2pdf#861", "### titleq\n\n" + rows(8), "titleq", "r1q", Place::together},
    {"rst2pdf/rst2pdf#418", "### titleq\n\n" + code(8), "titleq", "c2q", Place::together},
    {"asciidoctor/asciidoctor-pdf#2608", "### titleq\n\nfirstq\n\nlastq\n", "titleq", "firstq",
     Place::together},
    {"Wandmalfarbe/pandoc-latex-template#422", "### titleq\n\n> quoteq\n", "titleq", "quoteq",
     Place::together},
    {"marcbachmann/node-html-pdf#689", rows(8), "headq", "r1q", Place::together},
    {"asciidoctor/asciidoctor-pdf#64", "- labelq\n\n  | headq | b |\n  |---|---|\n  | r1q | x |\n",
     "headq", "r1q", Place::together},
    {"rubocop/ruby-style-guide#60", code(4), "c1q", "c4q", Place::together},
    {"jneug/typst-codelst#9", code(30), "c29q", "c30q", Place::together},
    {"marktext/marktext#2609", code(34), "c1q", "c34q", Place::parted},
    {"ggrossetie/asciidoctor-web-pdf#336", code(34) + "\nbehindq\n", "c34q", "behindq",
     Place::anywhere},
    {"T-F-S/tcolorbox#86",
     "> " + lines("p", 1) + ">\n> > innerq\n> >\n> > ```\n> > c1q\n> > c2q\n> > ```\n", "c1q",
     "c2q", Place::together},
    {"sarabander/sicp-pdf#12", code(20) + "\n" + rows(10), "c20q", "r10q", Place::anywhere},
    {"mayurankv/Obsidian-Code-Styler#19", "> " + lines("p", 1) + "\n" + code(34), "c1q", "c34q",
     Place::parted},
    {"huxuan/resumecls-example#1", lines("w", 300), "w1q", "w300q", Place::anywhere},
};

std::vector<std::string> words_of(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> words;
  for (std::string word; in >> word;) {
    if (word.ends_with('q')) words.push_back(word);
  }
  return words;
}

struct Sheets : Program {
  static std::string id(std::size_t bug, int before) {
    return fmt::format("{:02}-{:02}", bug + 1, before);
  }
  // After so many paragraphs of a line: so the page ends at many places of the element.
  void add(std::size_t bug, int before) const {
    std::string text = "---\npages: 2\nsize: 11\nmin-size: 11\nnumber: " +
                       std::to_string(100 * (bug + 1) + static_cast<std::size_t>(before)) +
                       "\n---\n# Sheet\n\n## Question\n\n";
    for (int line = 0; line < before; ++line) text += "before\n\n";
    text += bugs[bug].markdown + "\n";
    for (int line = 0; line < 6; ++line) text += "\nbehind\n";
    write("bank/en/" + id(bug, before) + ".md", text);
  }

  std::vector<std::string> words_on(const std::string& pdf, const char* page) const {
    return words_of(tool("pdftotext", {"-raw", "-f", page, "-l", page, pdf, "-"}).output);
  }

  void check(std::size_t bug, int before) const {
    const Bug& one = bugs[bug];
    BOOST_TEST_CONTEXT(one.reported << " after " << before) {
      const std::string pdf = "out/en/" + id(bug, before) + ".pdf";
      const auto front = words_on(pdf, "1"), back = words_on(pdf, "2");
      auto all = front;
      all.insert(all.end(), back.begin(), back.end());
      BOOST_TEST(all == words_of(one.markdown), boost::test_tools::per_element());
      const auto on_front = [&](const char* word) { return std::ranges::count(front, word) > 0; };
      if (one.place == Place::together) BOOST_TEST(on_front(one.one) == on_front(one.other));
      if (one.place == Place::parted && before < 20) {
        BOOST_TEST(on_front(one.one));
        BOOST_TEST(!on_front(one.other));
      }
    }
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(page_breaks, Sheets)

BOOST_AUTO_TEST_CASE(what_was_reported_of_others) {
  write("bank/listok.yaml", "title: T\nlanguages: [en]\nsections: {question: Question}\n");
  for (std::size_t bug = 0; bug < bugs.size(); ++bug) {
    for (int before = 16; before <= 28; before += 2) add(bug, before);
  }
  const Ran built = listok({"build", "bank", "--color", "never"});
  BOOST_TEST(built.status == 0, built.output);
  for (std::size_t bug = 0; bug < bugs.size(); ++bug) {
    for (int before = 16; before <= 28; before += 2) check(bug, before);
  }
}

BOOST_AUTO_TEST_SUITE_END()

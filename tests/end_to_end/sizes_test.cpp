// From one to far too many of everything that an item may hold: every word on its page, or two where
// that is allowed, or an error.
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <set>
#include <sstream>

#include "tests/end_to_end/support/program.hpp"

using namespace listok::tests;

namespace {

std::string repeat(std::size_t count, const auto& one) {
  std::string all;
  for (std::size_t number = 1; number <= count; ++number) all += one(number);
  return all;
}

std::string word(std::size_t number) { return fmt::format("q{}z", number); }

// A kind of content in any number. `words` are the tokens of its page; a run of letters has none.
struct Kind {
  const char* name;
  std::string (*text)(std::size_t count);
  std::string (*token)(std::size_t number);
};

constexpr Kind kinds[] = {
    {"question",  // of its own: in a panel
     [](std::size_t n) { return repeat(n, [](auto i) { return word(i) + "\n\n"; }); }, word},
    {"paragraphs", [](std::size_t n) { return repeat(n, [](auto i) { return word(i) + "\n\n"; }); },
     word},
    {"words", [](std::size_t n) { return repeat(n, [](auto i) { return word(i) + "\n"; }); }, word},
    {"items", [](std::size_t n) { return repeat(n, [](auto i) { return "- " + word(i) + "\n"; }); },
     word},
    {"rows",
     [](std::size_t n) {
       return "| a | b |\n|---|---|\n" +
              repeat(n, [](auto i) { return "| x | " + word(i) + " |\n"; });
     },
     word},
    {"cells",
     [](std::size_t n) {
       return "|" + repeat(n, [](auto i) { return word(i) + "|"; }) + "\n|" +
              repeat(n, [](auto) { return "---|"; }) + "\n";
     },
     word},
    {"formulas",
     [](std::size_t n) { return repeat(n, [](auto i) { return fmt::format("${}$\n", i); }); },
     [](std::size_t i) { return fmt::format("{}", i); }},
    {"displays",
     [](std::size_t n) { return repeat(n, [](auto i) { return fmt::format("$${}$$\n\n", i); }); },
     [](std::size_t i) { return fmt::format("{}", i); }},
    {"code",
     [](std::size_t n) {
       return "```\n" + repeat(n, [](auto i) { return word(i) + "\n"; }) + "```\n";
     },
     word},
    {"breaks",
     [](std::size_t n) { return repeat(n, [](auto i) { return word(i) + "\\\n"; }) + "z"; }, word},
    {"quote",
     [](std::size_t n) { return repeat(n, [](auto i) { return "> " + word(i) + "\n>\n"; }); },
     word},
    {"letters", [](std::size_t n) { return std::string(n, 'q'); }, nullptr},
    {"joined", [](std::size_t n) { return repeat(n, [](auto) { return "q\u00a0"; }); }, nullptr},
    {"inline-code", [](std::size_t n) { return "`" + std::string(n, 'q') + "`"; }, nullptr},
    {"code-line", [](std::size_t n) { return "```\n" + std::string(n, 'q') + "\n```"; }, nullptr},
    {"images",
     [](std::size_t n) { return repeat(n, [](auto) { return "![boxes](boxes.png)\n\n"; }); },
     nullptr},
};

struct Sizes : Program {
  int allowed = 1;  // pages

  Sizes() { allow(1); }

  void allow(int pages) {
    allowed = pages;
    write("bank/listok.yaml", fmt::format("title: Questions\nlanguages: [en]\npages: {}\n", pages));
  }

  void add(const Kind& kind, std::size_t count) const {
    const bool asked = kind.name == std::string("question");
    write(item(kind, count), std::string("# S\n\n## Question\n\n") +
                                 (asked ? "" : "What?\n\n## Answer\n\n") + kind.text(count) + "\n");
  }

  static std::string id(const Kind& kind, std::size_t count) {
    return fmt::format("{}-{:05}", kind.name, count);
  }
  static std::string item(const Kind& kind, std::size_t count) {
    return "bank/en/" + id(kind, count) + ".md";
  }

  // The page has all words of the item, or there is none and an error says why.
  bool check(const Kind& kind, std::size_t count, const std::string& told) const {
    const std::string pdf = "out/en/" + id(kind, count) + ".pdf";
    if (!fs::exists(path / pdf)) {
      const auto at = told.find(item(kind, count));
      BOOST_TEST(at != std::string::npos, pdf << " is missing and nothing is said");
      BOOST_TEST(contains(told.substr(std::min(at, told.size())), "error: "));
      return false;
    }
    const std::string info = tool("pdfinfo", {pdf}).output;
    const auto has = [&](int pages) {
      return contains(info, fmt::format("Pages:           {}\n", pages));
    };
    BOOST_TEST((has(1) || has(allowed)), pdf);
    const std::string text = tool("pdftotext", {pdf, "-"}).output;
    if (kind.token == nullptr) {
      const bool shown =
          kind.name == std::string("images") || listok::tests::count(text, "q") >= count;
      BOOST_TEST(shown, pdf << " lacks letters");
      return true;
    }
    std::istringstream words(text);
    const std::set<std::string> shown{std::istream_iterator<std::string>(words), {}};
    std::size_t lost = 0;
    for (std::size_t number = 1; number <= count; ++number) {
      if (!shown.contains(kind.token(number))) ++lost;
    }
    BOOST_TEST(lost == 0U, pdf);
    return true;
  }

  // Every kind in each of `counts`; returns how many sheets were made.
  std::size_t walk(std::initializer_list<std::size_t> counts) const {
    std::size_t made = 0;
    for (const Kind& kind : kinds) {
      for (const std::size_t count : counts) add(kind, count);
    }
    fs::copy_file(LISTOK_CONTENT "/sampler/images/boxes.png", path / "bank/en/boxes.png",
                  fs::copy_options::overwrite_existing);
    const auto begin = std::chrono::steady_clock::now();
    const Ran ran = listok({"build", "bank", "--verbose", "--color", "never"});
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
    BOOST_TEST_MESSAGE(
        fmt::format("{} items in {:.0f} s", files("bank/en", ".md").size(), seconds.count()));
    BOOST_TEST(ran.status == 1, ran.output);
    for (const Kind& kind : kinds) {
      for (const std::size_t count : counts) made += check(kind, count, ran.output) ? 1U : 0U;
    }
    return made;
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(sizes, Sizes)

BOOST_AUTO_TEST_CASE(every_word_on_one_page_or_an_error) {
  BOOST_TEST(walk({1, 30, 1500, 13000}) >= std::size(kinds) + 8);
}

BOOST_AUTO_TEST_CASE(every_word_on_two_pages_or_an_error) {
  allow(2);
  BOOST_TEST(walk({100, 3000}) + 2 >= std::size(kinds));  // all but two fit a hundred times
}

// Minutes long: scripts/sizes.sh runs it.
BOOST_AUTO_TEST_CASE(the_whole_walk, *boost::unit_test::disabled()) {
  for (const int pages : {1, 2}) {
    allow(pages);
    BOOST_TEST(walk({1, 30, 100, 300, 1000, 1500, 5000, 20000}) >= 2 * std::size(kinds));
  }
}

// What the emitter would have refused: a person has edited it, and listok knows nothing of it.
BOOST_AUTO_TEST_CASE(a_sheet_by_hand_may_hold_no_more) {
  constexpr std::size_t counts[] = {900, 1500, 7000, 14000};
  for (const std::size_t count : counts) {
    write(fmt::format("bank/en/{:05}.md", count),
          "# S\n\n## Question\n\nWhat?\n\n## Answer\n\nHere.\n");
  }
  write("bank/en/wide.md", "# S\n\n## Question\n\nWhat?\n\n## Answer\n\nHere.\n");
  BOOST_TEST(listok({"emit", "bank"}).status == 0);
  for (const std::size_t count : counts) {
    replace(fmt::format("out/en/{:05}.tex", count), "Here.",
            "Here." + repeat(count, [](auto i) { return "\n\n" + word(i); }));
  }
  replace("out/en/wide.tex", "Here.", "Here. " + repeat(13000, [](auto) { return "q~"; }));
  const Ran ran = listok({"build", "bank", "--color", "never"});
  BOOST_TEST(ran.status == 1);
  BOOST_TEST(files("out/en", ".pdf").empty(), ran.output);
  for (const std::size_t count : counts) {
    const auto at = ran.output.find(fmt::format("out/en/{:05}.tex: error: the sheet is ", count));
    BOOST_REQUIRE_MESSAGE(at != std::string::npos, ran.output);
    const auto lines = std::stoul(ran.output.substr(ran.output.find(" is ", at) + 4));
    BOOST_TEST(lines > count, ran.output);
    BOOST_TEST(lines < 2 * count, ran.output);
  }
  BOOST_TEST(contains(ran.output, "out/en/wide.tex"), ran.output);
  // And the class says so by itself, without listok.
  folder = path / "out/en";
  const Ran alone = tool("xelatex", {"-interaction=nonstopmode", "14000.tex"});
  BOOST_TEST(contains(read("out/en/14000.log"), "is 16471 lines too long"), alone.output);
}

BOOST_AUTO_TEST_SUITE_END()

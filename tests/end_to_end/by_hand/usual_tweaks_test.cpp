// The snippets of docs/tweaks.md, each in the three places that the page names, and by plain xelatex.
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <functional>

#include "tests/end_to_end/support/placed_words.hpp"
#include "tests/end_to_end/support/program.hpp"
#include "tests/needs.hpp"

using namespace listok::tests;

namespace {

struct Snippet {
  std::string name;
  std::string preamble;
  std::string text;
};

std::vector<Snippet> snippets() {
  const std::string page = listok::latex::read_file(LISTOK_DOCS "/tweaks.md").value();
  std::vector<Snippet> found;
  for (auto at = page.find("\n### "); at != page.npos; at = page.find("\n### ", at + 1)) {
    Snippet snippet;
    snippet.name = page.substr(at + 5, page.find('\n', at + 5) - at - 5);
    const auto begin = page.find("```latex\n", at) + 9;
    snippet.preamble = page.substr(begin, page.find("```\n", begin) - begin);
    if (const auto text = snippet.preamble.find("% text\n"); text != std::string::npos) {
      snippet.text = snippet.preamble.substr(text + 7);
      snippet.preamble.erase(text);
    }
    found.push_back(snippet);
  }
  return found;
}

// What is looked at of a page: its words, where they stand, its faces, its ink.
struct Page {
  std::string words, boxes, faces, pixels;

  // The left and upper edge of a word, in pt of PDF; of one that is not there, nothing that compares.
  std::pair<double, double> place(const std::string& word) const {
    const PlacedWord placed = word_of(boxes, word);
    return {placed.left, placed.top};
  }
  // A pixel of 72 an inch.
  std::vector<int> ink(std::size_t x, std::size_t y) const {
    const std::size_t head = pixels.find("255\n") + 4;
    std::vector<int> rgb;
    for (std::size_t i = 0; i < 3; ++i) {
      rgb.push_back(static_cast<unsigned char>(pixels[head + (y * width + x) * 3 + i]));
    }
    return rgb;
  }
  std::size_t dark() const {
    return static_cast<std::size_t>(std::ranges::count_if(
        pixels, [](char one) { return static_cast<unsigned char>(one) < 60; }));
  }

  static constexpr std::size_t width = 596;  // of an A4 page
};

using Look = std::function<bool(const Page&)>;

Look says(std::vector<std::string> words) {
  return [words](const Page& page) {
    return std::ranges::all_of(words, [&](const auto& word) { return contains(page.words, word); });
  };
}

Look has_face(const std::string& face) {
  return [face](const Page& page) { return contains(page.faces, face); };
}

bool is_near(const std::vector<int>& ink, int red, int green, int blue) {
  return std::abs(ink[0] - red) < 12 && std::abs(ink[1] - green) < 12 &&
         std::abs(ink[2] - blue) < 12;
}

// By the names of their sections: what is seen when they work, and not when they are ignored.
const std::map<std::string, Look>& looks() {
  static const std::map<std::string, Look> all = {
      {"Faces", has_face("DejaVuSerif")},
      {"The face of formulas", has_face("DejaVuMathTeXGyre")},
      {"Accent",
       [](const Page& page) {  // the bar of the question
         const auto [left, top] = page.place("Question");
         return left > 85 &&
                is_near(page.ink(77, static_cast<std::size_t>(top) + 12), 0xB0, 0, 0x20);
       }},
      {"Colour of the page",
       [](const Page& page) { return is_near(page.ink(9, 9), 255, 255, 217); }},
      {"Margins",
       [](const Page& page) {
         const auto [left, top] = page.place("Sheet");
         return left > 99 && left < 125 && top > 80 && top < 95;
       }},
      {"Space between lines",
       [](const Page& page) {
         return page.place("last").second - page.place("first").second > 17;
       }},
      {"Headings", has_face("PTSerif-BoldItalic")},
      {"Numbers", says({"Problem "})},
      {"A logo",
       [](const Page& page) {
         const auto [left, top] = page.place("LOGO");
         return left > 35 && left < 60 && top > 25 && top < 50;
       }},
      {"An institution",
       [](const Page& page) {
         return page.place("Logic").first > 480 && page.place("State").first < 80 &&
                page.place("State").second < 60;
       }},
      {"A footer", says({"© Department of Logic", "Tweaks ·"})},
      {"fancyhdr",
       [](const Page& page) {
         return page.place("Winter").second < 62 && page.place("page").second > 770 &&
                !contains(page.words, "Tweaks ·");
       }},
      {"Points", says({"of 12 points:"})},
      {"A watermark",
       [](const Page& page) { return contains(page.faces, "PTSerif") && says({"D"})(page); }},
      {"A QR code", [](const Page& page) { return page.dark() > 4000; }},
      {"Two columns", [](const Page& page) { return page.place("twenty.").first > 300; }},
      {"A drawing",
       [](const Page& page) {
         return is_near(page.ink(10, 10), 0, 0, 0) && says({"circle"})(page);
       }},
      {"Listings", says({"int main() { return 0; }", "// 100 %"})},
      {"Units", says({"9.81 m s"})},
      {"Chemistry", says({"CO", "→"})},
      {"A box", says({"Mind the sign", "A box with a title."})},
      {"A figure", says({"Figure 1. A black box"})},
      {"Lists", says({"(i)", "(ii)"})},
      {"More mathematics", says({":="})},
      {"Quotation marks", says({"“quoted”"})},
      {"A table with rules", says({"Name", "Value", "Greek", "alpha"})},
  };
  return all;
}

struct UsualTweaks : Program {
  UsualTweaks() {
    environment["TERM"] = "dumb";
    write("bank/listok.yaml", "title: Tweaks\n");
  }

  void write_item(const std::string& id) const {
    write("bank/en/" + id + ".md",
          "# Sheet\n\n## Question\n\nWhat is $x \\ge y$?\n\n## Answer\n\n"
          "The first line\\\nand the last line.\n");
  }

  Page page(const std::string& stem) const {
    tool("pdftoppm",
         {"-r", "72", "-aa", "no", "-aaVector", "no", "-singlefile", stem + ".pdf", "page"});
    const auto words = tool("pdftotext", {"-layout", stem + ".pdf", "-"});
    BOOST_TEST_REQUIRE(words.status == 0, stem << ": " << words.output);
    return {words.output, tool("pdftotext", {"-bbox", stem + ".pdf", "-"}).output,
            tool("pdffonts", {stem + ".pdf"}).output, read("page.ppm")};
  }

  void look(const Snippet& snippet, const std::string& stem, const std::string& where) const {
    const Page seen = page(stem);
    BOOST_TEST(looks().at(snippet.name)(seen), snippet.name << ", " << where << ":\n"
                                                            << seen.words);
    for (const char* word : {"Sheet", "What is", "and the last line."}) {
      BOOST_TEST(contains(seen.words, word), snippet.name << ", " << where << ":\n" << seen.words);
    }
  }

  void put_in(const Snippet& snippet, const fs::path& tex, bool with_preamble) const {
    if (with_preamble) {
      replace(tex, "\\begin{document}", snippet.preamble + "\\begin{document}");
    }
    replace(tex, "last line.\n", "last line.\n\n" + snippet.text + "\n");
  }
};

// Those that siunitx, qrcode and csquotes come with.
Needs needs_packages() {
  return needs("needs_packages", [] {
    for (const std::string package : {"siunitx", "qrcode", "csquotes"}) {
      const Program program;
      if (program.tool("kpsewhich", {package + ".sty"}).status != 0)
        return package + " is not installed";
    }
    return lack_of_git_or_sandbox();
  });
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(usual_tweaks, UsualTweaks, needs_packages())

BOOST_AUTO_TEST_CASE(each_is_looked_at) {
  std::vector<std::string> names;
  for (const Snippet& snippet : snippets()) names.push_back(snippet.name);
  BOOST_TEST(names.size() == looks().size());
  for (const std::string& name : names) BOOST_TEST(looks().contains(name), name);
}

// A page without any of them shows none of what is looked for.
BOOST_AUTO_TEST_CASE(none_is_seen_where_there_is_none) {
  write_item("01-a");
  BOOST_TEST(listok({"build", "bank"}).status == 0);
  const Page plain = page("out/en/01-a");
  for (const auto& [name, seen] : looks()) { BOOST_TEST(!seen(plain), name); }
}

BOOST_AUTO_TEST_CASE(in_a_sheet) {
  const auto all = snippets();
  for (std::size_t i = 0; i < all.size(); ++i) write_item(fmt::format("{:02}-a", i + 1));
  BOOST_TEST(listok({"emit", "bank"}).status == 0);
  for (std::size_t i = 0; i < all.size(); ++i) {
    put_in(all[i], fmt::format("out/en/{:02}-a.tex", i + 1), true);
  }
  const Ran built = listok({"build", "bank"});
  BOOST_TEST(built.status == 0, built.output);
  BOOST_TEST(!contains(built.output, "warning"), built.output);
  for (std::size_t i = 0; i < all.size(); ++i) {
    look(all[i], fmt::format("out/en/{:02}-a", i + 1), "in the sheet");
  }
}

BOOST_AUTO_TEST_CASE(for_a_folder_and_for_a_bank) {
  write_item("01-a");
  for (const Snippet& snippet : snippets()) {
    fs::remove_all(path / "out");
    write("bank/listok.yaml", "title: Tweaks\n");
    BOOST_TEST(listok({"emit", "bank"}).status == 0);
    put_in(snippet, "out/en/01-a.tex", false);
    write("out/en/listok-local.sty", "\\ProvidesPackage{listok-local}\n" + snippet.preamble);
    const Ran of_folder = listok({"build", "bank"});
    BOOST_TEST(of_folder.status == 0, snippet.name << ": " << of_folder.output);
    look(snippet, "out/en/01-a", "in listok-local.sty");

    fs::remove_all(path / "out");
    write("bank/listok.yaml", "title: Tweaks\npreamble: own.sty\n");
    write("bank/own.sty", "\\ProvidesPackage{own}\n" + snippet.preamble);
    BOOST_TEST(listok({"emit", "bank"}).status == 0);
    put_in(snippet, "out/en/01-a.tex", false);
    const Ran bank = listok({"build", "bank"});
    BOOST_TEST(bank.status == 0, snippet.name << ": " << bank.output);
    look(snippet, "out/en/01-a", "in the bank's preamble");
  }
}

BOOST_AUTO_TEST_CASE(by_plain_xelatex) {
  write_item("01-a");
  BOOST_TEST(listok({"emit", "bank"}).status == 0);
  const std::string tex = read("out/en/01-a.tex");
  folder = path / "out/en";
  for (const Snippet& snippet : snippets()) {
    write("out/en/01-a.tex", tex);
    fs::remove(path / "out/en/01-a.aux");
    put_in(snippet, "out/en/01-a.tex", true);
    for (int runs = 0; runs < 2; ++runs) {  // as the overlay of a drawing asks
      const Ran set = tool("xelatex", {"-interaction=nonstopmode", "-halt-on-error", "01-a"});
      BOOST_TEST(set.status == 0, snippet.name << ": " << set.output);
      if (!contains(set.output, "Rerun")) break;
    }
    folder = path;
    look(snippet, "out/en/01-a", "by xelatex");
    folder = path / "out/en";
  }
}

BOOST_AUTO_TEST_SUITE_END()

// The jumps between the page and its source, by the program that editors and viewers ask.
#include <boost/test/unit_test.hpp>
#include <cmath>

#include "pictures/base/deflate.hpp"
#include "tests/end_to_end/support/placed_words.hpp"
#include "tests/end_to_end/support/program.hpp"
#include "tests/needs.hpp"

using namespace listok::tests;

namespace {

// Words of the sheet that stand once on its page and on one line of its .tex, none at the end of a line.
const std::vector<std::string> points{
    "затронуть", "несколько",   "пропорционально", "минимальное,", "собственные",
    "сильно",    "уменьшаются", "латентность",     "компромисс",   "Утверждает,"};

// The line of `text` on which `words` stand, from 1; 0: on none.
std::size_t line_with(const std::string& text, const std::string& words) {
  const auto at = text.find(words);
  return at == text.npos ? 0 : 1 + count(text.substr(0, at), "\n");
}

struct Jumps : Program {
  const std::string tex = "out/ru/01-mqa-gqa.tex";
  const std::string pdf = "out/ru/01-mqa-gqa.pdf";
  const std::string synctex = "out/ru/01-mqa-gqa.synctex.gz";
  const std::string markdown = "bank/ru/01-mqa-gqa.md";
  const std::string own_words = "Своими словами о задержке и памяти.";

  Jumps() {
    copy_shipped_bank();
    BOOST_TEST_REQUIRE(build().status == 0);
  }

  Ran build(const std::vector<std::string>& more = {}) const {
    std::vector<std::string> arguments{"build",  "bank",         "--lang",    "ru",
                                       "--only", "01-mqa-gqa",   "--only",    "03-flashattention-3",
                                       "--only", "05-kv-memory", "--explain", "--color",
                                       "never"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return listok(arguments);
  }

  // An item of a list before one of listok's.
  void edit() const {
    replace(tex, "      \\item Путает", "      \\item " + own_words + "\n      \\item Путает");
  }

  std::string whole(const std::string& file) const { return fs::canonical(path / file); }
  std::string unpacked(const std::string& file) const {
    return listok::pictures::unpacked_gzip(read(file), 1 << 20).value();
  }

  PlacedWord placed(const std::string& word) const {
    return word_of(tool("pdftotext", {"-bbox", pdf, "-"}).output, word);
  }

  // "FILE:LINE" of the first answer.
  std::string source_of(const std::string& word, int page = 1) const {
    const PlacedWord at = placed(word);
    const Ran said =
        tool("synctex", {"edit", "-o",
                         fmt::format("{}:{:.1f}:{:.1f}:{}", page, (at.left + at.right) / 2,
                                     (at.top + at.bottom) / 2, pdf)});
    const auto value = [&](const std::string& key) {
      const auto begin = said.output.find(key) + key.size();
      return said.output.substr(begin, said.output.find('\n', begin) - begin);
    };
    return contains(said.output, "Input:")
               ? fs::path(value("Input:")).lexically_normal().string() + ":" + value("Line:")
               : said.output;
  }

  // Whether one of the places that `file` leads to is that of `word`.
  bool leads_to(const std::string& file, std::size_t line, const std::string& word,
                int page = 1) const {
    const std::string said =
        tool("synctex", {"view", "-i", fmt::format("{}:1:{}", line, whole(file)), "-o", pdf})
            .output;
    const PlacedWord at = placed(word);
    for (auto answer = said.find("Page:"); answer != said.npos;
         answer = said.find("Page:", answer + 1)) {
      const auto number = [&](const char* key) {
        return std::stod(said.substr(said.find(key, answer) + std::string(key).size()));
      };
      const double left = number("\nh:"), bottom = number("\nv:");
      const bool across = left <= at.left + 1 && at.right <= left + number("\nW:") + 1;
      const bool down = std::abs(bottom - at.bottom) < 3;
      if (across && down && number("Page:") == page) return true;
    }
    return false;
  }
};

}  // namespace

// Without a sandbox edits are a matter of trust: trust_test.cpp.
BOOST_FIXTURE_TEST_SUITE(synctex, Jumps, needs_sandbox())

BOOST_AUTO_TEST_CASE(ten_points_of_a_sheet_that_a_person_compiles) {
  edit();
  folder = path / "out/ru";
  BOOST_TEST(tool("xelatex", {"-interaction=nonstopmode", "-synctex=1", "01-mqa-gqa.tex"}).status ==
             0);
  folder = path;
  for (const std::string& word : points) {
    const std::size_t line = line_with(read(tex), word);
    BOOST_TEST(source_of(word) == fmt::format("{}:{}", whole(tex), line), word);
    BOOST_TEST(leads_to(tex, line, word), word);
  }
}

BOOST_AUTO_TEST_CASE(ten_points_of_a_sheet_that_listok_compiles) {
  BOOST_TEST(files("out", ".synctex.gz").empty());
  edit();
  const Ran built = build();
  BOOST_TEST(built.status == 0, built.output);
  BOOST_TEST(files("out", ".synctex.gz").size() == 1U);  // of the others nobody has edited any
  for (const std::string& word : points) {
    const std::size_t line = line_with(read(tex), word);
    BOOST_TEST(source_of(word) == fmt::format("{}:{}", whole(tex), line), word);
    BOOST_TEST(leads_to(tex, line, word), word);
    BOOST_TEST(leads_to(markdown, line_with(read(markdown), word), word), word);
  }
  const std::size_t added = line_with(read(tex), own_words);
  BOOST_TEST(source_of("Своими") == fmt::format("{}:{}", whole(tex), added));
  const std::string said = unpacked(synctex);
  BOOST_TEST(!contains(said, ".listok"), said);  // where the run was
  BOOST_TEST(!contains(said, "batch"), said);
  BOOST_TEST(said.starts_with("SyncTeX Version:1\nInput:1:" + whole("out/ru") +
                              "/./01-mqa-gqa.tex\nInput:2:" + whole("bank") +
                              "/./ru/01-mqa-gqa.md\nOutput:pdf\n"),
             said);
  // By other paths, as an editor may name the files.
  fs::create_directory_symlink(path / "bank", path / "link");
  const std::size_t last = line_with(read(markdown), points.back());
  const Ran linked =
      tool("synctex",
           {"view", "-i", fmt::format("{}:1:{}", last, (path / "link/ru/01-mqa-gqa.md").string()),
            "-o", pdf});
  BOOST_TEST(contains(linked.output, "Page:1"), linked.output);
  const Ran relative = tool("synctex", {"view", "-i", "8:1:" + tex, "-o", pdf});
  BOOST_TEST(contains(relative.output, "Page:1"), relative.output);
}

BOOST_AUTO_TEST_CASE(each_sheet_of_a_run_has_its_own_pages) {
  edit();
  const std::string last = "out/ru/05-kv-memory";
  replace(last + ".tex", "number=5,", "number=5, size=12,");
  BOOST_TEST(build().status == 0);
  BOOST_TEST(files("out", ".synctex.gz").size() == 2U);
  for (const std::string& file : {synctex, last + ".synctex.gz"}) {
    const std::string said = unpacked(file);
    BOOST_TEST(contains(said, "\n{1\n"), file);
    BOOST_TEST(!contains(said, "\n{2\n"), file);
  }
  const std::string before = read(last + ".synctex.gz");
  BOOST_TEST(build({"--force"}).status == 0);  // nothing is in conflict: edits stay
  BOOST_TEST((read(last + ".synctex.gz") == before));
}

BOOST_AUTO_TEST_CASE(the_back_of_a_sheet) {
  replace(tex, "number=1,", "number=1, pages=2, size=17, min-size=17,");
  BOOST_TEST(build().status == 0);
  const std::string pages = tool("pdftotext", {"-f", "2", pdf, "-"}).output;
  BOOST_TEST_REQUIRE(contains(pages, "Утверждает,"));
  const std::size_t line = line_with(read(tex), "Утверждает,");
  BOOST_TEST(source_of("Утверждает,", 2) == fmt::format("{}:{}", whole(tex), line));
  BOOST_TEST(leads_to(tex, line, "Утверждает,", 2));
  BOOST_TEST(!leads_to(tex, line, "Утверждает,", 1));
}

BOOST_AUTO_TEST_CASE(both_languages_of_a_bilingual_sheet) {
  const std::vector<std::string> both{"build",      "bank",      "--only",
                                      "01-mqa-gqa", "--edition", "bilingual"};
  BOOST_TEST(listok(both).status == 0);
  replace("out/bilingual/01-mqa-gqa.tex", "number=1,", "number=1, max-size=11,");
  const Ran built = listok(both);
  BOOST_TEST(built.status == 0, built.output);
  fs::rename(path / "out/bilingual/01-mqa-gqa.pdf", path / pdf);
  fs::rename(path / "out/bilingual/01-mqa-gqa.synctex.gz", path / synctex);
  const std::string english = "bank/en/01-mqa-gqa.md";
  BOOST_TEST(leads_to(markdown, line_with(read(markdown), "Утверждает,"), "Утверждает,"));
  BOOST_TEST(leads_to(english, line_with(read(english), "Confuses"), "Confuses"));
}

BOOST_AUTO_TEST_CASE(it_comes_and_goes_with_the_edit) {
  const std::string generated = read(tex);
  edit();
  const std::string edited = read(tex);
  BOOST_TEST(build().status == 0);
  BOOST_TEST(contains(build().output, "ru/01-mqa-gqa.pdf: up to date"));
  const std::string before = read(synctex);

  fs::remove(path / synctex);
  Ran built = build();
  BOOST_TEST(contains(built.output, "made, because its `.synctex.gz` is gone, or is another"),
             built.output);
  BOOST_TEST((read(synctex) == before));

  // A line of the Markdown that no page shows: the .tex stays, and what leads to its lines does not.
  replace(markdown, "## Red flags", "<!-- later -->\n\n## Red flags");
  built = build();
  BOOST_TEST(contains(built.output, "made, because the places that SyncTeX names changed"),
             built.output);
  BOOST_TEST(read(tex) == edited);
  BOOST_TEST(leads_to(markdown, line_with(read(markdown), "Утверждает,"), "Утверждает,"));

  write(tex, generated);
  BOOST_TEST(build().status == 0);
  BOOST_TEST(!fs::exists(path / synctex));

  // What a person has compiled is theirs, as long as the sheet is not one of listok's PDFs again.
  folder = path / "out/ru";
  tool("xelatex", {"-interaction=nonstopmode", "-synctex=1", "01-mqa-gqa.tex"});
  folder = path;
  const std::string own = read(synctex);
  BOOST_TEST(build().status == 0);
  BOOST_TEST((read(synctex) == own));
}

BOOST_AUTO_TEST_CASE(a_link_in_its_place_is_an_obstacle) {
  edit();
  write("elsewhere", "mine");
  fs::create_symlink(path / "elsewhere", path / synctex);
  const Ran built = build();
  BOOST_TEST(built.status == 1, built.output);
  BOOST_TEST(contains(built.output, "[obstacle]"), built.output);
  BOOST_TEST(read("elsewhere") == "mine");
}

// TeX of a person's may do what it likes to the file of its run.
BOOST_AUTO_TEST_CASE(a_sheet_may_do_without) {
  edit();
  BOOST_TEST(build().status == 0);
  replace(tex, "\\begin{document}", "\\synctex=0\n\\begin{document}");
  const Ran built = build();
  BOOST_TEST(built.status == 0, built.output);
  BOOST_TEST(!fs::exists(path / synctex));
  BOOST_TEST(contains(build().output, "ru/01-mqa-gqa.pdf: up to date"));
}

BOOST_AUTO_TEST_SUITE_END()

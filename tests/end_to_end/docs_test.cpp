// What the pages of docs/ promise of themselves.
#include <boost/test/unit_test.hpp>
#include <sstream>

#include "emitter/bank/load.hpp"
#include "emitter/tex/emit.hpp"
#include "tests/end_to_end/support/hosts.hpp"
#include "tests/whole_book.hpp"

using namespace listok::tests;

namespace {

std::vector<std::string> blocks_of(const std::string& page) {
  const std::string opening = "\n```sh\n";
  std::vector<std::string> blocks;
  for (auto at = page.find(opening); at != std::string::npos; at = page.find(opening, at)) {
    at += opening.size();
    blocks.push_back(page.substr(at, page.find("\n```\n", at) + 1 - at));
  }
  return blocks;
}

struct Docs : Host {
  Docs() {
    environment["PATH"] =
        fs::path(LISTOK_PROGRAM).parent_path().string() + ":" + environment["PATH"];
  }

  // Pastes a block into a shell in a folder of its own.
  Ran paste(const std::string& block, const std::string& name) {
    write(path / name / "block.sh", "set -eo pipefail\n" + block);
    folder = path / name;
    return tool("bash", {"block.sh"});
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(docs, Docs)

BOOST_AUTO_TEST_CASE(each_use_works_as_pasted, needs_hosts()) {
  const std::vector<std::string> blocks =
      blocks_of(listok::latex::read_file(LISTOK_DOCS "/uses.md").value());
  BOOST_TEST_REQUIRE(blocks.size() == 4U);
  for (const std::string& block : blocks) BOOST_TEST(count(block, "\n") < 10U, block);

  const Ran tweaked = paste(blocks[0], "tweak");
  BOOST_TEST(tweaked.status == 0, tweaked.output);
  BOOST_TEST(contains(tweaked.output, "1 sheet made, 1 up to date, 1 edited by hand"),
             tweaked.output);
  BOOST_TEST(
      contains(tool("pdftotext", {"out/en/01-binary-search.pdf", "-"}).output, "sorted list"));
  BOOST_TEST(contains(read(path / "tweak/out/report.json"), "\"size\":13"));

  const Ran printed = paste(blocks[1], "print");
  BOOST_TEST(printed.status == 0, printed.output);
  for (const char* pdf : {"en/01-binary-search.pdf", "en/book.pdf",
                          "en/candidate/01-binary-search.pdf", "bilingual/01-binary-search.pdf"}) {
    BOOST_TEST(fs::exists(path / "print/out" / pdf), pdf);
  }

  const Ran embedded = paste(blocks[2], "embed");
  BOOST_TEST(embedded.status == 0, embedded.output);
  const std::string words = letters_of(tool("pdftotext", {"handout.pdf", "-"}).output);
  BOOST_TEST(contains(words, "1Binarysearch"), words);
  BOOST_TEST(words == letters_of(tool("pdftotext", {"handout-lua.pdf", "-"}).output));

  const Ran packed = paste(blocks[3], "pack");
  BOOST_TEST(packed.status == 0, packed.output);
  BOOST_TEST(fs::exists(path / "pack/questions.zip"));
}

// docs/latex.md says why each of these is no fault.
BOOST_AUTO_TEST_CASE(chktex_and_lacheck_find_nothing_that_is_not_listed, needs_checkers()) {
  const std::string listed = "missing `\\@' before `.'";
  const std::string sampler = LISTOK_CONTENT "/sampler";
  for (const std::string& bank : {std::string(LISTOK_BANK), sampler}) {
    listok({"build", bank, "--edition", "bilingual", "-o", bank == sampler ? "s" : "b"});
    listok({"emit", bank, "-o", bank == sampler ? "s" : "b"});
    const auto loaded = listok::emitter::load(bank);
    for (const std::string& language : loaded.bank->languages) {
      write((bank == sampler ? "s/" : "b/") + language + "/contents.tex",
            listok::emitter::emit_contents(*loaded.bank, all_in(*loaded.bank, language)));
    }
  }
  std::vector<std::string> sources;
  for (const std::string& file : files(".", ".tex")) {
    if (!contains(file, ".listok")) sources.push_back(file);
  }
  BOOST_TEST(sources.size() == 15U * 3 + 2 * 3 + 4);
  for (const std::string& file : sources) {
    const Ran chktex = tool("chktex", {"-q", "-v0", "-l", LISTOK_DOCS "/chktexrc", file});
    BOOST_TEST(count(chktex.output, file + ":") == 0U, chktex.output);
    std::istringstream lines(tool("lacheck", {file}).output);
    for (std::string line; std::getline(lines, line);) BOOST_TEST(contains(line, listed), line);
  }
  // Both speak up when there is something.
  write("bad.tex", "\\begin{itemize} One ... \\end{enumerate}\n");
  BOOST_TEST(
      contains(tool("chktex", {"-q", "-v0", "-l", LISTOK_DOCS "/chktexrc", "bad.tex"}).output,
               "bad.tex:1:"));
  BOOST_TEST(contains(tool("lacheck", {"bad.tex"}).output, "unmatched"));
}

BOOST_AUTO_TEST_SUITE_END()

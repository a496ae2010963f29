// A bank that a stranger wrote: it is typeset as the text it is, or refused; nothing is executed,
// no file outside of the output folder is read or written.
#include <boost/test/unit_test.hpp>

#include "tests/end_to_end/support/program.hpp"
#include "tests/needs.hpp"

using namespace listok::tests;

namespace {

const std::string yaml = "title: T\nlanguages: [en]\nsections: {question: {en: Question}}\n";
const std::string benign = "# Benign\n\n## Question\n\nAll is well here.\n";

struct Hostile : Program {
  Hostile() {
    write("bank/listok.yaml", yaml);
    write("bank/en/00-benign.md", benign);
    write("canary.txt", "CANARY");
    write("canary.tex", "CANARY");
    fs::create_directory(path / "writable");
  }

  void item(const std::string& name, const std::string& text) const {
    write("bank/en/" + name + ".md", "# " + name + "\n\n## Question\n\n" + text + "\n");
  }

  Ran build() const { return listok({"build", "bank", "--color", "never"}); }

  std::string text_of(const std::string& name) const {
    return tool("pdftotext", {"out/en/" + name + ".pdf", "-"}).output;
  }

  void nothing_happened() const {
    BOOST_TEST(fs::is_empty(path / "writable"));
    BOOST_TEST(read("canary.txt") == "CANARY");
    for (const std::string& pdf : files("out", ".pdf")) {
      BOOST_TEST(!contains(tool("pdftotext", {"out/" + pdf, "-"}).output, "CANARY"), pdf);
    }
    BOOST_TEST(contains(text_of("00-benign"), "All is well here."));
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(hostile, Hostile)

BOOST_AUTO_TEST_CASE(tex_in_the_text_is_text) {
  const std::string spells[] = {
      R"(\input{canary.tex})",
      R"(\csname input\endcsname{canary})",
      R"(^^5cinput{canary} ^^^^005cinput{canary})",
      R"(\end{document} \end{sheet} \bye)",
      R"(\special{pdf:image (canary.png)})",
      R"(\XeTeXpicfile "canary.png")",
      R"(\immediate\write18{touch writable/x})",
      R"(\openout1=writable/x \write1{x})",
      R"(\catcode`\%=12 } { \def\x{\x}\x $ & # % _ ~)",
      R"(\listokrun{1} \listokbatch{n} listok:n:done)",
  };
  write("out/en/canary.tex", "CANARY");  // where TeX would find it
  int number = 0;
  for (const std::string& spell : spells) {
    item(fmt::format("{:02}-code", ++number), "Code ``` " + spell + " ``` end.");
    std::string escaped;
    for (const char letter : spell) {
      if (std::ispunct(static_cast<unsigned char>(letter)) != 0) escaped += '\\';
      escaped += letter;
    }
    write(fmt::format("bank/en/{:02}-text.md", 20 + number),
          "# " + escaped + "\n\n## Question\n\n*" + escaped + "* **" + escaped + "**\n");
  }
  const Ran built = build();
  BOOST_TEST(built.status == 0, built.output);
  number = 0;
  for (const std::string& spell : spells) {
    const std::string squeezed = without_spaces(spell);
    const std::string code = fmt::format("{:02}-code", ++number);
    BOOST_TEST(contains(without_spaces(text_of(code)), squeezed), text_of(code));
    const std::string text = fmt::format("{:02}-text", 20 + number);
    BOOST_TEST(count(without_spaces(text_of(text)), squeezed) == 3U, text_of(text));
  }
  nothing_happened();
}

BOOST_AUTO_TEST_CASE(formulas_cannot_leave_their_language) {
  const char* spells[] = {R"(\input{x})",      R"(\csname x\endcsname)", R"(\def\x{})",
                          R"(^^5cinput{x})",   R"(\special{x})",         R"(\write18{x})",
                          R"(\end{document})", R"(\catcode`\$=12)",      R"(\XeTeXpicfile "x")",
                          R"(a\\[1000pt])",    R"(\text{$\input{x}$})",  R"(\begin{document})"};
  int number = 0;
  for (const char* spell : spells)
    item(fmt::format("{:02}-math", ++number), fmt::format("$a {}$", spell));
  const Ran built = build();
  BOOST_TEST(built.status == 1);
  number = 0;
  for (const char* spell : spells) {
    const std::string file = fmt::format("bank/en/{:02}-math.md", ++number);
    const bool refused = contains(built.output, file);
    const bool made = fs::exists(path / fmt::format("out/en/{:02}-math.pdf", number));
    BOOST_TEST(refused != made, spell << "\n" << built.output);
    if (made) BOOST_TEST(!contains(read(fmt::format("out/en/{:02}-math.tex", number)), spell));
  }
  nothing_happened();
}

BOOST_AUTO_TEST_CASE(names_and_images_cannot_leave_the_bank) {
  write("picture.png", "CANARY");
  write("bank/en/a$(cd writable && touch x).md", benign);
  write("bank/en/-jobname=x.md", benign);
  item("10-up", "![x](../../picture.png)");
  item("11-absolute", "![x](" + (path / "picture.png").string() + ")");
  fs::create_symlink(path / "picture.png", path / "bank/link.png");
  item("12-link", "![x](link.png)");
  fs::create_directory_symlink(path, path / "bank/folder");
  item("13-folder", "![x](folder/picture.png)");
  fs::create_symlink(path / "canary.txt", path / "bank/en/14-link.md");
  const Ran built = build();
  BOOST_TEST(built.status == 1);
  for (const char* file : {"a$(cd writable && touch x).md", "-jobname=x.md", "10-up.md",
                           "11-absolute.md", "12-link.md", "13-folder.md"}) {
    BOOST_TEST(contains(built.output, file), file << " is not in\n" << built.output);
  }
  BOOST_TEST(!contains(built.output, "CANARY"), built.output);
  nothing_happened();
}

BOOST_AUTO_TEST_CASE(too_much_of_anything_is_refused) {
  write("bank/en/10-line.md", "# T\n\n## Question\n\n" + std::string(10'000'000, 'x'));
  std::string quotes(100'000, '>');
  write("bank/en/11-quotes.md", "# T\n\n## Question\n\n" + quotes + " x\n");
  std::string lists;
  for (int depth = 0; depth < 2'000; ++depth) lists += "- ";
  write("bank/en/12-lists.md", "# T\n\n## Question\n\n" + lists + "x\n");
  item("13-math", "$" + std::string(5'000, '{') + std::string(5'000, '}') + "$");
  const Ran built = build();
  BOOST_TEST(built.status == 1);
  for (const char* file : {"10-line.md", "11-quotes.md", "12-lists.md", "13-math.md"}) {
    BOOST_TEST(contains(built.output, file), file);
  }
  BOOST_TEST(built.output.size() < 100'000U);
  nothing_happened();
}

BOOST_AUTO_TEST_CASE(yaml_bombs_are_refused) {
  const char* bombs[] = {"a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\ntitle: T\n",
                         "title: *nothing\n", "title: !!python/object:os.system x\n",
                         "title: {? {a: b} : c}\n"};
  for (const char* bomb : bombs) {
    write("bomb/listok.yaml", bomb);
    write("bomb/en/01-a.md", benign);
    const Ran checked = listok({"check", "bomb", "--color", "never"});
    BOOST_TEST(checked.status == 1, bomb << checked.output);
    BOOST_TEST(contains(checked.output, "bomb/listok.yaml:"), checked.output);
  }
  write("bank/en/10-front.md", "---\ntags: [&a x, *a]\n---\n" + benign);
  BOOST_TEST(build().status == 1);
  nothing_happened();
}

BOOST_AUTO_TEST_SUITE_END()

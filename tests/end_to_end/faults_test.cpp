// Whose fault it is: errors in files that sheets read, and sheets that never end.
#include <boost/test/unit_test.hpp>

#include "tests/end_to_end/support/program.hpp"

using namespace listok::tests;

namespace {

struct Faults : Program {
  Faults() {
    write("bank/listok.yaml", "title: {ru: Вопросы, en: Questions}\nlanguages: [ru, en]\n");
    for (int number = 1; number <= 4; ++number) {
      write(fmt::format("bank/ru/{}.md", number), "# Лист\n\n## Вопрос\n\nЧто?\n");
      write(fmt::format("bank/en/{}.md", number), "# Sheet\n\n## Question\n\nWhat?\n");
    }
    BOOST_TEST(listok({"emit", "bank"}).status == 0);
  }

  Ran build() const { return listok({"build", "bank", "--color", "never", "--force"}); }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(faults, Faults)

BOOST_AUTO_TEST_CASE(an_error_in_macros_for_all_sheets_is_told_once_at_its_line) {
  write("out/en/macros.inc", "% words\n\\undefinedhere\n");
  write("out/en/our macros.def", "% words\n\\undefinedhere\n");
  struct Row {
    const char* macros;
    const char* place;
    const char* line;
  };
  const Row rows[] = {
      {"\\ProvidesPackage{listok-local}\n\\undefinedhere\n",
       "listok-local.sty:2:1: error: ", "    2 | \\undefinedhere\n"},
      {"\\input{macros.inc}\n", "macros.inc:2:1: error: ", "    2 | \\undefinedhere\n"},
      {"\\input{\"our macros.def\"}\n", "our macros.def:2:1: error: ", "    2 | \\undefinedhere\n"},
      {"\\RequirePackage{amsfonts}\n\\RequirePackage{nosuchpackage}\n",
       "listok-local.sty:2: error: ", "    2 | \\RequirePackage{nosuchpackage}\n"},
      {"\\def\\open{\n", "listok-local.sty:1: error: ", "    1 | \\def\\open{\n"},
  };
  for (const Row& row : rows) {
    write("out/en/listok-local.sty", row.macros);
    const Ran ran = build();
    BOOST_TEST_CONTEXT(row.macros) {
      BOOST_TEST(ran.status == 1, ran.output);
      BOOST_TEST(count(ran.output, "out/en/" + std::string(row.place)) == 1U, ran.output);
      BOOST_TEST(contains(ran.output, row.line), ran.output);
      BOOST_TEST(contains(ran.output, "4 sheets made, 4 failed"), ran.output);
    }
  }
  BOOST_TEST(files("out/ru", ".pdf").size() == 4U);
}

BOOST_AUTO_TEST_CASE(a_sheet_with_an_error_in_any_file_it_reads_is_not_made) {
  constexpr const char* names[] = {"macros.inc", "macros.def",  "macros.cfg",  "macros.ldf",
                                   "macros.clo", "macros.tikz", "macros.mine", "our macros.inc"};
  for (const char* name : names) {
    write(std::string("out/en/") + name, "\n\\undefinedhere\n");
    fs::remove(path / "out/en/4.tex");
    BOOST_TEST(listok({"emit", "bank"}).status == 0);
    replace("out/en/4.tex", "What", fmt::format("\\input{{\"{}\"}}What", name));
    const Ran ran = listok({"build", "bank", "--color", "never", "--only", "4", "--lang", "en"});
    BOOST_TEST(ran.status == 1, ran.output);
    BOOST_TEST(contains(ran.output, fmt::format("out/en/{}:2:1: error: ", name)), ran.output);
    BOOST_TEST(contains(ran.output, "read by `out/en/4.tex`"), ran.output);
    BOOST_TEST(!fs::exists(path / "out/en/4.pdf"));
  }
}

BOOST_AUTO_TEST_CASE(a_message_that_names_a_file_is_no_error) {
  replace("out/en/1.tex", "What", "\\typeout{a.tex:12: hello}\\typeout{see a.sty:1: there}What");
  replace("out/en/2.tex", "What", "\\PackageError{x}{see a.tex:12: or a.cls:1: there}{}What");
  const Ran ran = build();
  BOOST_TEST(ran.status == 1);
  BOOST_TEST(contains(ran.output, "7 sheets made, 2 edited by hand, 1 failed"), ran.output);
  BOOST_TEST(contains(ran.output, "out/en/2.tex:7: error: Package x Error: see a.tex:12: or"),
             ran.output);
}

BOOST_AUTO_TEST_CASE(what_never_ends_costs_its_own_sheet) {
  constexpr const char* endless[] = {
      "\\loop\\message{all work and no play}\\iftrue\\repeat",
      "\\newwrite\\w\\immediate\\openout\\w=w.txt \\loop\\immediate\\write\\w{all work and no "
      "play}\\iftrue\\repeat",
      "\\edef\\x{xxxxxxxx}\\loop\\edef\\x{\\x\\x}\\iftrue\\repeat",
      "\\def\\x{\\undefinedhere\\par\\x}\\x",
  };
  for (const char* one : endless) {
    write("out/en/2.tex", read("out/en/1.tex"));
    replace("out/en/2.tex", "What", one + std::string(" What"));
    const Ran ran = build();
    BOOST_TEST_CONTEXT(one) {
      BOOST_TEST(ran.status == 1, ran.output);
      BOOST_TEST(contains(ran.output, "7 sheets made, 1 edited by hand, 1 failed"), ran.output);
      BOOST_TEST(contains(ran.output, "out/en/2.tex"), ran.output);
      BOOST_TEST(count(ran.output, "error: ") <= 21U, ran.output);
    }
  }
}

BOOST_AUTO_TEST_CASE(many_errors_are_counted) {
  std::string many;
  for (std::size_t number = 0; number < 60; ++number)
    many += fmt::format("\\undefined{}\n\n", std::string(number % 26 + 1, 'x'));
  replace("out/en/2.tex", "What", many + "What");
  const Ran ran = build();
  BOOST_TEST(ran.status == 1);
  BOOST_TEST(count(ran.output, "is not a command that is known") == 20U, ran.output);
  BOOST_TEST(contains(ran.output, "out/en/2.tex: note: and 40 more of this sheet"), ran.output);
}

BOOST_AUTO_TEST_SUITE_END()

// The program as a person meets it: commands, help, exit statuses.
#include <boost/test/unit_test.hpp>

#include "tests/end_to_end/support/program.hpp"

using namespace listok::tests;

BOOST_FIXTURE_TEST_SUITE(program, Program)

BOOST_AUTO_TEST_CASE(wrong_command_lines) {
  struct Row {
    std::vector<std::string> arguments;
    const char* says;
  };
  const Row rows[] = {
      {{}, "a command is missing"},
      {{"biuld"}, "did you mean `build`?"},
      {{"build", "--lnag", "ru"}, "did you mean `--lang`?"},
      {{"build", "a", "b"}, "does not know what to do with `b`"},
      {{"build", "--jobs", "many"}, "jobs"},
      {{"check", "--color", "blue"}, "it takes one of auto, always, never"},
      {{"check", "-q", "-v"}, "contradict"},
      {{"build", LISTOK_BANK, "--only", "01-mqa-gpa"}, "did you mean `01-mqa-gqa`?"},
      {{"build", LISTOK_BANK, "--lang", "de"}, "it has ru, en"},
      {{"new"}, "listok new bank FOLDER"},
      {{"build", "-j", "0"}, "it takes a number from 1 to 256"},
      {{"build", LISTOK_BANK, "--book", "--tag", "gpu"},
       "without `--only`, `--tag` and `--difficulty`"},
      {{"completion"}, "wants to know which shell"},
      {{"completion", "tcsh"}, "there are no completions for `tcsh`"},
      {{"help", "mth"}, "did you mean `listok help math`?"},
      {{"help", "math-comand"}, "did you mean `listok help math-command`?"},
      {{"build"}, "there is no bank here"},
      {{"new", "item", "hash-tables"}, "there is no bank here"},
      {{"new", "item", "Hash tables", LISTOK_BANK}, "`Hash tables` cannot be an id"},
  };
  for (const Row& row : rows) {
    const Ran ran = listok(row.arguments);
    BOOST_TEST(ran.status == 2, fmt::format("{}: {}", fmt::join(row.arguments, " "), ran.output));
    BOOST_TEST(contains(ran.output, row.says), ran.output);
  }
}

BOOST_AUTO_TEST_CASE(every_command_explains_itself) {
  BOOST_TEST(listok({"--version"}).output == "listok 0.1.0\n");
  BOOST_TEST(contains(listok({"--help"}).output, "usage: listok COMMAND"));
  for (const char* command : {"build", "emit", "check", "list", "status", "diff", "doctor", "new",
                              "completion", "help"}) {
    const Ran help = listok({command, "--help"});
    BOOST_TEST(help.status == 0);
    BOOST_TEST(contains(help.output, std::string("usage: listok ") + command), help.output);
    BOOST_TEST(contains(help.output, "example"), help.output);
    BOOST_TEST(contains(help.output, "--message-format"), help.output);
  }
  BOOST_TEST(contains(listok({"help", "math"}).output, "\\frac"));
  BOOST_TEST(listok({"help", "tex-special"}).output ==
             "tex-special: `#` is special to LaTeX.\n\nWhat to do: Write `\\#`.\n");
}

BOOST_AUTO_TEST_CASE(a_new_bank_builds_as_it_is) {
  BOOST_TEST(listok({"new", "bank", "x"}).status == 0);
  const Ran built = listok({"build", "x"});
  BOOST_TEST(built.status == 0, built.output);
  BOOST_TEST(files("out", ".pdf").size() == 2U);
  BOOST_TEST(listok({"new", "bank", "x"}).status == 2);  // it is there already
}

BOOST_AUTO_TEST_CASE(a_new_item_builds_as_it_is) {
  BOOST_TEST(listok({"new", "bank", "x"}).status == 0);
  folder = path / "x" / "ru";  // the bank is the nearest one above
  const Ran created = listok({"new", "item", "hash-tables"});
  BOOST_TEST(created.status == 0, created.output);
  BOOST_TEST(fs::exists(path / "x/en/02-hash-tables.md"));
  BOOST_TEST(listok({"new", "item", "02-hash-tables"}).status == 2);
  folder = path;
  BOOST_TEST(listok({"build", "x"}).status == 0);
  BOOST_TEST(files("out", ".pdf").size() == 4U);
}

BOOST_AUTO_TEST_CASE(one_item_one_language) {
  const Ran built = listok({"build", LISTOK_BANK, "--only", "01-mqa-gqa", "--lang", "en", "-v"});
  BOOST_TEST(built.status == 0, built.output);
  BOOST_TEST(files("out", ".pdf").size() == 1U);
  BOOST_TEST(contains(built.output, "en/01-mqa-gqa.pdf: 11 pt, "), built.output);
  const Ran quiet = listok({"build", LISTOK_BANK, "--only", "02-paged-attention", "-q"});
  BOOST_TEST(quiet.output == "");
}

BOOST_AUTO_TEST_CASE(a_folder_may_have_a_space_in_its_name) {
  BOOST_TEST(listok({"build", LISTOK_BANK, "--only", "01-mqa-gqa", "-o", "a b"}).status == 0);
  BOOST_TEST(files("a b", ".pdf").size() == 2U);
}

BOOST_AUTO_TEST_CASE(an_edition_is_made_beside_the_full_sheets) {
  const Ran built = listok(
      {"build", LISTOK_BANK, "--edition", "candidate", "--only", "01-mqa-gqa", "--lang", "en"});
  BOOST_TEST(built.status == 0, built.output);
  const Ran text = tool("pdftotext", {"out/en/candidate/01-mqa-gqa.pdf", "-"});
  BOOST_TEST(contains(text.output, "Why MQA/GQA"), text.output);
  BOOST_TEST(!contains(text.output, "Expanded answer"), text.output);
}

BOOST_AUTO_TEST_CASE(explanations) {
  listok({"build", LISTOK_BANK, "--only", "01-mqa-gqa", "--lang", "en"});
  const Ran again =
      listok({"build", LISTOK_BANK, "--only", "01-mqa-gqa", "--lang", "en", "--explain"});
  BOOST_TEST(contains(again.output, "en/01-mqa-gqa.pdf: up to date"), again.output);
  fs::remove(path / "out/en/01-mqa-gqa.pdf");
  const Ran gone =
      listok({"build", LISTOK_BANK, "--only", "01-mqa-gqa", "--lang", "en", "--explain"});
  BOOST_TEST(contains(gone.output, "made, because its PDF is gone"), gone.output);
}

// A sheet that does not fit has a .tex, which counts once.
BOOST_AUTO_TEST_CASE(emit_counts_each_file_once) {
  BOOST_TEST(listok({"new", "bank", "x"}).status == 0);
  std::string text = "# Long\n\n## Question\n\n";
  for (int i = 0; i < 300; ++i) text += "One of very many paragraphs.\n\n";
  write("x/en/02-long.md", text);
  const Ran ran = listok({"emit", "x", "--message-format", "json"});
  BOOST_TEST(ran.status == 1);
  BOOST_TEST(contains(ran.output, R"({"made":2,"up_to_date":0,"failed":1})"), ran.output);
  BOOST_TEST(fs::exists(path / "out/en/02-long.tex"));
}

BOOST_AUTO_TEST_CASE(a_machine_without_tex) {
  environment["PATH"] = path.string();
  const Ran emitted = listok({"emit", LISTOK_BANK});
  BOOST_TEST(emitted.status == 0, emitted.output);
  BOOST_TEST(files("out/ru", ".tex").size() == 15U);
  const Ran built = listok({"build", LISTOK_BANK});
  BOOST_TEST(built.status == 3);
  BOOST_TEST(contains(built.output, "sudo apt-get install"), built.output);
  const Ran doctor = listok({"doctor"});
  BOOST_TEST(doctor.status == 3);
  BOOST_TEST(contains(doctor.output, "xelatex            MISSING"), doctor.output);
  BOOST_TEST(contains(doctor.output, "texlive-xetex"), doctor.output);
}

BOOST_AUTO_TEST_CASE(a_machine_with_all_it_needs) {
  const Ran doctor = listok({"doctor"});
  BOOST_TEST(doctor.status == 0, doctor.output);
  BOOST_TEST(contains(doctor.output, "This machine can make sheets."), doctor.output);
  BOOST_TEST(!contains(doctor.output, "openin_any"), doctor.output);
  const Ran verbose = listok({"doctor", "-v"});
  BOOST_TEST(contains(verbose.output, "engines are started with\n"), verbose.output);
  BOOST_TEST(contains(verbose.output, "  openin_any=p\n"), verbose.output);
}

BOOST_AUTO_TEST_CASE(a_folder_that_cannot_be_written) {
  write("out", "a file in the way");
  const Ran built = listok({"build", LISTOK_BANK});
  BOOST_TEST(built.status == 3, built.output);
  BOOST_TEST(read("out") == "a file in the way");
}

BOOST_AUTO_TEST_SUITE_END()

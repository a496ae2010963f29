// Which items a command works on.
#include <boost/test/unit_test.hpp>

#include <sstream>

#include "emitter/text/text.hpp"
#include "tests/end_to_end/support/program.hpp"

using namespace listok::tests;

namespace {

// Written in one language, in two, with an error, without front matter.
void write_bank(const Program& program) {
  program.write("bank/listok.yaml", "languages: [ru, en]\nsections: {question: Вопрос}\n");
  program.write(
      "bank/ru/01-kv.md",
      "---\ntags: [память, kv]\ndifficulty: middle\n---\n# Кэш: `K` и $V_0$\n\n## Вопрос\n\nа\n");
  program.write("bank/en/01-kv.md", "---\ntags: [kv]\n---\n# The cache\n\n## question\n\na\n");
  program.write("bank/ru/07-漢字.md",
                "# 漢字 и длинное название, которому не хватит места\n\n## Вопрос\n\nа\n");
  program.write("bank/en/07-漢字.md", "# 漢字\n\n## Qestion\n\na\n");
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(choosing, Program)

BOOST_AUTO_TEST_CASE(the_same_in_every_command) {
  struct Row {
    std::vector<std::string> choice;
    std::vector<std::string> sources;  // of `emit`
  };
  const Row rows[] = {
      {{"--only", "0[12]-*", "--lang", "en"}, {"en/01-mqa-gqa.tex", "en/02-paged-attention.tex"}},
      {{"--tag", "attention", "--difficulty", "senior"},
       {"en/03-flashattention-3.tex", "ru/03-flashattention-3.tex"}},
      {{"--only", "01-mqa-gqa", "--only", "03-*", "--lang", "r?"},
       {"ru/01-mqa-gqa.tex", "ru/03-flashattention-3.tex"}},
  };
  for (const Row& row : rows) {
    const auto with = [&](const std::string& command, std::vector<std::string> more) {
      more.insert(more.begin(), {command, LISTOK_BANK});
      more.insert(more.end(), row.choice.begin(), row.choice.end());
      return listok(more);
    };
    fs::remove_all(path / "out");
    const Ran emitted = with("emit", {});
    BOOST_TEST(emitted.status == 0, emitted.output);
    std::vector<std::string> made = files("out", ".tex");
    std::erase_if(made, [](const std::string& file) { return file.starts_with(".listok/"); });
    BOOST_TEST(made == row.sources, boost::test_tools::per_element());
    const Ran checked = with("check", {"-v"});
    BOOST_TEST(checked.status == 0, checked.output);
    BOOST_TEST(count(checked.output, ".md\n") == row.sources.size(), checked.output);
  }
}

BOOST_AUTO_TEST_CASE(an_item_without_the_chosen_sections_is_told) {
  write("b/listok.yaml", "languages: [ru]\n");
  write("b/ru/01-a.md", "# А\n\n## Вопрос\n\nб\n");
  write("b/ru/02-b.md", "# Б\n\n## Тезис\n\nб\n");
  const Ran ran = listok({"build", "b", "--sections", "question"});
  BOOST_TEST(ran.status == 0, ran.output);
  BOOST_TEST(count(ran.output, "[nothing-shown]") == 1U, ran.output);
  BOOST_TEST(contains(ran.output, "b/ru/02-b.md: warning: the edition `question` shows"),
             ran.output);
}

BOOST_AUTO_TEST_CASE(a_choice_that_leaves_nothing) {
  struct Row {
    std::vector<std::string> choice;
    const char* says;
  };
  const Row rows[] = {
      {{"--only", "99-*"}, "the bank has no `99-*` for `--only`"},
      {{"--tag", "kvcache"}, "did you mean `kv-cache`?"},
      {{"--difficulty", "simple"}, "it has junior, middle, senior"},
      {{"--lang", "e"}, "it has ru, en"},
      {{"--only", "1"}, "did you mean `01-mqa-gqa`?"},
      {{"--only", "01"}, "did you mean `01-mqa-gqa`?"},
      {{"--only", "1-"}, "did you mean `01-mqa-gqa`?"},
      {{"--only", "1-*"}, "did you mean `01-mqa-gqa`?"},
      {{"--only", "mqa"}, "did you mean `01-mqa-gqa`?"},
      {{"--only", "MQA"}, "did you mean `01-mqa-gqa`?"},
      {{"--only", "mqa*"}, "did you mean `01-mqa-gqa`?"},
      {{"--only", "attention"},
       "did you mean `02-paged-attention`, `03-flashattention-3` or "
       "`09-sliding-window-attention`?"},
      {{"--only", "77"}, "it has 01-mqa-gqa, 02-paged-attention"},
      {{"--tag", "cache"}, "did you mean `kv-cache`"},
      {{"--tag", "gpu", "--only", "01-mqa-gqa"}, "no item of the bank has all that is asked for"},
  };
  for (const char* command : {"build", "emit", "check", "list", "status"}) {
    for (const Row& row : rows) {
      std::vector<std::string> arguments{command, LISTOK_BANK};
      arguments.insert(arguments.end(), row.choice.begin(), row.choice.end());
      const Ran ran = listok(arguments);
      BOOST_TEST(ran.status == 2, ran.output);
      BOOST_TEST(contains(ran.output, row.says), ran.output);
      BOOST_TEST(!fs::exists(path / "out"));
    }
  }
  const Ran diff = listok({"diff", "1", LISTOK_BANK});
  BOOST_TEST(diff.status == 2, diff.output);
  BOOST_TEST(contains(diff.output, "did you mean `01-mqa-gqa`?"), diff.output);
}

BOOST_AUTO_TEST_CASE(an_item_that_is_not_chosen_may_be_wrong) {
  copy_shipped_bank();
  replace("bank/en/02-paged-attention.md", "## Question", "## Qestion");
  replace("bank/en/03-flashattention-3.md", "tags: [", "tags: [[");
  const Ran other = listok({"check", "bank", "--only", "01-*"});
  BOOST_TEST(other.status == 0, other.output);
  const Ran language = listok({"emit", "bank", "--only", "02-*", "--lang", "ru"});
  BOOST_TEST(language.status == 0, language.output);
  const Ran wrong = listok({"check", "bank", "--only", "0[12]-*"});
  BOOST_TEST(wrong.status == 1);
  BOOST_TEST(contains(wrong.output, "1 error,"), wrong.output);
  // What the tags of 03 are cannot be read.
  const Ran unknown = listok({"check", "bank", "--tag", "decoding"});
  BOOST_TEST(unknown.status == 1);
  BOOST_TEST(contains(unknown.output, "03-flashattention-3.md"), unknown.output);
  BOOST_TEST(!contains(unknown.output, "02-paged-attention.md"), unknown.output);
}

BOOST_AUTO_TEST_CASE(a_chosen_sheet_is_the_same_as_of_the_whole_bank) {
  BOOST_TEST(listok({"emit", LISTOK_BANK, "-o", "all"}).status == 0);
  BOOST_TEST(listok({"emit", LISTOK_BANK, "-o", "few", "--tag", "gpu", "--lang", "en"}).status ==
             0);
  BOOST_TEST(contains(read("few/en/listok-bank.sty"), "total = 15"));
  for (const char* file : {"en/03-flashattention-3.tex", "en/listok-bank.sty"}) {
    BOOST_TEST(read(fs::path("few") / file) == read(fs::path("all") / file));
  }
}

BOOST_AUTO_TEST_CASE(a_bank_as_a_table) {
  write_bank(*this);
  environment["COLUMNS"] = "66";
  const Ran listed = listok({"list", "bank"});
  BOOST_TEST(listed.status == 1);
  BOOST_TEST(contains(listed.output, "did you mean `question`?"), listed.output);
  BOOST_TEST(contains(listed.output,
                      "no  id       lang    difficulty  tags        title\n"
                      " 1  01-kv    ru en   middle      память, kv  Кэш: K и V_0\n"
                      " 7  07-漢字  ru en!                          漢字 и длинное назва…\n"
                      "2 items, 1 with errors (!)\n"),
             listed.output);
  const Ran english = listok({"list", "bank", "--lang", "en", "--only", "01-*", "-v"});
  BOOST_TEST(english.status == 0);
  BOOST_TEST(english.output ==
                 "no  id     lang  difficulty  tags        title\n"
                 " 1  01-kv  en    middle      память, kv  The cache\n"
                 "bank/en/01-kv.md\n"
                 "1 item\n",
             english.output);
}

BOOST_AUTO_TEST_CASE(a_bank_as_json) {
  write_bank(*this);
  const Ran listed = listok({"list", "bank", "--message-format", "json"});
  BOOST_TEST(listed.status == 1);
  BOOST_TEST(contains(listed.output, R"("code":"unknown-section")"), listed.output);
  BOOST_TEST(contains(listed.output,
                      R"({"number":1,"id":"01-kv","difficulty":"middle","tags":["память","kv"],)"
                      R"("titles":{"ru":"Кэш: K и V_0","en":"The cache"},)"
                      R"("files":{"ru":"bank/ru/01-kv.md","en":"bank/en/01-kv.md"},"broken":[]})"
                      "\n"),
             listed.output);
  BOOST_TEST(contains(listed.output, R"("tags":[],)"), listed.output);
  BOOST_TEST(contains(listed.output, R"("broken":["en"]})"), listed.output);
}

BOOST_AUTO_TEST_CASE(a_table_is_a_hundred_columns_wide) {
  const Ran listed = listok({"list", LISTOK_BANK});
  BOOST_TEST(listed.status == 0);
  BOOST_TEST(count(listed.output, "\n") == 17U, listed.output);
  std::size_t widest = 0;
  std::istringstream lines(listed.output);
  for (std::string line; std::getline(lines, line);) {
    widest = std::max(widest, listok::emitter::length(line));
  }
  BOOST_TEST(widest == 100U, listed.output);
}

BOOST_AUTO_TEST_CASE(an_edition_made_up_on_the_command_line) {
  const auto build = [&](std::vector<std::string> more) {
    more.insert(more.begin(), {"build", LISTOK_BANK, "--only", "01-mqa-gqa", "--lang", "en"});
    return listok(more);
  };
  const Ran built = build({"--sections", "answer,question"});
  BOOST_TEST(built.status == 0, built.output);
  const Ran text = tool("pdftotext", {"out/en/question+answer/01-mqa-gqa.pdf", "-"});
  BOOST_TEST(contains(text.output, "Why MQA/GQA"), text.output);
  BOOST_TEST(contains(text.output, "Expanded answer"), text.output);
  BOOST_TEST(!contains(text.output, "Red flags"), text.output);
  BOOST_TEST(contains(text.output, "1/15"), text.output);
  BOOST_TEST(contains(read("out/report.json"), R"("edition":"question+answer")"));
  BOOST_TEST(contains(build({"--sections", "question", "--sections", "answer"}).output,
                      "0 sheets made, 1 up to date"));
  BOOST_TEST(build({"--sections", "question", "--space", "lines"}).status == 0);
  BOOST_TEST(fs::exists(path / "out/en/question+lines/01-mqa-gqa.pdf"));
}

BOOST_AUTO_TEST_CASE(sections_that_the_bank_does_not_have) {
  write("bank/listok.yaml", "languages: [ru]\n");
  write("bank/ru/01-a.md", "# а\n\n## Вопрос\n\nа\n\n## Литератур\n\nб\n");
  write("named/listok.yaml",
        "languages: [ru]\nsections: {question: Вопрос}\neditions: {question: {sections: all}}\n");
  write("named/ru/01-a.md", "# а\n\n## Вопрос\n\nа\n");
  struct Row {
    std::vector<std::string> arguments;
    const char* says;
  };
  const Row rows[] = {
      {{LISTOK_BANK, "--sections", "qestion"}, "did you mean `question`?"},
      {{LISTOK_BANK, "--sections", "question,,answer"}, "the bank has no `` for `--sections`"},
      {{"bank", "--sections", "литература"}, "did you mean `литератур`?"},
      {{"named", "--sections", "question"}, "make that with `--edition question`"},
      {{LISTOK_BANK, "--sections", "question", "--edition", "candidate"}, "contradict each other"},
      {{LISTOK_BANK, "--space", "lines"}, "as in `--sections question`"},
      {{LISTOK_BANK, "--sections", "question", "--space", "dots"},
       "it takes one of blank, lines, grid"},
  };
  for (const Row& row : rows) {
    std::vector<std::string> arguments{"build"};
    arguments.insert(arguments.end(), row.arguments.begin(), row.arguments.end());
    const Ran ran = listok(arguments);
    BOOST_TEST(ran.status == 2, ran.output);
    BOOST_TEST(contains(ran.output, row.says), ran.output);
  }
  // A heading is a name of the section that it means.
  const Ran meant = listok({"build", "bank", "--sections", "Вопрос"});
  BOOST_TEST(meant.status == 0, meant.output);
  BOOST_TEST(fs::exists(path / "out/ru/question/01-a.pdf"));
}

BOOST_AUTO_TEST_SUITE_END()

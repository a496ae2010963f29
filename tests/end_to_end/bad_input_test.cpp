// Banks with something wrong: each gets its diagnostic, the other sheets are made, nothing is lost.
#include <boost/test/unit_test.hpp>

#include "tests/end_to_end/support/program.hpp"

using namespace listok::tests;

namespace {

struct SpoiltBank : Program {
  SpoiltBank() { copy_shipped_bank(); }
  Ran build() const { return listok({"build", "bank", "--color", "never"}); }
};

const std::string item = "bank/ru/03-flashattention-3.md";

}  // namespace

BOOST_FIXTURE_TEST_SUITE(bad_input, SpoiltBank)

BOOST_AUTO_TEST_CASE(a_formula_that_is_refused_costs_one_sheet) {
  replace(item, "Меньше", "Меньше $\\input{x}$");
  const Ran built = build();
  BOOST_TEST(built.status == 1);
  BOOST_TEST(files("out", ".pdf").size() == 29U);
  BOOST_TEST(contains(built.output, "bank/ru/03-flashattention-3.md:"), built.output);
  BOOST_TEST(contains(built.output, "error: `\\input` is not allowed in math [math-command]"),
             built.output);
  BOOST_TEST(contains(built.output, "out: 29 sheets made, 1 failed"), built.output);
  BOOST_TEST(count(built.output, "error:") == 1U, built.output);
}

BOOST_AUTO_TEST_CASE(an_unknown_section_costs_one_sheet) {
  replace(item, "## Вопрос", "## Вопос");
  const Ran built = build();
  BOOST_TEST(built.status == 1);
  BOOST_TEST(files("out", ".pdf").size() == 29U);
  BOOST_TEST(contains(built.output, "[unknown-section]"), built.output);
  BOOST_TEST(contains(built.output, "Вопрос"), built.output);
  BOOST_TEST(count(built.output, "error:") == 1U, built.output);
}

BOOST_AUTO_TEST_CASE(what_was_made_before_stays) {
  BOOST_TEST(build().status == 0);
  const std::string before = read("out/ru/03-flashattention-3.pdf");
  replace(item, "## Вопрос", "## Вопос");
  BOOST_TEST(build().status == 1);
  BOOST_TEST((read("out/ru/03-flashattention-3.pdf") == before));
  BOOST_TEST(files("out", ".pdf").size() == 30U);
}

BOOST_AUTO_TEST_CASE(an_error_in_a_hand_edited_file_names_its_line) {
  BOOST_TEST(listok({"emit", "bank"}).status == 0);
  replace("out/ru/03-flashattention-3.tex", "\\end{sheet}", "  \\undefinedthing\n\\end{sheet}");
  const Ran built = build();
  BOOST_TEST(built.status == 1);
  BOOST_TEST(files("out", ".pdf").size() == 29U);
  BOOST_TEST(contains(built.output, "out/ru/03-flashattention-3.tex:"), built.output);
  BOOST_TEST(contains(built.output, "`\\undefinedthing` is not a command"), built.output);
  BOOST_TEST(contains(built.output, "   \\undefinedthing\n"), built.output);
}

BOOST_AUTO_TEST_CASE(the_worst_of_hand_edits_cost_their_sheets_alone) {
  BOOST_TEST(listok({"emit", "bank"}).status == 0);
  const std::pair<const char*, const char*> spoils[] = {
      {"out/ru/02-paged-attention.tex", "\\end{document}"},
      {"out/ru/04-speculative-decoding.tex", "{\\bfseries"},
      {"out/ru/06-prefill-decode.tex", "\\begin{itemize}"},
      {"out/ru/08-rope-scaling.tex", "\\emph{"},
      {"out/ru/10-sft-rlhf-dpo.tex", "\\def\\x{\\x\\x}\\x"},
  };
  for (const auto& [file, spoil] : spoils) {
    replace(file, "\\end{sheetsection}", std::string(spoil) + "\n  \\end{sheetsection}");
  }
  const Ran built = build();
  BOOST_TEST(built.status == 1);
  BOOST_TEST(files("out", ".pdf").size() == 25U, built.output);
  for (const auto& [file, spoil] : spoils) {
    BOOST_TEST(contains(built.output, file), file << " is not named in\n" << built.output);
  }
}

BOOST_AUTO_TEST_CASE(every_problem_of_a_bank_is_told_at_once) {
  struct Row {
    const char* file;
    const char* text;
    const char* code;
  };
  const Row rows[] = {
      {"bank/ru/16-no-title.md", "## Вопрос\n\nЧто?\n", "[no-title]"},
      {"bank/ru/17-html.md", "# H\n\n## Вопрос\n\nЧто <b>это?\n", "[unpaired-tag]"},
      {"bank/ru/18-image.md", "# H\n\n## Вопрос\n\n![](no.png)\n", "[missing-image]"},
      {"bank/ru/19-latin.md", "# H\n\n## Вопрос\n\n\xff\xfe\n", "[invalid-utf8]"},
      {"bank/ru/20-Case.md", "# H\n\n## Вопрос\n\nЧто?\n", "[id-case]"},
      {"bank/ru/20-case.md", "# H\n\n## Вопрос\n\nЧто?\n", "[missing-translation]"},
  };
  for (const Row& row : rows) write(row.file, row.text);
  const Ran checked = listok({"check", "bank", "--color", "never"});
  BOOST_TEST(checked.status == 1);
  for (const Row& row : rows) {
    BOOST_TEST(contains(checked.output, row.code), row.code << " is not in\n" << checked.output);
    BOOST_TEST(contains(checked.output, fs::path(row.file).filename().string()), checked.output);
  }
  BOOST_TEST(!contains(checked.output, "terminate"));
}

BOOST_AUTO_TEST_CASE(a_line_that_would_leave_the_paper_is_an_error) {
  replace(item, "Меньше", std::string(60, 'M') + std::string(60, 'W') + " меньше");
  const Ran built = build();
  BOOST_TEST(built.status == 1);
  BOOST_TEST(files("out", ".pdf").size() == 29U);
  BOOST_TEST(contains(built.output, "may run off the paper [off-paper]"), built.output);
  BOOST_TEST(contains(built.output, "bank/ru/03-flashattention-3.md:"), built.output);
}

BOOST_AUTO_TEST_CASE(a_face_that_the_machine_lacks_is_told_once) {
  replace(item, "Меньше", "Меньше $x^2$");
  write("fonts.conf",
        "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig>\n"
        "<include>/etc/fonts/fonts.conf</include><selectfont><rejectfont><pattern>"
        "<patelt name=\"family\"><string>Latin Modern Math</string></patelt>"
        "</pattern></rejectfont></selectfont></fontconfig>\n");
  environment["FONTCONFIG_FILE"] = (path / "fonts.conf").string();
  // Nor does TeX Live know it by its file.
  fs::create_directories(path / "texmf/fonts/opentype");
  write("texmf/fonts/opentype/latinmodern-math.otf", "no font");
  environment["TEXMFHOME"] = (path / "texmf").string();
  environment["XDG_CACHE_HOME"] = (path / "cache").string();
  const Ran built = build();
  BOOST_TEST(built.status == 3, built.output);
  BOOST_TEST(count(built.output, "error") == 1U, built.output);
  BOOST_TEST(contains(built.output, "error: the face `Latin Modern Math` is not installed"),
             built.output);
  BOOST_TEST(contains(built.output, "apt-get install fonts-lmodern"), built.output);
}

BOOST_AUTO_TEST_CASE(a_file_in_another_encoding_is_told_once_with_what_converts_it) {
  const std::string text = read(item);
  for (const char* encoding : {"WINDOWS-1251", "KOI8-R", "CP866", "UTF-16", "UTF-16LE"}) {
    write(item, text);
    write(item, tool("iconv", {"-c", "-f", "UTF-8", "-t", encoding, item}).output);
    const Ran checked = listok({"check", "bank", "--color", "never"});
    BOOST_TEST(checked.status == 1, encoding);
    BOOST_TEST(count(checked.output, "error:") == 1U, checked.output);
    BOOST_TEST(contains(checked.output, fmt::format("run: iconv -f {} -t UTF-8", encoding)),
               checked.output);
    const auto begin = checked.output.find("run: ") + 5;
    const std::string command =
        checked.output.substr(begin, checked.output.find('\n', begin) - begin);
    BOOST_TEST(tool("bash", {"-c", command}).status == 0, command);
    BOOST_TEST(listok({"check", "bank", "--color", "never"}).status == 0, command);
  }
}

BOOST_AUTO_TEST_CASE(folders_that_are_no_banks) {
  write("empty/listok.yaml", "title: T\nlanguages: [ru]\n");
  fs::create_directory(path / "empty/ru");
  write("broken/listok.yaml", "title: [T\nlanguages: {ru\n");
  fs::create_directory(path / "nothing");
  for (const char* bank : {"empty", "broken", "nothing", "is-not-there"}) {
    for (const std::vector<std::string>& command : {std::vector<std::string>{"build", bank},
                                                    {"status", bank},
                                                    {"diff", "01-a", bank},
                                                    {"new", "item", "a", bank}}) {
      if (command[0] == "new" && bank == std::string("empty")) continue;  // it gets its first one
      std::vector<std::string> words = command;
      words.insert(words.end(), {"--color", "never"});
      const Ran ran = listok(words);
      BOOST_TEST(ran.status == 1, command[0] << " " << bank << ": " << ran.output);
      BOOST_TEST(contains(ran.output, "error:"), command[0] << " " << bank << ": " << ran.output);
      BOOST_TEST(contains(ran.output, "hint:"), command[0] << " " << bank << ": " << ran.output);
    }
  }
  BOOST_TEST(!fs::exists(path / "out"));
}

BOOST_AUTO_TEST_CASE(diagnostics_for_machines) {
  replace(item, "## Вопрос", "## Вопос");
  const Ran checked = listok({"check", "bank", "--message-format", "json"});
  BOOST_TEST(checked.status == 1);
  BOOST_TEST(contains(checked.output, R"("code":"unknown-section")"), checked.output);
  BOOST_TEST(contains(checked.output, R"("file":"bank/ru/03-flashattention-3.md","line":)"),
             checked.output);
}

// A person mends a file once, not once for every step that reads it.
BOOST_AUTO_TEST_CASE(one_file_shows_all_its_errors_at_once) {
  write("all/listok.yaml", "languages: [en, ru]\n");
  for (const char* language : {"en", "ru"}) {
    write(fmt::format("all/{}/01-a.md", language),
          "# A\n\n## Question\n\na 漢 b $\\nothing$\n\n## Answer\n");
    write(fmt::format("all/{}/02-b.md", language), "# B\n\n## Question\n\nb\n");
  }
  const auto shows_all = [&](const std::string& command) {
    const Ran told = listok({command, "all", "--color", "never"});
    BOOST_TEST(told.status == 1);
    for (const char* code : {"[empty-section]", "[missing-glyph]", "[math-command]"}) {
      BOOST_TEST(count(told.output, code) == 2U, told.output);
    }
  };
  shows_all("check");
  shows_all("build");
  const std::string report = read("out/report.json");
  std::size_t at = 0;
  for (const char* line :
       {R"("pdf":"en/01-a.pdf","state":"failed")", R"("pdf":"en/02-b.pdf","state":"made")",
        R"("pdf":"ru/01-a.pdf","state":"failed")", R"("pdf":"ru/02-b.pdf","state":"made")"}) {
    at = report.find(line, at);
    BOOST_TEST(at != report.npos, report);
  }
  shows_all("build");  // which may write another report, with sheets that are up to date
  listok({"build", "all", "--edition", "bilingual", "--force"});
  BOOST_TEST(contains(read("out/report.json"), R"("pdf":"bilingual/01-a.pdf","state":"failed")"));
}

BOOST_AUTO_TEST_SUITE_END()

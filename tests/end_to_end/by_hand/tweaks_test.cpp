// A person edits a .tex, and the bank goes on changing.
#include <boost/test/unit_test.hpp>

#include "latex/system/programs.hpp"
#include "tests/end_to_end/support/program.hpp"
#include "tests/needs.hpp"

using namespace listok::tests;

namespace {

const std::string id = "03-flashattention-3";

struct Tweaks : Program {
  const fs::path tex = "out/ru/" + id + ".tex";
  const fs::path markdown = "bank/ru/" + id + ".md";
  const fs::path offered = "out/ru/" + id + ".tex.new";

  Tweaks() { copy_shipped_bank(); }

  Ran build() const { return listok({"build", "bank", "--lang", "ru", "--only", id}); }
  Ran emit() const { return listok({"emit", "bank", "--lang", "ru", "--only", id}); }
  Ran status() const { return listok({"status", "bank"}); }
  std::string faces() const { return tool("pdffonts", {"out/ru/" + id + ".pdf"}).output; }
  std::string page() const { return tool("pdftotext", {"out/ru/" + id + ".pdf", "-"}).output; }
};

}  // namespace

// Without a sandbox edits are a matter of trust: trust_test.cpp.
BOOST_FIXTURE_TEST_SUITE(tweaks, Tweaks, needs_git_and_sandbox())

BOOST_AUTO_TEST_CASE(an_edit_and_new_markdown_are_both_on_the_page) {
  BOOST_TEST(build().status == 0);
  replace(tex, "где даёт выигрыш?", "где он заметен?");
  replace(markdown, "- Путает с обычным", "- Смешивает с обычным");
  const Ran built = build();
  BOOST_TEST(built.status == 0, built.output);
  BOOST_TEST(
      contains(built.output, "note: what is new in its Markdown was merged into your version"),
      built.output);
  BOOST_TEST(contains(built.output, "1 edited by hand"), built.output);
  BOOST_TEST(contains(page(), "где он заметен?"));
  BOOST_TEST(contains(page(), "Смешивает с обычным"));
  const Ran again = build();
  BOOST_TEST(contains(again.output, "0 sheets made, 1 up to date, 1 edited by hand"), again.output);
  BOOST_TEST(!contains(again.output, "note"), again.output);
}

BOOST_AUTO_TEST_CASE(the_same_line_in_both_is_a_conflict) {
  emit();
  replace(tex, "где даёт выигрыш?", "где он заметен?");
  const std::string mine = read(tex);
  replace(markdown, "Чем FA-3 лучше v2", "Чем FA-3 лучше FA-2");
  const Ran built = build();
  BOOST_TEST(built.status == 1, built.output);
  BOOST_TEST(contains(built.output, tex.string() + ": error: edited by hand, and its Markdown has "
                                                   "changed in the same place [tex-conflict]"),
             built.output);
  BOOST_TEST(contains(built.output, "carry over what is new in `" + id + ".tex.new`"),
             built.output);
  BOOST_TEST(read(tex) == mine);
  BOOST_TEST(contains(read(offered), "лучше FA-2"));
  BOOST_TEST(contains(page(), "где он заметен?"));  // yours is compiled all the same
  BOOST_TEST(listok({"build", "bank", "--lang", "ru", "--only", id, "--force"}).status == 0);
  BOOST_TEST(read(tex.string() + ".orig") == mine);
  BOOST_TEST(contains(page(), "лучше FA-2"));
  BOOST_TEST(!fs::exists(path / offered));
}

BOOST_AUTO_TEST_CASE(a_lost_record_overwrites_nothing) {
  emit();
  replace(tex, "где даёт выигрыш?", "где он заметен?");
  const std::string mine = read(tex);
  fs::remove_all(path / "out/.listok");
  const Ran lost = emit();
  BOOST_TEST(lost.status == 1, lost.output);
  BOOST_TEST(contains(lost.output, "there is no record of who changed it"), lost.output);
  replace(markdown, "- Путает с обычным", "- Смешивает с обычным");
  for (const char* command : {"build", "emit"}) {
    fs::remove_all(path / "out/.listok");
    BOOST_TEST(listok({command, "bank", "--lang", "ru"}).status == 1);
    BOOST_TEST(read(tex) == mine);
  }
  BOOST_TEST(files("out/ru", ".new").size() == 1U);  // of the others nothing differs
}

BOOST_AUTO_TEST_CASE(an_item_that_is_gone_leaves_its_edit) {
  listok({"emit", "bank", "--lang", "ru"});
  replace(tex, "где даёт выигрыш?", "где он заметен?");
  const std::string mine = read(tex);
  fs::remove(path / "bank/ru/02-paged-attention.md");  // untouched: nothing to be said of it
  fs::remove(path / "bank/en/02-paged-attention.md");
  for (const char* language : {"ru", "en"}) {
    const fs::path items = path / "bank" / language;
    fs::rename(items / (id + ".md"), items / "03-fa.md");
  }
  const Ran emitted = listok({"emit", "bank", "--lang", "ru"});
  BOOST_TEST(emitted.status == 0, emitted.output);
  BOOST_TEST(count(emitted.output, "[tex-left-over]") == 1U, emitted.output);
  BOOST_TEST(read(tex) == mine);
  BOOST_TEST(contains(read("out/ru/03-fa.tex"), "где даёт выигрыш?"));
  BOOST_TEST(contains(status().output, "left over  " + tex.string() + "  +1 −1"));
  BOOST_TEST(contains(listok({"diff", id, "bank"}).output, "+    Чем FA-3"));
  fs::remove(path / tex);
  BOOST_TEST(status().output == "no sheet was edited by hand\n");
}

BOOST_AUTO_TEST_CASE(a_language_that_the_class_lacks_is_an_error) {
  emit();
  replace(tex, "[russian]", "[german]");
  const Ran built = build();
  BOOST_TEST(built.status == 1, built.output);
  BOOST_TEST(contains(built.output, "error: there is no language `german' [class]"), built.output);
}

BOOST_AUTO_TEST_CASE(a_preamble_of_its_own_is_compiled_alone) {
  listok({"emit", "bank", "--lang", "ru", "--only", id, "--only", "01-mqa-gqa"});
  replace(tex, "\\begin{document}", "\\newcommand{\\firm}{Рога и копыта}\n\\begin{document}");
  replace(tex, "\\item Путает", "\\item \\firm{} путает");
  replace(markdown, "Чем FA-3 лучше v2", "Чем FA-3 лучше FA-2");
  const Ran built = listok({"build", "bank", "--lang", "ru", "--only", id, "--only", "01-mqa-gqa"});
  BOOST_TEST(built.status == 0, built.output);
  BOOST_TEST(contains(page(), "Рога и копыта путает"));
  BOOST_TEST(contains(page(), "лучше FA-2"));
  replace(tex, "\\newcommand{\\firm}", "\\newcommand{\\frim}");
  const Ran broken = listok({"build", "bank", "--lang", "ru"});
  BOOST_TEST(broken.status == 1, broken.output);
  BOOST_TEST(contains(broken.output, tex.string() + ":26:"), broken.output);
  BOOST_TEST(contains(broken.output, "`\\firm` is not a command"), broken.output);
  BOOST_TEST(files("out/ru", ".pdf").size() == 15U);  // the others, and the one from before
}

BOOST_AUTO_TEST_CASE(a_class_that_somebody_changed_is_kept_beside) {
  emit();
  write("out/ru/listok.cls", "% mine\n");
  const Ran built = build();
  BOOST_TEST(built.status == 0, built.output);
  BOOST_TEST(contains(built.output, "[file-rewritten]"), built.output);
  BOOST_TEST(read("out/ru/listok.cls.orig") == "% mine\n");
  BOOST_TEST(read("out/ru/listok.cls") != "% mine\n");
}

BOOST_AUTO_TEST_CASE(status_and_diff) {
  fs::create_directory(path / "bin");  // a machine with git, and no TeX
  fs::create_symlink(listok::latex::find_program("git").value(), path / "bin/git");
  environment["PATH"] = (path / "bin").string();
  BOOST_TEST(status().output == "no sheet was edited by hand\n");  // nothing is made yet
  listok({"emit", "bank"});
  BOOST_TEST(status().output == "no sheet was edited by hand\n");
  replace(tex, "где даёт выигрыш?", "где он заметен?");
  Ran told = status();
  BOOST_TEST(told.status == 0);
  BOOST_TEST(told.output == "edited     " + tex.string() +
                                "  +1 −1\n"
                                "    -    Чем FA-3 лучше v2 и~где даёт выигрыш?\n"
                                "    +    Чем FA-3 лучше v2 и~где он заметен?\n"
                                "1 sheet edited\n");
  replace(markdown, "- Путает с обычным", "- Смешивает с обычным");
  BOOST_TEST(contains(status().output, "merging    " + tex.string()));
  replace(markdown, "Чем FA-3 лучше v2", "Чем FA-3 лучше FA-2");
  const std::string before = read(tex);
  told = status();
  BOOST_TEST(told.status == 1);
  BOOST_TEST(contains(told.output, "conflict   " + tex.string()), told.output);
  BOOST_TEST(contains(told.output, "1 sheet edited, 1 in conflict"), told.output);
  BOOST_TEST(read(tex) == before);
  BOOST_TEST(!fs::exists(path / offered));  // it only looks
  BOOST_TEST(listok({"status", "bank", "--message-format", "json"}).output ==
             R"({"state":"conflict","id":")" + id + R"(","folder":"ru","file":")" + tex.string() +
                 R"(","added":1,"removed":1})" + "\n");
  BOOST_TEST(listok({"status", "bank", "--lang", "en"}).status == 0);

  const Ran whole = listok({"diff", id, "bank"});
  BOOST_TEST(whole.status == 0);
  BOOST_TEST(contains(whole.output, "--- made/ru/" + id + ".tex\n+++ edited/ru/" + id + ".tex\n"),
             whole.output);
  BOOST_TEST(contains(whole.output,
                      "\n   \\begin{sheetsection}[key=question]{Вопрос}\n"
                      "-    Чем FA-3 лучше v2 и~где даёт выигрыш?\n"
                      "+    Чем FA-3 лучше v2 и~где он заметен?\n"),
             whole.output);
  BOOST_TEST(contains(listok({"diff", id, "bank", "--color", "always"}).output, "\x1b[3"));
  BOOST_TEST(contains(listok({"diff", "01-mqa-gqa", "bank"}).output, "was edited by hand"));
  BOOST_TEST(listok({"diff"}).status == 2);
  BOOST_TEST(contains(listok({"diff", "01-mqa-gpa", "bank"}).output, "did you mean `01-mqa-gqa`?"));
}

BOOST_AUTO_TEST_CASE(of_a_long_line_status_shows_the_beginning) {
  emit();
  std::string words = "ч";  // two bytes a letter: the cut falls into one
  while (words.size() < 200) words += "ж";
  replace(tex, "Чем FA-3", words + " Чем FA-3");
  std::string shown = "ч";
  while (shown.size() < 90) shown += "ж";
  const Ran told = status();
  BOOST_TEST(contains(told.output, "    +    " + shown + "…\n"), told.output);
}

BOOST_AUTO_TEST_CASE(without_git) {
  emit();
  replace(tex, "где даёт выигрыш?", "где он заметен?");
  environment["PATH"] = path.string();
  BOOST_TEST(status().output == "edited     " + tex.string() + "\n1 sheet edited\n");
  const Ran whole = listok({"diff", id, "bank"});
  BOOST_TEST(whole.status == 3);
  BOOST_TEST(contains(whole.output, "sudo apt-get install git"), whole.output);
  replace(markdown, "- Путает с обычным", "- Смешивает с обычным");
  const std::string mine = read(tex);
  BOOST_TEST(emit().status == 1);
  BOOST_TEST(read(tex) == mine);
  BOOST_TEST(contains(read(offered), "Смешивает"));
}

BOOST_AUTO_TEST_CASE(a_preamble_of_the_bank_is_used) {
  replace("bank/listok.yaml", "title:", "preamble: local.sty\ntitle:");
  write("bank/local.sty", "\\setmainfont{DejaVu Serif}\n");
  const auto build_one = [this](std::vector<std::string> more) {
    std::vector<std::string> words{"build", "bank", "--lang", "ru", "--only", id};
    words.insert(words.end(), more.begin(), more.end());
    return listok(words);
  };
  const Ran built = build_one({});
  BOOST_TEST(built.status == 0, built.output);
  BOOST_TEST(!contains(faces(), "PTSerif"), faces());
  BOOST_TEST(read("out/ru/local.sty") == read("bank/local.sty"));
  write("bank/local.sty", "% nothing\n");
  BOOST_TEST(
      contains(build_one({"--explain"}).output, "made, because the bank's preamble changed"));
  BOOST_TEST(contains(faces(), "PTSerif"), faces());
  BOOST_TEST(contains(build_one({}).output, "0 sheets made, 1 up to date"));

  write("bank/local.sty", "\n\\nonsense\n");
  const Ran broken = listok({"build", "bank", "--lang", "ru"});
  BOOST_TEST(broken.status == 1, broken.output);
  BOOST_TEST(count(broken.output, "bank/local.sty:2:") == 1U, broken.output);
  BOOST_TEST(contains(broken.output, "`\\nonsense` is not a command that is known here"),
             broken.output);
  BOOST_TEST(contains(faces(), "PTSerif"));  // the old page stays
}

BOOST_AUTO_TEST_SUITE_END()

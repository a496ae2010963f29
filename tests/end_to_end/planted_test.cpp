// An output folder that a stranger has filled, as it comes with a repository: nothing outside of it
// is read, written or removed, and nothing in it is waited for.
#include <sys/stat.h>
#include <sys/syscall.h>

#include <boost/test/unit_test.hpp>
#include <map>

#include "tests/end_to_end/support/program.hpp"

using namespace listok::tests;

namespace {

const std::string yaml =
    "title: T\nlanguages: [en]\nsections: {question: {en: Question}}\n"
    "editions: {candidate: {sections: [question]}}\n";

std::string item(const std::string& title) {
  return "# " + title + "\n\n## Question\n\nAll is well here.\n";
}

// A repository with a bank and what was made of it, and a folder that is nobody's business.
struct Planted : Program {
  Planted() {
    environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
    write("theirs/bank/listok.yaml", yaml);
    write("theirs/bank/en/01-a.md", item("First"));
    write("theirs/bank/en/02-b.md", item("Second"));
    folder = path / "theirs";
    listok({"build", "bank", "--quiet"});
    git({"init", "--quiet", "-b", "main"});
    commit();
    for (const char* name :
         {"foo.tex", "01-a.tex", "02-b.tex", "a/1.tex", "lock", "record.jsonl", "journal.jsonl",
          "report-1-of-2.json", ".listok-abcdef", "scratch-abcdef/f", "listok.cls", "file"}) {
      write(fs::path("outside") / name, std::string("canary ") + name);
    }
    outside = tree("outside");
  }

  void git(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(),
                     {"-c", "user.name=t", "-c", "user.email=t@t", "-c", "advice.detachedHead=no"});
    const Ran ran = tool("git", std::move(arguments));
    if (ran.status != 0) throw std::runtime_error(ran.output);
  }
  void commit() const {
    git({"add", "--force", "--all"});
    git({"commit", "--quiet", "--allow-empty", "-m", "x"});
  }

  // Every file below `where` and what is in it.
  std::map<std::string, std::string> tree(const fs::path& where) const {
    std::map<std::string, std::string> all;
    for (const std::string& name : files(where, "")) all[name] = read(where / name);
    return all;
  }

  // The repository with links out of it in the place of `names`, cloned to path/mine.
  void clone_with_links(const std::vector<std::string>& names) {
    folder = path / "theirs";
    git({"checkout", "--quiet", "-f", "main"});
    git({"clean", "--quiet", "-xdf"});
    git({"checkout", "--quiet", "--detach"});
    for (const std::string& name : names) {
      const fs::path link = folder / "out" / name;
      fs::remove_all(link);
      fs::create_directories(link.parent_path());
      const bool file = name.find('.', name.find('/') + 1) != std::string::npos ||
                        name.find("lock") != std::string::npos ||
                        name.find("bank") != std::string::npos;
      const bool dots = name == ".listok";
      fs::create_symlink(file && !dots ? path / "outside/file" : path / "outside", link);
    }
    commit();
    git({"branch", "--quiet", "--force", "planted"});
    fs::remove_all(path / "mine");
    git({"clone", "--quiet", "-b", "planted", folder.string(), (path / "mine").string()});
    folder = path / "mine";
    for (const std::string& name : names) BOOST_REQUIRE(fs::is_symlink(folder / "out" / name));
    replace("mine/bank/en/01-a.md", "well", "good");
  }

  // All that works in an output folder; what it said.
  std::string all_commands(const std::vector<std::string>& before = {}) const {
    std::string said;
    for (std::vector<std::string> arguments : std::vector<std::vector<std::string>>{
             {"status", "bank"},
             {"build", "bank", "--book"},
             {"diff", "01-a", "bank"},
             {"build", "bank", "--force", "--edition", "candidate"},
             {"build", "bank", "--shard", "1/2"},
             {"emit", "bank"},
             {"build", "bank"}}) {
      std::vector<std::string> whole{"-s", "KILL", "60"};
      whole.insert(whole.end(), before.begin(), before.end());
      whole.emplace_back(LISTOK_PROGRAM);
      whole.insert(whole.end(), arguments.begin(), arguments.end());
      whole.insert(whole.end(), {"--color", "never"});
      const Ran ran = tool("timeout", whole);
      const bool ended = ran.status == 0 || ran.status == 1 || ran.status == 3;
      BOOST_TEST(ended, arguments[0] << " ended with " << ran.status << "\n" << ran.output);
      said += ran.output;
    }
    return said;
  }

  std::map<std::string, std::string> outside;
};

// Each in the way of whoever works in the folder.
const std::vector<std::string> needed = {
    "en",
    ".listok",
    ".listok/base",
    ".listok/base/en",
    ".listok/lock",
    ".listok/record.jsonl",
    ".listok/journal.jsonl",
    ".listok/bank",
    ".listok/snapshots",
    "en/listok.cls",
    "en/listok.lst",
    "en/listok-local.sty",
    "en/01-a.tex",
    "en/01-a.pdf",
    "en/book.pdf",
    "en/candidate",
    "report.json",
    ".listok/base/en/01-a.tex",
    ".listok/offered/en/01-a.tex",
    ".listok/record-1-of-2.jsonl",
};

// Nobody's: at names that listok has no use for there.
const std::vector<std::string> idle = {
    "en/program.out", "en/batch.log", "en/batch.tex",   "en/batch.aux",    "en/batch.pdf",
    "en/batch.fmt",   "en/1.tex",     ".listok/base/x", ".listok/base/ru", ".listok/offered/x",
    ".listok/logs/x", "sub",          "en/sub",         "x.tex",
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(planted, Planted)

BOOST_AUTO_TEST_CASE(links_of_a_cloned_repository_are_not_followed) {
  for (const std::string& name : needed) {
    clone_with_links({name});
    const std::string said = all_commands();
    BOOST_TEST((tree("outside") == outside), name << "\n" << said);
    BOOST_TEST(contains(said, fmt::format("`out/{}` is a symbolic link", name)), name << "\n"
                                                                                      << said);
    BOOST_TEST(fs::is_symlink(path / "mine/out" / name), name);
  }
}

BOOST_AUTO_TEST_CASE(links_that_nobody_asks_for_are_passed_over) {
  clone_with_links(idle);
  // A build that was killed left its lock: the next one tidies up.
  write("mine/out/.listok/lock", "1");
  const std::string said = all_commands();
  BOOST_TEST((tree("outside") == outside), said);
  BOOST_TEST(!contains(said, "error"), said);
  BOOST_TEST(contains(tool("pdftotext", {"out/en/01-a.pdf", "-"}).output, "All is good here."));
}

BOOST_AUTO_TEST_CASE(a_kernel_without_openat2_follows_no_links_either) {
  const std::vector<std::string> before = {LISTOK_WITHOUT_CALL, std::to_string(SYS_openat2)};
  for (const char* name : {"en", ".listok/lock", "en/01-a.tex"}) {
    clone_with_links({name});
    const std::string said = all_commands(before);
    BOOST_TEST((tree("outside") == outside), name << "\n" << said);
    BOOST_TEST(contains(said, fmt::format("`out/{}` is a symbolic link", name)), said);
  }
  clone_with_links({});
  BOOST_TEST(!contains(all_commands(before), "error"));
}

BOOST_AUTO_TEST_CASE(a_disk_on_which_files_cannot_change_places_will_do) {
  folder = path / "theirs";
  const auto build = [this] {
    return run(LISTOK_WITHOUT_CALL, {std::to_string(SYS_renameat2), LISTOK_PROGRAM, "build", "bank",
                                     "--color", "never"});
  };
  replace("theirs/bank/en/01-a.md", "well", "good");
  const Ran changed = build();
  BOOST_TEST(contains(changed.output, "1 sheet made, 1 up to date"), changed.output);
  fs::remove(folder / "out/en/01-a.tex");
  replace("theirs/out/en/02-b.tex", "well", "mine");
  const Ran deleted = build();
  BOOST_TEST(deleted.status == 0, deleted.output);
  BOOST_TEST(contains(read("theirs/out/en/01-a.tex"), "All is good here."));
  BOOST_TEST(contains(read("theirs/out/en/02-b.tex"), "All is mine here."));
}

BOOST_AUTO_TEST_CASE(one_sheet_in_the_way_costs_that_sheet_alone) {
  for (const char* name : {"en/01-a.tex", "en/01-a.pdf", ".listok/base/en/01-a.tex"}) {
    clone_with_links({name});
    replace("mine/bank/en/02-b.md", "well", "good");
    const Ran built = listok({"build", "bank", "--color", "never"});
    BOOST_TEST(built.status == 1, built.output);
    BOOST_TEST(count(built.output, "is a symbolic link") == 1U, built.output);
    BOOST_TEST(contains(built.output, "1 sheet made"), built.output);
    BOOST_TEST(contains(tool("pdftotext", {"out/en/02-b.pdf", "-"}).output, "All is good here."));
  }
}

BOOST_AUTO_TEST_CASE(a_pipe_at_any_name_is_told_and_never_waited_for) {
  for (const std::string& name : needed) {
    if (name == "en" || name == ".listok" || name == ".listok/base" || name == ".listok/base/en") {
      continue;  // as a link, which was tried
    }
    clone_with_links({});
    const fs::path pipe = folder / "out" / name;
    fs::remove_all(pipe);
    fs::create_directories(pipe.parent_path());
    BOOST_REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    const std::string said = all_commands();
    BOOST_TEST(contains(said, fmt::format("`out/{}` is a pipe", name)), name << "\n" << said);
  }
}

BOOST_AUTO_TEST_CASE(a_pipe_in_the_bank_is_told_and_never_waited_for) {
  const std::string sty = "bank/local.sty";
  for (const std::string name :
       {"bank/listok.yaml", "bank/en/01-a.md", "bank/plan.png", "bank/local.sty"}) {
    clone_with_links({});
    if (name == sty)
      replace("mine/bank/listok.yaml", "title: T\n", "title: T\npreamble: local.sty\n");
    if (name == "bank/plan.png") replace("mine/bank/en/01-a.md", "All", "![x](plan.png)\n\nAll");
    fs::remove(folder / name);
    BOOST_REQUIRE(::mkfifo((folder / name).c_str(), 0600) == 0);
    const std::string said = all_commands();
    BOOST_TEST(contains(said, fs::path(name).filename().string()), said);
    BOOST_TEST(contains(said, "error"), said);
  }
}

BOOST_AUTO_TEST_CASE(a_record_of_foreign_files_is_not_believed) {
  folder = path / "theirs";
  write("theirs/docs/report.pdf", read("theirs/out/en/02-b.pdf"));
  fs::rename(path / "theirs/out/en/02-b.pdf", path / "theirs/docs/report.pdf");
  fs::copy_file(path / "theirs/out/en/01-a.pdf", path / "theirs/docs/01-a.pdf");
  replace("theirs/out/.listok/record.jsonl", "\"en/02-b.pdf\"", "\"../docs/report.pdf\"");
  fs::remove(path / "theirs/bank/en/02-b.md");
  const auto docs = tree("theirs/docs");
  const Ran built = listok({"build", "bank", "--color", "never"});
  BOOST_TEST(built.status == 0, built.output);
  BOOST_TEST((tree("theirs/docs") == docs), built.output);
  BOOST_TEST(!contains(read("theirs/out/.listok/record.jsonl"), ".."));
}

BOOST_AUTO_TEST_CASE(a_folder_belongs_to_one_bank) {
  folder = path;
  for (const std::string bank : {"one", "two"}) {
    write(bank + "/listok.yaml", yaml);
    write(bank + "/en/01-" + bank + ".md", item(bank));
  }
  BOOST_TEST(listok({"build", "one"}).status == 0);
  for (const char* command : {"build", "emit"}) {
    const Ran second = listok({command, "two", "--color", "never"});
    BOOST_TEST(second.status == 1, second.output);
    BOOST_TEST(contains(second.output, "`out` holds the sheets of another bank"), second.output);
    BOOST_TEST(contains(second.output, "`-o`"), second.output);
    BOOST_TEST(fs::exists(path / "out/en/01-one.pdf"));
    BOOST_TEST(!fs::exists(path / "out/en/01-two.tex"));
  }
  BOOST_TEST(listok({"build", "two", "-o", "out2"}).status == 0);
  BOOST_TEST(contains(listok({"new", "bank", "five"}).output, "listok build five -o five-out"));
  fs::rename(path / "one", path / "three");  // a bank that was moved takes its folder along
  BOOST_TEST(listok({"build", "three"}).status == 0);
  BOOST_TEST(listok({"build", "two"}).status == 1);
  fs::remove(path / "out/.listok/bank");  // as folders were before they said whose they are
  BOOST_TEST(listok({"build", "three"}).status == 0);
  fs::create_directory(path / "elsewhere");
  for (const char* name : {"three", "out"}) fs::rename(path / name, path / "elsewhere" / name);
  write("three/listok.yaml", yaml);  // another one, where the first was
  folder = path / "elsewhere";
  BOOST_TEST(listok({"build", "three"}).status == 0);
}

BOOST_AUTO_TEST_CASE(a_picture_takes_no_name_of_a_sheet) {
  folder = path;
  write("pictures/listok.yaml", yaml);
  fs::copy_file(path / "theirs/out/en/01-a.pdf", path / "pictures/01-a.pdf");
  for (const char* name : {"book.pdf", "candidate/01-a.pdf", "figures/01-a.pdf"}) {
    fs::create_directories((path / "pictures" / name).parent_path());
    fs::copy_file(path / "pictures/01-a.pdf", path / "pictures" / name);
  }
  write("pictures/en/01-a.md", item("Alone"));
  write("pictures/en/02-own.md", item("x") + "\n![x](01-a.pdf)\n");
  write("pictures/en/03-book.md", item("x") + "\n![x](book.pdf)\n");
  write("pictures/en/04-edition.md", item("x") + "\n![x](candidate/01-a.pdf)\n");
  write("pictures/en/05-good.md", item("x") + "\n![x](figures/01-a.pdf)\n");
  const Ran built = listok({"build", "pictures", "--color", "never"});
  BOOST_TEST(built.status == 1, built.output);
  for (const char* file : {"02-own.md:7", "03-book.md:7", "04-edition.md:7"}) {
    BOOST_TEST(contains(built.output, file), built.output);
  }
  BOOST_TEST(count(built.output, "[picture-name]") == 3U, built.output);
  BOOST_TEST(contains(built.output, "2 sheets made"), built.output);
  const Ran again = listok({"build", "pictures", "--color", "never"});
  BOOST_TEST(contains(again.output, "0 sheets made, 2 up to date"), again.output);
  BOOST_TEST(contains(tool("pdftotext", {"out/en/01-a.pdf", "-"}).output, "Alone"));
}

BOOST_AUTO_TEST_CASE(names_in_a_sheet_mean_what_they_mean_to_plain_xelatex) {
  folder = path / "theirs";
  write("theirs/out/en/part.txt", "The part.\n");
  write("theirs/out/en/sub/more.txt", "More of it.\n");
  write("theirs/out/en/mine.sty", "\\newcommand\\mine{My own.}\n");
  fs::copy_file(fs::path(LISTOK_DOCS) / "images/candidate-en.png",
                path / "theirs/out/en/sub/x.png");
  replace("theirs/out/en/01-a.tex", "\\begin{document}",
          "\\usepackage{graphicx,listings,mine}\n\\begin{document}");
  replace("theirs/out/en/01-a.tex", "All is well here.",
          "\\input{part.txt} \\input{./sub/more.txt} \\mine\n\n"
          "\\includegraphics[width=3cm]{sub/x.png} \\includegraphics[width=3cm]{./sub/x.png}\n\n"
          "\\picture{sub/x.png}\n\n\\lstinputlisting{part.txt}\n"
          "\\font\\other=\"[./face.otf]\" {\\other Another face.}");
  const Ran where = tool("kpsewhich", {"lmroman10-regular.otf"});
  fs::copy_file(where.output.substr(0, where.output.size() - 1), path / "theirs/out/en/face.otf");
  const Ran built = listok({"build", "bank", "--color", "never"});
  BOOST_TEST(built.status == 0, built.output);
  const auto text = [&](const std::string& pdf) {
    return without_spaces(tool("pdftotext", {pdf, "-"}).output);
  };
  const auto pictures = [&](const std::string& pdf) {
    return count(tool("pdfimages", {"-list", pdf}).output, "image");
  };
  for (const char* part : {"Thepart.", "Moreofit.", "Myown.", "Anotherface."}) {
    BOOST_TEST(contains(text("out/en/01-a.pdf"), part), text("out/en/01-a.pdf"));
  }
  const std::size_t shown = pictures("out/en/01-a.pdf");
  BOOST_TEST(shown >= 3U);
  folder = path / "theirs/out/en";
  const Ran plain = tool("xelatex", {"-interaction=nonstopmode", "01-a.tex"});
  BOOST_TEST(plain.status == 0, plain.output);
  BOOST_TEST(pictures("01-a.pdf") == shown);
}

BOOST_AUTO_TEST_CASE(a_second_signal_ends_the_program_at_once) {
  folder = path / "theirs";
  fs::remove_all(folder / "out");
  // After the first signal the engine is given a moment.
  fs::create_directory(path / "engine");
  fs::copy_file(LISTOK_DEAF_ENGINE, path / "engine/xelatex");
  const Ran ran =
      tool("bash",
           {"-c", fmt::format("PATH='{}':$PATH '{}' build bank --quiet & program=$!\n"
                              "until compgen -G 'out/.listok/scratch-*/program.out' >/dev/null || "
                              "compgen -G 'out/.listok/scratch-*/*/program.out' >/dev/null; "
                              "do sleep .02; done\n"
                              "kill -TERM $program; sleep .1; kill -TERM $program\n"
                              "wait $program; echo ended with $?",
                              (path / "engine").string(), LISTOK_PROGRAM)});
  BOOST_TEST(contains(ran.output, "ended with 143"), ran.output);
}

BOOST_AUTO_TEST_SUITE_END()

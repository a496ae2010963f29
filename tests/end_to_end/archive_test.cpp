// `listok emit --zip`: an archive that compiles on Overleaf as it is uploaded, and elsewhere without
// listok, to the same pages as `listok build` makes.
#include <boost/test/unit_test.hpp>

#include "tests/end_to_end/support/program.hpp"
#include "tests/needs.hpp"

using namespace listok::tests;

namespace {

// An archive in a folder of its own, as a service unpacks it.
struct Project : Program {
  explicit Project(const fs::path& archive) {
    const Ran ran = tool("python3", {"-m", "zipfile", "-e", archive, "project"});
    BOOST_TEST_REQUIRE(ran.status == 0, ran.output);
    folder = path / "project";
  }

  // What Overleaf runs for a project that is set to pdfLaTeX: the document in its own folder by
  // `-cd`, the engine by `-pdf`, all that is made in the root as `output`.
  Ran overleaf(const std::string& document) const {
    return tool("latexmk", {"-cd", "-jobname=output", "-auxdir=" + folder.string(),
                            "-outdir=" + folder.string(), "-synctex=1", "-interaction=batchmode",
                            "-time", "-f", "-pdf", folder / document});
  }

  Ran xelatex(const std::string& document, const std::string& name = "output") const {
    return tool("xelatex", {"-interaction=nonstopmode", "-jobname=" + name, document});
  }

  std::string log() const { return read("project/output.log"); }

  // No error, nothing that is not found, no character without a glyph.
  void expect_clean() const {
    for (const char* fault :
         {"\n!", "Missing character", "not found", "undefined", "end occurred"}) {
      BOOST_TEST(!contains(log(), fault), log());
    }
    BOOST_TEST(contains(log(), "This is XeTeX"), log());
  }
};

std::string words_of(const Program& where, const std::string& pdf) {
  return where.tool("pdftotext", {"-layout", pdf, "-"}).output;
}

Needs needs_latexmk() { return needs_programs("needs_hosts", {"latexmk", "python3"}); }

struct Archives : Program {
  Archives() {
    fs::create_directories(path / "bank/en");
    fs::create_directories(path / "bank/ru");
    fs::create_directories(path / "bank/tex");
    write("bank/listok.yaml",
          "title: {ru: Задачи, en: Problems}\nauthor: A. Lecturer\nlanguages: [ru, en]\n"
          "head: {left: '{title}', right: {image: sign.png, height: 9mm}}\n"
          "look: {accent: '#7A1F2B'}\npreamble: tex/own.sty\n");
    const fs::path box = fs::path(LISTOK_CONTENT) / "sampler/images/boxes.png";
    for (const char* picture : {"bank/sign.png", "bank/tex/seal.png", "bank/plan.png"}) {
      fs::copy_file(box, path / picture);
    }
    fs::copy_file("/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf", path / "bank/tex/Own.ttf");
    write("bank/tex/own.sty",
          "\\RequirePackage{graphicx}\n\\setmonofont{Own.ttf}\n"
          "\\newcommand\\seal{\\includegraphics[height=5mm]{seal}}\n");
    write("bank/en/01-rank.md",
          "# Rank\n\n## Question\n\nIs $\\sqrt{2}$ in `code`? → yes\n\n![](plan.png)\n");
    write("bank/ru/01-rank.md",
          "# Ранг\n\n## Вопрос\n\nБольше ли $\\sqrt{2}$, чем `code`? → да\n\n![](plan.png)\n");
    std::string lines;
    for (int line = 0; line < 44; ++line) lines += "A line that is one of many.\n\n";
    write("bank/en/02-long.md", "# Long\n\n## Question\n\n" + lines);
    write("bank/ru/02-long.md", "# Долго\n\n## Вопрос\n\n" + lines);
  }

  Ran emit(std::vector<std::string> more) const {
    std::vector<std::string> words{"emit", "bank", "--color", "never"};
    words.insert(words.end(), more.begin(), more.end());
    return listok(words);
  }

  std::string names(const std::string& archive) const {
    return tool("python3", {"-c",
                            "import sys, zipfile\n"
                            "for one in zipfile.ZipFile(sys.argv[1]).infolist():\n"
                            "  sys.stdout.buffer.write((one.filename + '\\n').encode())",
                            archive})
        .output;
  }

  // The words of what `listok build` makes, page after page.
  std::string words_of_build(const std::string& language) const {
    std::string words;
    for (const std::string& pdf : files("out/" + language, ".pdf")) {
      if (!pdf.ends_with("plan.pdf")) words += words_of(*this, "out/" + language + "/" + pdf);
    }
    return words;
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(archives, Archives)

BOOST_AUTO_TEST_CASE(two_languages_on_overleaf, needs_latexmk()) {
  BOOST_TEST_REQUIRE(listok({"build", "bank"}).status == 0);
  const Ran packed = emit({"--zip", "course.zip"});
  BOOST_TEST(packed.status == 0, packed.output);
  BOOST_TEST(contains(packed.output, " files in course.zip"), packed.output);
  for (const std::string language : {"ru", "en"}) {
    const Project there(path / "course.zip");
    const Ran made = there.overleaf(language + "/main.tex");
    BOOST_TEST(made.status == 0, made.output);
    there.expect_clean();
    const std::string words = words_of(there, "output.pdf");
    BOOST_TEST(words == words_of_build(language));
    BOOST_TEST(count(words, "\f") == 2U, words);
    BOOST_TEST(contains(there.tool("pdffonts", {"output.pdf"}).output, "DejaVuSansMono"));
    BOOST_TEST(contains(there.tool("pdfimages", {"-list", "output.pdf"}).output, "image"));
  }
}

BOOST_AUTO_TEST_CASE(one_sheet_on_overleaf, needs_latexmk()) {
  BOOST_TEST_REQUIRE(listok({"build", "bank"}).status == 0);
  replace("out/en/02-long.tex", "line that",
          "\\begin{verbatim}\na $line% as it is\n\\end{verbatim}\nline that");
  BOOST_TEST_REQUIRE(listok({"build", "bank"}).status == 0);
  BOOST_TEST_REQUIRE(emit({"--zip", "course.zip"}).status == 0);
  const Project there(path / "course.zip");
  there.overleaf("en/02-long.tex");
  there.expect_clean();
  BOOST_TEST(words_of(there, "output.pdf") == words_of(*this, "out/en/02-long.pdf"));
  BOOST_TEST(contains(words_of(there, "output.pdf"), "a $line% as it is"));
}

// One language lies in the root, where xelatex alone will do.
BOOST_AUTO_TEST_CASE(one_language_by_xelatex) {
  BOOST_TEST_REQUIRE(listok({"build", "bank", "--lang", "ru"}).status == 0);
  BOOST_TEST_REQUIRE(emit({"--lang", "ru", "--zip", "course.zip"}).status == 0);
  const Project there(path / "course.zip");
  BOOST_TEST(
      there.files("project", "") ==
          (std::vector<std::string>{"01-rank.tex", "02-long.tex", "Own.ttf", "latexmkrc",
                                    "listok-bank.sty", "listok.cls", "listok.lst", "listok.sty",
                                    "main.tex", "own.sty", "plan.png", "seal.png", "sign.png"}),
      boost::test_tools::per_element());
  const Ran made = there.xelatex("main");
  BOOST_TEST(made.status == 0, made.output);
  BOOST_TEST(words_of(there, "output.pdf") == words_of_build("ru"));
}

// The latexmkrc names what is to be made, how and where.
BOOST_AUTO_TEST_CASE(plain_latexmk, needs_latexmk()) {
  BOOST_TEST_REQUIRE(emit({"--zip", "course.zip"}).status == 0);
  const Project there(path / "course.zip");
  const Ran made = there.tool("latexmk", {"-silent"});
  BOOST_TEST(made.status == 0, made.output);
  for (const char* pdf : {"ru/main.pdf", "en/main.pdf"}) {
    BOOST_TEST(count(words_of(there, pdf), "\f") == 2U, pdf);
  }
}

// TeX Live of its own does not make the names of its faces known to the system, but has their files.
BOOST_AUTO_TEST_CASE(where_faces_have_no_names) {
  replace("bank/listok.yaml", "preamble: tex/own.sty\n", "");
  BOOST_TEST_REQUIRE(listok({"build", "bank", "--lang", "ru"}).status == 0);
  BOOST_TEST_REQUIRE(emit({"--lang", "ru", "--zip", "course.zip"}).status == 0);
  const auto beside = [this](const char* face) {
    const fs::path file = tool("fc-match", {"--format=%{file}", face}).output;
    return file.parent_path().string() + "//:";
  };
  Project there(path / "course.zip");
  there.write("no-names.conf",
              "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\">"
              "<fontconfig><dir>/nonexistent</dir></fontconfig>");
  there.environment["FONTCONFIG_FILE"] = there.path / "no-names.conf";
  there.environment["TTFONTS"] = beside("PT Serif") + beside("DejaVu Sans");
  there.environment["OPENTYPEFONTS"] = beside("Latin Modern Math") + beside("STIXGeneral");
  there.environment["MKTEXTFM"] = "0";
  there.xelatex("main");
  there.expect_clean();
  BOOST_TEST(words_of(there, "output.pdf") == words_of_build("ru"));
  const std::string faces = there.tool("pdffonts", {"output.pdf"}).output;
  for (const char* face : {"PTSerif-Regular", "PTSans-Bold", "PTMono-Regular", "LatinModernMath"}) {
    BOOST_TEST(contains(faces, face), faces);
  }
}

// By another engine, which no latexmkrc corrects.
BOOST_AUTO_TEST_CASE(by_another_engine) {
  BOOST_TEST_REQUIRE(emit({"--lang", "en", "--zip", "course.zip"}).status == 0);
  const Project there(path / "course.zip");
  there.tool("pdflatex", {"-interaction=nonstopmode", "-jobname=output", "main"});
  BOOST_TEST(contains(there.log(), "The class needs XeLaTeX: run xelatex on this file."),
             there.log());
  BOOST_TEST(contains(there.log(), "On Overleaf choose XeLaTeX as the compiler"), there.log());
  BOOST_TEST(count(there.log(), "\n!") == 1U, there.log());
}

// The choice of the command line counts, and the sheets of another choice stay out.
BOOST_AUTO_TEST_CASE(some_items) {
  BOOST_TEST_REQUIRE(emit({}).status == 0);
  BOOST_TEST_REQUIRE(emit({"--only", "02*", "--zip", "some.zip"}).status == 0);
  const std::string all = names("some.zip");
  BOOST_TEST(contains(all, "en/02-long.tex"), all);
  BOOST_TEST(!contains(all, "01-rank"), all);
  BOOST_TEST(!contains(all, "plan.png"), all);
}

// A preamble of its own: on that sheet alone, and none of its pages is missing.
BOOST_AUTO_TEST_CASE(a_sheet_with_a_preamble_of_its_own, needs_latexmk()) {
  BOOST_TEST_REQUIRE(emit({}).status == 0);
  replace(
      "out/en/01-rank.tex", "\\begin{document}",
      "\\usepackage{xcolor}\n\\newcommand\\mine[1]{\\textcolor{red}{My #1}}\n\\begin{document}");
  replace("out/en/01-rank.tex", "Is ", "\\mine{words}: is ");
  BOOST_TEST_REQUIRE(listok({"build", "bank", "--lang", "en"}).status == 0);
  BOOST_TEST_REQUIRE(emit({"--lang", "en", "--zip", "course.zip"}).status == 0);
  const Project there(path / "course.zip");
  there.overleaf("main.tex");
  there.expect_clean();
  const std::string words = words_of(there, "output.pdf");
  BOOST_TEST(contains(words, "My words: is"), words);
  BOOST_TEST(without_spaces(words) == without_spaces(words_of_build("en")));

  // Without latexmk it is told what is missing, and how to have it.
  const Project by_hand(path / "course.zip");
  by_hand.xelatex("main");
  BOOST_TEST(contains(by_hand.log(), "The page of `01-rank.tex' is missing here"), by_hand.log());
  by_hand.xelatex("01-rank", "01-rank");
  by_hand.xelatex("main");
  BOOST_TEST(words_of(by_hand, "output.pdf") == words);
}

// What is put into main.tex holds for all, and a package that is loaded there is no difference.
BOOST_AUTO_TEST_CASE(a_preamble_for_all) {
  BOOST_TEST_REQUIRE(emit({"--lang", "en"}).status == 0);
  replace("out/en/01-rank.tex", "\\begin{document}", "\\usepackage{xcolor}\n\\begin{document}");
  BOOST_TEST_REQUIRE(emit({"--lang", "en", "--zip", "course.zip"}).status == 0);
  const Project there(path / "course.zip");
  there.replace("project/main.tex", "\\begin{document}",
                "\\usepackage{xcolor}\n\\listokfoot{}{Foot of all}{}\n\\begin{document}");
  there.xelatex("main");
  there.expect_clean();
  BOOST_TEST(count(words_of(there, "output.pdf"), "Foot of all") == 2U);
}

// A person's tweaks go along, with what they name.
BOOST_AUTO_TEST_CASE(edits_and_what_they_read) {
  BOOST_TEST_REQUIRE(emit({}).status == 0);
  replace("out/en/01-rank.tex", "Is ", "\\input{parts}Is ");
  write("out/en/listok-local.sty",
        "\\ProvidesPackage{listok-local}\n\\newcommand\\city{\\input{names.tex}}\n");
  write("out/en/parts.tex", "\\city, \\includegraphics[width=1cm]{map}. ");
  write("out/en/names.tex", "Samarkand%\n");
  write("out/en/diary.tex", "Nobody names this.\n");
  fs::copy_file(path / "bank/plan.png", path / "out/en/map.png");
  BOOST_TEST_REQUIRE(emit({"--lang", "en", "--zip", "course.zip"}).status == 0);
  const Project there(path / "course.zip");
  BOOST_TEST(there.read("project/01-rank.tex") == read("out/en/01-rank.tex"));
  BOOST_TEST(!fs::exists(there.path / "project/diary.tex"));
  there.xelatex("main");
  there.expect_clean();
  BOOST_TEST(contains(words_of(there, "output.pdf"), "Samarkand, "));
}

BOOST_AUTO_TEST_CASE(the_same_bytes) {
  write("bank/en/03-вопрос.md", "# Third\n\n## Question\n\nThree?\n");
  write("bank/ru/03-вопрос.md", "# Третий\n\n## Вопрос\n\nТри?\n");
  BOOST_TEST_REQUIRE(emit({"--lang", "en", "--zip", "one.zip"}).status == 0);
  BOOST_TEST(contains(names("one.zip"), "\n03-вопрос.tex\n"), names("one.zip"));
  environment["TZ"] = "Asia/Tokyo";
  environment["LC_ALL"] = "C";
  fs::last_write_time(path / "bank/plan.png", fs::file_time_type::clock::now());
  BOOST_TEST_REQUIRE(emit({"--lang", "en", "-o", "other", "--zip", "two.zip"}).status == 0);
  BOOST_TEST((read("one.zip") == read("two.zip")));
}

// An item takes the usual name of the document of all sheets.
BOOST_AUTO_TEST_CASE(an_item_that_is_called_main) {
  write("bank/en/Main.md", "# Main\n\n## Question\n\nMain?\n");
  write("bank/ru/Main.md", "# Главный\n\n## Вопрос\n\nГлавный?\n");
  BOOST_TEST_REQUIRE(emit({"--lang", "en", "--zip", "course.zip"}).status == 0);
  const std::string all = names("course.zip");
  BOOST_TEST(contains(all, "\nMain.tex\n"), all);
  BOOST_TEST(contains(all, "\nall-main.tex\n"), all);
}

// It is made anew; one that somebody changed, or that was never listok's, stays beside it.
BOOST_AUTO_TEST_CASE(an_archive_that_is_there) {
  BOOST_TEST_REQUIRE(emit({"--zip", "course.zip"}).status == 0);
  const std::string first = read("course.zip");
  replace("bank/en/01-rank.md", "yes", "no");
  const Ran again = emit({"--zip", "course.zip"});
  BOOST_TEST(!contains(again.output, "warning"), again.output);
  BOOST_TEST(!fs::exists(path / "course.zip.orig"));
  BOOST_TEST((read("course.zip") != first));

  write("course.zip", "an archive of theirs");
  const Ran over = emit({"--zip", "course.zip"});
  BOOST_TEST(over.status == 0, over.output);
  BOOST_TEST(contains(over.output,
                      "course.zip: warning: this archive is not as listok made it, and "
                      "is kept as `course.zip.orig` [file-rewritten]"),
             over.output);
  BOOST_TEST(read("course.zip.orig") == "an archive of theirs");
}

// Every other sheet is packed.
BOOST_AUTO_TEST_CASE(an_item_with_an_error) {
  BOOST_TEST_REQUIRE(emit({"--zip", "course.zip"}).status == 0);
  write("bank/en/02-long.md", "# Long\n\n## Question\n\n$\\nosuch$\n");
  const Ran some = emit({"--zip", "course.zip"});
  BOOST_TEST(some.status == 1, some.output);
  const std::string all = names("course.zip");
  BOOST_TEST(!contains(all, "en/02-long.tex"), all);
  BOOST_TEST(contains(all, "ru/02-long.tex"), all);
}

BOOST_AUTO_TEST_CASE(bad_names) {
  const auto refuses = [&](const std::string& file, int status, const std::string& words) {
    const Ran ran = emit({"--zip", file});
    BOOST_TEST(ran.status == status, ran.output);
    BOOST_TEST(contains(ran.output, words), ran.output);
  };
  refuses("course.tar", 2, "`--zip` does not take `course.tar`");
  refuses("course", 2, "it takes the name of the archive to be made: `--zip course.zip`");
  refuses(".zip", 2, "`--zip` does not take `.zip`");
  fs::create_directory(path / "folder.zip");
  refuses("folder.zip", 2, "`--zip` cannot write `folder.zip`, which is a folder");
  BOOST_TEST(!fs::exists(path / "out"));  // told before the work
  write("file", "");
  refuses("file/course.zip", 3, "file");
  fs::create_symlink("elsewhere", path / "link.zip");
  refuses("link.zip", 2, "`--zip` cannot write `link.zip`, which is no file");
}

BOOST_AUTO_TEST_SUITE_END()

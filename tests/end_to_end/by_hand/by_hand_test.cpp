// What docs/latex.md allows to be changed by hand, and macros of one's own for all sheets.
#include <boost/test/unit_test.hpp>

#include "tests/end_to_end/support/program.hpp"
#include "tests/needs.hpp"

using namespace listok::tests;

namespace {

const std::string tex = "out/en/05-kv-memory.tex";

struct ByHand : Program {
  ByHand() { BOOST_TEST_REQUIRE(build().status == 0); }

  Ran build() const {
    return listok({"build", LISTOK_BANK, "--lang", "en", "--only", "05-kv-memory", "--only",
                   "01-mqa-gqa", "--explain", "--color", "never"});
  }

  std::string text() const { return tool("pdftotext", {"out/en/05-kv-memory.pdf", "-"}).output; }

  // What the report says of the sheet: "size" or "fill".
  double number(const std::string& key) const {
    const std::string report = read("out/report.json");
    const auto sheet = report.find("\"05-kv-memory\"");
    const auto at = report.find("\"" + key + "\":", sheet);
    return std::stod(report.substr(at + key.size() + 3));
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(by_hand, ByHand)

BOOST_AUTO_TEST_CASE(space_and_lines) {
  const double before = number("fill");
  replace(tex, "\\item Counts only V", "\\vspace{30mm}\n\\item Counts\\newline only V");
  replace(tex, "  \\begin{sheetsection}[key=answer]",
          "  \\bigskip\n  \\begin{sheetsection}[key=answer]");
  BOOST_TEST(build().status == 0);
  BOOST_TEST(contains(text(), "Counts\nonly V or forgets K."), text());
  BOOST_TEST(number("fill") > before + 0.12);  // 30 mm of 249 mm
}

BOOST_AUTO_TEST_CASE(size) {
  BOOST_TEST(number("size") == 11);
  replace(tex, "number=5,", "number=5, size=13,");
  BOOST_TEST(build().status == 0);
  BOOST_TEST(number("size") == 13);
}

BOOST_AUTO_TEST_CASE(keys_that_are_misspelt) {
  replace(tex, "number=5,", "nmber=5, tags,");
  const Ran built = build();
  BOOST_TEST(built.status == 1);
  for (const char* said : {"there is no key `nmber' of a sheet", "The key `tags' has no value"}) {
    BOOST_TEST(contains(built.output, said), built.output);
  }
  BOOST_TEST(contains(built.output, tex + ":"), built.output);
}

BOOST_AUTO_TEST_CASE(sections_and_keys) {
  replace(tex, "\\documentclass[english]", "\\documentclass[english, sections={question}]");
  BOOST_TEST(build().status == 0);
  BOOST_TEST(!contains(text(), "Expanded answer"), text());
}

BOOST_AUTO_TEST_CASE(macros_for_all_sheets_are_beside_them) {
  write("out/en/listok-local.sty",
        "\\ProvidesPackage{listok-local}\n\\RequirePackage{xcolor}\n"
        "\\newcommand\\company{ACME}\n\\newfontfamily\\loud{DejaVu Sans}\n");
  const Ran built = build();
  BOOST_TEST(built.status == 0, built.output);
  for (const char* id : {"01-mqa-gqa", "05-kv-memory"}) {
    BOOST_TEST(contains(built.output,
                        fmt::format("en/{}.pdf: made, because `listok-local.sty` changed", id)),
               built.output);
  }
  replace(tex, "How do you", "\\company: {\\loud How} do \\textcolor{red}{you}");
  BOOST_TEST(build().status == 0);
  BOOST_TEST(contains(text(), "ACME: How do you estimate"), text());
  const std::string style = read("out/en/listok-local.sty");
  BOOST_TEST(contains(build().output, "en/05-kv-memory.pdf: up to date"));
  BOOST_TEST(read("out/en/listok-local.sty") == style);
  // Plain xelatex in the folder does the same, and so does a host.
  folder = path / "out/en";
  BOOST_TEST(tool("xelatex", {"-interaction=nonstopmode", "05-kv-memory"}).status == 0);
  write("out/en/host.tex",
        "\\documentclass{article}\\usepackage{fontspec, listok}\n"
        "\\begin{document}\\listokinput{05-kv-memory}\\end{document}\n");
  const Ran host = tool("xelatex", {"-interaction=nonstopmode", "host"});
  BOOST_TEST(host.status == 0, host.output);
}

BOOST_AUTO_TEST_CASE(an_environment_made_of_another) {
  write("out/en/listok-local.sty",
        "\\ProvidesPackage{listok-local}\n\\newenvironment{aside}{\\quote}{\\endquote}\n");
  replace(tex, "How do you", "\\begin{aside}By the way.\\end{aside} How do you");
  const Ran built = build();
  BOOST_TEST(built.status == 0, built.output);
  BOOST_TEST(contains(text(), "By the way."), text());
  replace(tex, "\\end{aside}", "\\begin{itemize}\\item Open.\\end{aside}");
  const Ran open = build();
  BOOST_TEST(open.status == 1);
  BOOST_TEST(contains(open.output, "environments overlap: \\begin{itemize}"), open.output);
}

BOOST_AUTO_TEST_CASE(a_book_is_made_again_for_new_macros) {
  const std::vector<std::string> book = {"build",  LISTOK_BANK, "--lang",  "en",
                                         "--book", "--explain", "--color", "never"};
  BOOST_TEST(listok(book).status == 0);
  write("out/en/listok-local.sty", "\\ProvidesPackage{listok-local}\n");
  BOOST_TEST(
      contains(listok(book).output, "en/book.pdf: made, because `listok-local.sty` changed"));
}

// For another size the file is read again, and with it all that stands around the sheet.
BOOST_AUTO_TEST_CASE(what_stands_around_a_sheet_that_is_read_again) {
  folder = path / "out/en";
  write("out/en/part.tex",
        "\\begin{sheet}[id=part, footer={Foot}]{Part}\n\\foo{}\n"
        "\\begin{verbatim}\nif (x) {  % half\n\\end{verbatim}\n\\end{sheet}\n");
  write("out/en/around.tex",
        "\\PassOptionsToPackage{dvipsnames}{xcolor}\\RequirePackage{etoolbox}\n"
        "\\documentclass[max-size=14]{listok}\n"
        "\\begin{filecontents}[overwrite]{stray.txt}\nstray\n\\end{filecontents}\n"
        "\\begin{document}\n"
        "\\newcommand\\foo{known}\\newcounter{mine}\\NewDocumentCommand\\baz{}{b}\n"
        "\\begin{contents}[id=c]{Contents}\\contentsentry{1}{Entry}\\end{contents}\n"
        "\\thispagestyle{empty}Title page.\\clearpage\n\\include{part}\n\\end{document}\n");
  const Ran ran = tool("xelatex", {"-interaction=nonstopmode", "-halt-on-error", "around"});
  BOOST_TEST(ran.status == 0, ran.output);
  const std::string words = tool("pdftotext", {"-layout", "around.pdf", "-"}).output;
  for (const char* part : {"Contents", "Title page.", "Part", "known", "if (x) {", "Foot"}) {
    BOOST_TEST(count(words, part) == 1U, part << ": " << words);
  }
  BOOST_TEST(!contains(words, "stray"), words);
}

// Two ways to write it set the same page; its spaces are in the PDF, where mutool finds them.
BOOST_AUTO_TEST_CASE(code_as_it_is, needs_readers()) {
  const std::string lines =
      "def f(x):  # {\n    return 'a' + \"b\" + `c`, <<x>> -- \\foo % $\n\n\tif x: " +
      std::string(100, 'y') + " end\n";
  const std::string escaped = R"(\codeline{def f(x): \ \# \{}
\codeline[4]{return \textquotesingle{}a\textquotesingle{} + \textquotedbl{}b\textquotedbl{} + \textasciigrave{}c\textasciigrave{}, <{}<x>{}> -{}- \textbackslash{}foo \% \$}
\codeline{}
\codeline[4]{if x: )" + std::string(100, 'y') +
                              " end}\n";
  const std::string before = "\\begin{quote}Words\n  \\begin{";
  const std::string after = "} and behind it.\n\\end{quote}\n";
  const std::string in_lines = before + "sheetcode}{py}\n" + lines + "  \\end{sheetcode" + after;
  const std::string in_commands = before + "codeblock}{py}\n" + escaped + "\\end{codeblock" + after;
  folder = path / "out/en";
  std::vector<std::string> pages;
  for (const std::string& code : {in_lines, in_commands}) {
    write("out/en/code.tex",
          "\\documentclass[english]{listok}\n\\begin{document}\n"
          "\\begin{sheet}[id=code, footer={Foot}]{Code}\n" +
              code + "\\end{sheet}\n\\end{document}\n");
    // Under the name of another job the body is taken as it is written.
    for (const std::string job : {"code", "output"}) {
      const Ran ran = tool(
          "xelatex", {"-interaction=nonstopmode", "-halt-on-error", "-jobname=" + job, "code"});
      BOOST_TEST(ran.status == 0, ran.output);
      tool("pdftoppm", {"-r", "60", job + ".pdf", job});
      pages.push_back(read("out/en/" + job + "-1.ppm"));
      const std::string copied = tool("mutool", {"draw", "-q", "-F", "txt", job + ".pdf"}).output;
      BOOST_TEST(contains(copied, "\n    return"), copied);
      if (code == in_lines) BOOST_TEST(contains(copied, "def f(x):  # {\n"), copied);
      BOOST_TEST(contains(copied, "and behind it."), copied);
    }
  }
  for (const std::string& page : pages) BOOST_TEST((page == pages.front()));
}

BOOST_AUTO_TEST_CASE(a_brace_alone_in_what_is_passed_over) {
  const std::string end = "  \\begin{sheetsection}[key=red-flags]";
  replace(tex, end,
          "\\begin{sheetsection}[key=more]{More}\n\\begin{sheetcode}{}\nif (x) {\n"
          "\\end{sheetcode}\n\\end{sheetsection}\n" +
              end);
  replace(tex, "\\documentclass[english]", "\\documentclass[english, sections={red-flags}]");
  const Ran built = build();
  BOOST_TEST(built.status == 0, built.output);
  BOOST_TEST(contains(text(), "Red flags"), text());
  BOOST_TEST(!contains(text(), "if (x)"), text());
  // So it is for a sheet that another follows in the same file, and in a host.
  folder = path / "out/en";
  replace(tex, "sections={red-flags}", "sections={more,red-flags}");
  const std::string sheet = read(tex);
  const auto begin = sheet.find("\\begin{sheet}");
  const auto size = sheet.find("\\end{document}") - begin;
  write("out/en/two.tex", "\\documentclass[max-size=14]{listok}\n\\begin{document}\n" +
                              sheet.substr(begin, size) + sheet.substr(begin, size) +
                              "\\end{document}\n");
  write("out/en/host.tex",
        "\\documentclass{article}\\usepackage{fontspec}\\usepackage[sections=red-flags]{listok}\n"
        "\\begin{document}\\listokinput{05-kv-memory}\\end{document}\n");
  for (const std::string job : {"two", "host"}) {
    const Ran ran = tool("xelatex", {"-interaction=nonstopmode", "-halt-on-error", job});
    BOOST_TEST(ran.status == 0, ran.output);
    const std::string words = tool("pdftotext", {job + ".pdf", "-"}).output;
    BOOST_TEST(count(words, "Red flags") == (job == "two" ? 2U : 1U), words);
    BOOST_TEST(count(words, "if (x) {") == (job == "two" ? 2U : 0U), words);
  }
}

// A file of another name is not read in its place.
BOOST_AUTO_TEST_CASE(a_job_of_another_name_sets_its_own_words) {
  folder = path / "out/en";
  for (const std::string name : {"first", "second"}) {
    write("out/en/" + name + ".tex",
          "\\documentclass[max-size=14]{listok}\n\\begin{document}\n"
          "\\begin{sheet}[id=first]{Sheet}\nWords of the " +
              name +
              ".\n\\end{sheet}\n"
              "\\end{document}\n");
  }
  tool("xelatex", {"-interaction=nonstopmode", "-jobname=output", "second"});
  const std::string words = tool("pdftotext", {"output.pdf", "-"}).output;
  BOOST_TEST(contains(words, "Words of the second."), words);
}

BOOST_AUTO_TEST_CASE(what_a_table_does_not_know_between_its_rows) {
  folder = path / "out/en";
  write("out/en/table.tex",
        "\\documentclass{listok}\n\\begin{document}\n\\begin{sheet}[id=a]{T}\n"
        "\\begin{sheettable}{lr}\none & 1 \\\\ \\noalign{\\hrule} two & 2 \\\\\n"
        "\\end{sheettable}\n\\end{sheet}\n\\end{document}\n");
  const Ran ran = tool("xelatex", {"-interaction=nonstopmode", "table"});
  BOOST_TEST(ran.status == 1);
  BOOST_TEST(contains(ran.output, "Between rows of the table stands what"), ran.output);
}

BOOST_AUTO_TEST_SUITE_END()

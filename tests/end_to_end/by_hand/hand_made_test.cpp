// What a LaTeX person writes into sheets, set by plain xelatex: references, addresses, lists, tables, several
// sheets in one file; and that a sheet is the same in whatever batch.
#include <boost/test/unit_test.hpp>

#include "tests/end_to_end/support/placed_words.hpp"
#include "tests/end_to_end/support/program.hpp"
#include "tests/needs.hpp"

using namespace listok::tests;

namespace {

struct HandMade : Program {
  HandMade() {
    write("bank/listok.yaml", "title: Hand\nfooter: Foot\npreamble: own.sty\n");
    write("bank/own.sty", "\\ProvidesPackage{own}\n");
    for (const std::string id : {"01-a", "02-b"}) {
      write("bank/en/" + id + ".md", "# Sheet\n\n## Question\n\nWhat?\n\n## Answer\n\nThat.\n");
    }
    BOOST_TEST_REQUIRE(listok({"emit", "bank"}).status == 0);
    folder = path / "out/en";
  }

  // `preamble` and `body` set by xelatex `runs` times; what it said in the last.
  Ran set(const std::string& preamble, const std::string& body, int runs = 1) const {
    for (const char* ending : {".aux", ".out", ".pdf"}) {
      fs::remove(folder / (std::string("hand") + ending));
    }
    write("out/en/hand.tex", "\\documentclass[max-size=14]{listok}\n" + preamble +
                                 "\\begin{document}\n" + body + "\\end{document}\n");
    Ran ran;
    for (; runs > 0; --runs) ran = tool("xelatex", {"-interaction=nonstopmode", "hand"});
    return ran;
  }

  static std::string sheet(const std::string& text) {
    return "\\begin{sheet}[id=x, number=7]{All \\code{a\\_b}}\n" + text + "\\end{sheet}\n";
  }

  std::string text(const std::string& stem) const {
    return tool("pdftotext", {"-layout", stem + ".pdf", "-"}).output;
  }

  // Of a table of these columns and rows.
  Ran set_table(const std::string& columns, const std::string& rows) const {
    return set("", sheet("\\begin{sheettable}{" + columns + "}\n" + rows + "\\end{sheettable}\n"));
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(hand_made, HandMade)

// In formulas the letters are those of formulas: not in an address, which url sets by one.
BOOST_AUTO_TEST_CASE(addresses_of_the_package_url) {
  for (const std::string package : {"url", "hyperref", "unicode-math, hyperref"}) {
    const Ran ran =
        set("\\usepackage{" + package + "}\n",
            sheet("\\url{https://example.org/a_b-c~d?x=1&y=%20#f'`} $x$ \\path{C:\\dir}\n"));
    BOOST_TEST(ran.status == 0, ran.output);
    BOOST_TEST(contains(text("hand"), "https://example.org/a_b-c~d?x=1&y=%20#f'`"), text("hand"));
    BOOST_TEST(contains(text("hand"), "C:\\dir"), text("hand"));
  }
}

BOOST_AUTO_TEST_CASE(references_of_hyperref_and_cleveref) {
  const std::string body = sheet(
      "\\label{of-sheet}\n\\begin{equation}\\label{eq}a=b\\end{equation}\n"
      "\\begin{align}c&=d\\label{al}\\end{align}\n"
      "\\begin{enumerate}\\item\\label{it} I.\\end{enumerate}\n"
      "\\begin{figure}X\\caption{Cap}\\label{fig}\\end{figure}\n"
      "R[\\ref{of-sheet},\\ref{eq},\\ref{al},\\ref{it},\\pageref{fig}]\n"
      "\\ifdefined\\hypertarget A[\\autoref{eq},\\autoref{it},\\autoref{fig}]"
      " N[\\nameref{eq},\\nameref{fig}]\\fi\n"
      "\\ifdefined\\cref C[\\cref{eq},\\cref{al},\\cref{it},\\cref{fig}]\\fi\n");
  for (const std::string package : {"", "hyperref", "cleveref", "hyperref, cleveref"}) {
    for (const int runs : {1, 2}) {  // the .aux of the first is read by the second
      const Ran ran = set(package.empty() ? "" : "\\usepackage{" + package + "}\n", body, runs);
      const std::string words = without_spaces(text("hand"));
      BOOST_TEST(contains(words, "R[7,1,2,1,1]"), package << ": " << words);
      if (contains(package, "hyperref")) {
        BOOST_TEST(contains(words, "A[Equation1,item1,Figure1]N[Alla_b,Cap]"), words);
      }
      if (contains(package, "cleveref")) {
        BOOST_TEST(contains(words, "C[eq.(1),eq.(2),item1,fig.1]"), words);
      }
      if (runs == 2) BOOST_TEST(!contains(ran.output, "may have changed"), ran.output);
    }
  }
}

// The figure of the other sheet, and its page, do not count.
BOOST_AUTO_TEST_CASE(a_sheet_is_the_same_in_whatever_batch) {
  write("bank/own.sty",
        "\\ProvidesPackage{own}\n\\RequirePackage{fancyhdr}\\pagestyle{fancy}\\fancyhf{}\n"
        "\\fancyfoot[C]{page \\thepage}\\newtheorem{law}{Law}\n");
  for (const std::string id : {"01-a", "02-b"}) {
    replace("out/en/" + id + ".tex", "That.",
            "\\begin{figure}X\\caption{Cap}\\end{figure}\\begin{law}L\\end{law}");
  }
  folder = path;
  BOOST_TEST(listok({"build", "bank"}).status == 0);
  for (const std::string id : {"01-a", "02-b"}) {
    for (const char* part : {"page 1", "Figure 1. Cap", "Law 1"}) {
      BOOST_TEST(contains(text("out/en/" + id), part), id << ": " << text("out/en/" + id));
    }
  }
}

// A sheet is passed over while another is read again: whatever it holds, and whatever began it.
BOOST_AUTO_TEST_CASE(several_sheets_in_one_file) {
  const std::string preamble =
      "\\newenvironment{mine}[1]{\\begin{sheet}[id=m]{#1}}{\\end{sheet}}\n"
      "\\newenvironment{direct}[1]{\\sheet[id=d]{#1}}{\\endsheet}\n"
      "\\newcommand\\short[2]{\\begin{sheet}{#1}#2\\end{sheet}}\n";
  const std::string body =
      "\\begin{sheet}{First}\nAlpha. % \\end{sheet}\n\\begin{verbatim}\nif (x) {  100%\n"
      "\\end{verbatim}\n50\\%\\end{sheet}\n"
      "\\begin{mine}{Second}\nBeta.\n\\begin{verbatim}\n}\n\\end{verbatim}\n\\end{mine}\n"
      "\\begin{direct}{Third}\nGamma.\n\\end{direct}\n"
      "\\short{Fourth}{Delta.}\n\\short{Fifth}{Epsilon.}\n"
      "\\begin{sheet}{Sixth}\n\\begin{sheetsection}[key=question]{Q}\nZeta.\n\\end{sheetsection}\n"
      "\\begin{sheetsection}[key=answer]{A}\n\\begin{verbatim}\n{{\n\\end{verbatim}\nEta.\n"
      "\\end{sheetsection}\n\\end{sheet}\n";
  for (const bool answers : {true, false}) {
    const Ran ran = set(preamble + (answers ? "" : "\\listoksetup{noanswers}\n"), body);
    BOOST_TEST(ran.status == 0, ran.output);
    const std::string words = text("hand");
    for (const char* word : {"First", "Alpha.", "if (x) {", "50%", "Second", "Beta.", "Third",
                             "Gamma.", "Fourth", "Delta.", "Fifth", "Epsilon.", "Sixth", "Zeta."}) {
      BOOST_TEST(count(words, word) == 1U, word << ": " << words);
    }
    BOOST_TEST(contains(words, "Eta.") == answers, words);
    BOOST_TEST(count(words, "\f") == 6U, words);
  }
}

// Long numbers of enumitem's lists begin where the text does; past z) numbers go on.
BOOST_AUTO_TEST_CASE(long_numbers_with_enumitem) {
  const Ran ran = set("\\usepackage{enumitem}\n",
                      sheet("Text.\n\\begin{enumerate}[start=1362, last=1364]\n\\item one\n"
                            "\\begin{enumerate}[start=100, last=101, mark={)}]\\item two\n"
                            "\\end{enumerate}\n\\end{enumerate}\n"));
  BOOST_TEST(ran.status == 0, ran.output);
  const std::string boxes = tool("pdftotext", {"-bbox", "hand.pdf", "-"}).output;
  const double margin = word_of(boxes, "Text.").left;
  BOOST_TEST(word_of(boxes, "1362.").left > margin - 1, boxes);
  BOOST_TEST(word_of(boxes, "100)").left > word_of(boxes, "one").left - 1, boxes);
  BOOST_TEST(word_of(boxes, "two").left > word_of(boxes, "100)").right, boxes);
}

BOOST_AUTO_TEST_CASE(rows_that_lack_cells) {
  const Ran ran = set_table("lcr",
                            "a & b & c \\tableheadend\nd \\\\\ne & f \\tabularnewline\n"
                            "\\multicolumn{2}{l}{wide} \\\\\ng & h & i \\\\\nlast\n");
  BOOST_TEST(ran.status == 0, ran.output);
  const std::string boxes = tool("pdftotext", {"-bbox", "hand.pdf", "-"}).output;
  for (const char* word : {"d", "e", "wide", "g", "last"}) {
    BOOST_TEST(std::abs(word_of(boxes, word).left - word_of(boxes, "a").left) < 0.1, word);
  }
}

BOOST_AUTO_TEST_CASE(columns_as_a_tabular_has_them) {
  const Ran ran = set_table("|l|p{3cm}|*{2}{r}@{}|",
                            "a & b & c & d \\\\\nk & words that are long & 12 & 13 \\\\\n");
  BOOST_TEST(ran.status == 0, ran.output);
  for (const char* said : {"The columns of a sheettable are l, c, r and X", "| draws no rule",
                           "p, m and b are taken for X"}) {
    BOOST_TEST(contains(ran.output, said), ran.output);
  }
  const std::string boxes = tool("pdftotext", {"-bbox", "hand.pdf", "-"}).output;
  BOOST_TEST(word_of(boxes, "k").left < word_of(boxes, "words").left);
  BOOST_TEST(word_of(boxes, "long").right < word_of(boxes, "12").left);
  BOOST_TEST(word_of(boxes, "12").right < word_of(boxes, "13").left);
}

BOOST_AUTO_TEST_CASE(mistakes_in_a_table_are_named) {
  const Ran many = set_table("lr", "a & b \\\\\nc & d & e \\\\\n");
  BOOST_TEST(many.status == 1);
  BOOST_TEST(contains(many.output, "Row 2 has 3 cells in a table of 2 columns"), many.output);
  const Ran strange = set_table("lz", "a & b \\\\\n");
  BOOST_TEST(strange.status == 1);
  BOOST_TEST(contains(strange.output, "There is no column `z' in a sheettable"), strange.output);
}

BOOST_AUTO_TEST_SUITE_END()

// Sheets in documents of other classes: options, headings, languages, what can go wrong.
#include <boost/test/unit_test.hpp>

#include "tests/end_to_end/support/hosts.hpp"

using namespace listok::tests;

namespace {

// The .tex files of both banks are there, without a PDF.
struct Hosts : Host {
  Hosts() {
    listok({"emit", LISTOK_BANK});
    listok({"emit", LISTOK_CONTENT "/sampler", "-o", "sampler"});
    fs::copy(path / "out/ru/listok.sty", path / "listok.sty");
  }

  // Makes a document of `preamble` and `body`; its text, or what was said when it has errors.
  std::string made(const std::string& engine, const std::string& preamble,
                   const std::string& body) const {
    write("host.tex", preamble + "\\begin{document}\n" + body + "\\end{document}\n");
    fs::remove_all(path / engine);
    const Ran ran = make(engine, "host");
    return ran.status == 0 ? letters_of(text(engine, "host")) : "failed: " + ran.output;
  }
};

const std::string english = "\\documentclass{article}\n\\usepackage{fontspec, amsmath, amssymb}\n";

}  // namespace

BOOST_FIXTURE_TEST_SUITE(hosts, Hosts, needs_hosts())

BOOST_AUTO_TEST_CASE(every_element_in_a_chapter_of_a_book_with_links) {
  for (const std::string engine : engines) {
    const std::string text =
        made(engine,
             "\\documentclass{book}\n\\usepackage{fontspec, amsmath, amssymb, hyperref}\n"
             "\\usepackage[folder=sampler/en, heading=chapter]{listok}\n",
             "\\tableofcontents\n\\listokinput{01-elements}\n"
             "Chapter \\ref{listok:01-elements} is «\\nameref{listok:01-elements}».\n");
    for (const char* part :
         {"1Allelements:“quotes”,code,E=mc2and→arrows1", "senior·sampler·allelements", "QKᵀ",
          "python", "MHA", "4.andgoingon", "Apicturewithacaption",
          "Chapter1is«Allelements:“quotes”,code,E=mc2and→arrows»"}) {
      BOOST_TEST(contains(text, part), engine << ": " << part << " is not in\n" << text);
    }
    const std::string outline = read(path / engine / "host.out");
    BOOST_TEST(contains(outline, "chapter.1"), outline);
  }
}

// Its sums are characters, which are commands in formulas.
BOOST_AUTO_TEST_CASE(every_element_beside_unicode_math) {
  for (const std::string engine : engines) {
    const std::string text = made(engine,
                                  "\\documentclass{article}\n\\usepackage{fontspec, amsmath, "
                                  "unicode-math}\n\\usepackage[folder=sampler/en]{listok}\n",
                                  "\\listokinput{01-elements}\n");
    BOOST_TEST(contains(text, "∑"), engine << ": " << text);
    BOOST_TEST(contains(text, "softmax"), engine << ": " << text);
  }
}

// The title of a frame is set when the sheet in it is over.
BOOST_AUTO_TEST_CASE(a_title_with_code_above_a_frame) {
  for (const std::string engine : engines) {
    const std::string text =
        made(engine,
             "\\documentclass{beamer}\n\\usepackage{fontspec}\n"
             "\\usepackage[folder=sampler/en, heading=frametitle, noanswers]{listok}\n",
             "\\begin{frame}\\listokinput{01-elements}\\end{frame}\n");
    BOOST_TEST(contains(text, "code"), engine << ": " << text);
    BOOST_TEST(contains(text, "→arrows"), engine << ": " << text);
  }
}

BOOST_AUTO_TEST_CASE(cleveref_names_a_sheet_or_its_heading) {
  const std::string text = made(
      "xelatex", english + "\\usepackage{hyperref, cleveref}\\usepackage[folder=out/en]{listok}\n",
      "\\listokinput[heading=section]{05-kv-memory}\n\\listokinput{01-mqa-gqa}\n"
      "See \\cref{listok:05-kv-memory} and \\cref{listok:01-mqa-gqa}.\n");
  BOOST_TEST(contains(text, "Seesection1andsheet1."), text);
}

BOOST_AUTO_TEST_CASE(an_engine_that_cannot_do_it_is_told) {
  write("host.tex",
        "\\documentclass{article}\\usepackage{listok}\n\\begin{document}\\end{document}");
  const Ran ran = tool("pdflatex", {"-interaction=nonstopmode", "host"});
  BOOST_TEST(contains(ran.output, "The package needs XeLaTeX or LuaLaTeX"), ran.output);
  BOOST_TEST(!contains(ran.output, "capacity"), ran.output);
}

BOOST_AUTO_TEST_CASE(all_sheets_of_a_folder_in_order) {
  BOOST_TEST(read("out/ru/listok.lst").starts_with("01-mqa-gqa\n02-paged-attention\n"));
  for (const std::string engine : engines) {
    const std::string text = made(engine,
                                  english +
                                      "\\usepackage[folder=out/en, sections=question, "
                                      "heading=section*, notags]{listok}\n",
                                  "\\listokinputall\nLast: \\ref{listok:15-memory-claim}.\n");
    BOOST_TEST(count(text, "Question") == 15U, text);
    BOOST_TEST(text.find("MQA/GQA&theKVcache") < text.find("PagedAttention(vLLM)"), text);
    BOOST_TEST(contains(text, "Last:15."), text);
    BOOST_TEST(!contains(text, "middle·"), text);
  }
}

BOOST_AUTO_TEST_CASE(the_list_holds_the_sheets_that_are_there) {
  BOOST_TEST(listok({"emit", LISTOK_BANK, "--only", "02-paged-attention", "-o", "one"}).status ==
             0);
  BOOST_TEST(read("one/en/listok.lst") == "02-paged-attention\n");
  BOOST_TEST(listok({"emit", LISTOK_BANK, "--only", "01-mqa-gqa", "-o", "one"}).status == 0);
  BOOST_TEST(read("one/en/listok.lst") == "01-mqa-gqa\n02-paged-attention\n");
}

BOOST_AUTO_TEST_CASE(headings_and_sections_of_one_sheet) {
  const std::string text = made(
      "xelatex", english + "\\usepackage[folder=out/en]{listok}\n",
      "\\section{First}\n"
      "\\listokinput{01-mqa-gqa}\n"
      "\\listokinput[heading=none, sections={question, red-flags}]{05-kv-memory}\n"
      "\\listokinput[heading=subsection, noanswers]{02-paged-attention}\n"
      "\\ref{listok:01-mqa-gqa} \\ref{listok:05-kv-memory} \\ref{listok:02-paged-attention}\n");
  BOOST_TEST(contains(text, "1MQA/GQA&theKVcache"), text);
  BOOST_TEST(contains(text, "CountsonlyVorforgetsK"), text);
  BOOST_TEST(!contains(text, "KVmemory:formula"), text);
  BOOST_TEST(contains(text, "1.1PagedAttention(vLLM)"), text);
  BOOST_TEST(!contains(text, "Insteadoflinearbuffers"), text);
  BOOST_TEST(contains(text, "111.1"), text);  // of the sheet, of the section around, of the heading
}

BOOST_AUTO_TEST_CASE(answers_follow_any_switch_until_told_otherwise) {
  const std::string preamble = english +
                               "\\newif\\ifsolutions\n"
                               "\\usepackage[folder=out/en, follow=solutions]{listok}\n";
  const std::string answer = "TheKVcachestores";
  BOOST_TEST(!contains(made("xelatex", preamble, "\\listokinput{05-kv-memory}\n"), answer));
  BOOST_TEST(
      contains(made("xelatex", preamble, "\\solutionstrue\\listokinput{05-kv-memory}\n"), answer));
  BOOST_TEST(contains(made("xelatex", preamble, "\\listokinput[answers]{05-kv-memory}\n"), answer));
  const std::string both = made("xelatex", preamble,
                                "\\listoksetup{answers}\\listokinput{05-kv-memory}"
                                "\\listokinput[noanswers, prefix=b:]{05-kv-memory}\n");
  BOOST_TEST(count(both, answer) == 1U, both);
}

BOOST_AUTO_TEST_CASE(two_languages_with_polyglossia_and_with_babel) {
  const std::string faces =
      "\\setmainfont{PT Serif}\\setsansfont{PT Sans}\\setmonofont{PT Mono}\n"
      "\\usepackage[folder=out/ru, sections=question]{listok}\n";
  const std::string polyglossia =
      "\\documentclass{article}\n\\usepackage{polyglossia}\n"
      "\\setdefaultlanguage{english}\\setotherlanguage{russian}\n" +
      faces;
  const std::string babel =
      "\\documentclass{article}\n\\usepackage{fontspec}\n\\usepackage[russian, english]{babel}\n" +
      faces;
  for (const std::string& preamble : {polyglossia, babel}) {
    const std::string text = made("xelatex", preamble,
                                  "\\listokinput[heading=none]{05-kv-memory}\n\\languagename\n"
                                  "\\AddToHook{cmd/section/before}{[\\languagename]}\n"
                                  "\\listokinput[heading=section]{05-kv-memory}\n");
    BOOST_TEST(contains(text, "Какоценитьпамять"), text);
    BOOST_TEST(contains(text, "english"), text);
    BOOST_TEST(contains(text, "[russian]"), text);
    BOOST_TEST(!contains(log("xelatex", "host"), "does not load"));
  }
}

BOOST_AUTO_TEST_CASE(a_section_that_is_not_there_is_told) {
  made("xelatex", english + "\\usepackage[folder=out/en]{listok}\n",
       "\\listokinput[sections={question, hints}]{01-mqa-gqa}\n"
       "\\listokinput[noanswers]{05-kv-memory}\n"
       "\\listokinput{02-paged-attention}\n");
  const std::string told = log("xelatex", "host");
  BOOST_TEST(count(told, "The sheet `01-mqa-gqa' has no section `hints'") == 1U, told);
  BOOST_TEST(count(told, "has no section") == 1U, told);
}

BOOST_AUTO_TEST_CASE(a_language_that_is_named_by_an_option) {
  write("uk/listok.yaml", "");
  write("uk/uk/01-a.md", "# Пошук\n\n## Запитання\n\nСкільки?\n");
  BOOST_TEST(listok({"emit", "uk", "-o", "other"}).status == 0);
  const std::string text = made(
      "xelatex",
      "\\documentclass{article}\n\\usepackage{polyglossia}\n"
      "\\setdefaultlanguage{english}\\setotherlanguage{ukrainian}\n"
      "\\setmainfont{PT Serif}\\setsansfont{PT Sans}\\setmonofont{PT Mono}\n"
      "\\usepackage[folder=other/uk]{listok}\n",
      "\\AddToHook{cmd/section/before}{[\\languagename]}\n\\listokinput[heading=section]{01-a}\n");
  BOOST_TEST(contains(text, "[ukrainian]"), text);
  BOOST_TEST(contains(text, "Скільки?"), text);
}

BOOST_AUTO_TEST_CASE(a_language_that_the_host_lacks_is_told_once) {
  const std::string text =
      made("xelatex",
           "\\documentclass{article}\n\\usepackage{fontspec}\\setmainfont{PT Serif}\n"
           "\\setmonofont{PT Mono}\n\\usepackage[folder=out/ru]{listok}\n",
           "\\listokinput{05-kv-memory}\\listokinput{01-mqa-gqa}\n");
  BOOST_TEST(contains(text, "Какоценитьпамять"), text);
  BOOST_TEST(count(log("xelatex", "host"), "This document does not load russian") == 1U);
}

BOOST_AUTO_TEST_CASE(no_character_is_lost) {
  for (const std::string engine : engines) {
    // Latin Modern has no ≈, which is then taken from another face, and no Cyrillic.
    const std::string preamble = english + "\\usepackage[folder=out/ru]{listok}\n";
    BOOST_TEST(contains(made(engine, preamble, "\\listokinput[folder=out/en]{05-kv-memory}\n"),
                        "bytes≈batch"));
    BOOST_TEST(made(engine, preamble, "\\listokinput{05-kv-memory}\n").starts_with("failed: "),
               engine);
    BOOST_TEST(contains(log(engine, "host"), "Missing character"), engine);
  }
}

BOOST_AUTO_TEST_CASE(mistakes_are_named) {
  const std::string preamble = english + "\\usepackage[folder=out/en]{listok}\n";
  struct Row {
    const char* body;
    const char* says;
  };
  const Row rows[] = {
      {"\\listokinput[heading=chapter]{05-kv-memory}\n", "There is no heading `chapter'"},
      {"\\listokinput[follow=nothing]{05-kv-memory}\n", "There is no switch `nothing'"},
      {"\\listokinputall[folder=nowhere]\n", "There is no list of sheets `nowhere/listok.lst'"},
      {"\\listokinput[hedding=none]{05-kv-memory}\n", "hedding"},
  };
  for (const Row& row : rows) {
    const std::string said = made("xelatex", preamble, row.body);
    BOOST_TEST(said.starts_with("failed: "), row.says);
    BOOST_TEST(contains(said, row.says), said);
  }
}

BOOST_AUTO_TEST_SUITE_END()

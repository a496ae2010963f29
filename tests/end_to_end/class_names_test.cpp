// The names that the class and the package define: private ones begin with listok@, public ones are
// in docs/latex.md and docs/formulas.md, those of LaTeX that are redefined are listed here.
//
// What the text says is read from the text: so nothing is missed that no run reaches. What is made
// by \csname, as symbols are, is found in the log of real runs with \tracingassigns.
#include <boost/test/unit_test.hpp>
#include <algorithm>
#include <cctype>
#include <iterator>
#include <regex>
#include <set>
#include <sstream>

#include "latex/class/class_files.hpp"
#include "tests/end_to_end/support/hosts.hpp"

using namespace listok::tests;

namespace {

using Names = std::set<std::string>;

struct Purpose {
  std::string reason;
  Names names;
};

// Names of LaTeX and of packages that are given another meaning on purpose.
const std::vector<Purpose> on_purpose = {
    {"every class must define them",
     {"@listi",         "@listii",    "@listiii",    "@listiv",      "@makefntext", "description",
      "enddescription", "endquote",   "quote",       "labelenumi",   "labelenumii", "labelenumiii",
      "labelenumiv",    "labelitemi", "labelitemii", "labelitemiii", "labelitemiv", "normalsize",
      "theenumi",       "theenumii",  "theenumiii",  "theenumiv"}},
    {"a page style, and packages that ask for one",
     {"@evenfoot", "@evenhead", "@oddfoot", "@oddhead", "@thefoot", "@thehead", "ps@listok"}},
    {"packages ask for the size in force", {"@currsize", "@ptsize"}},
    {"figure and table with \\caption, as every class has them",
     {"@captype", "@makecaption", "abovecaptionskip", "belowcaptionskip", "ext@figure", "ext@table",
      "figure", "figurename", "fnum@figure", "fnum@table", "fps@figure", "fps@table",
      "ftype@figure", "ftype@table", "table", "tablename"}},
    {"the page of a colour package is ours", {"no@page@color", "set@color", "set@page@color"}},
    {"rules between the rows of a table; they are as they were within a cell",
     {"addlinespace", "bottomrule", "cline", "cmidrule", "hline", "midrule", "morecmidrules",
      "multicolumn", "specialrule", "toprule"}},
    {"the kernel's lists of signs are run by it", {"do"}},
    {"counters begin each reading as they began the first", {"@elt"}},
    {"what stands before a sheet has been done, when its file is read again",
     {"@ifdefinable", "DocumentMetadata", "NewDocumentCommand", "PassOptionsToClass",
      "PassOptionsToPackage", "RequirePackage", "include", "includeonly", "thispagestyle"}},
    {"the faces of the class",
     {"bfdefault", "familydefault", "rmdefault", "sfdefault", "ttdefault"}},
    {"no face is chosen while a format is made", {"selectfont"}},
    {"polyglossia looks faces up at each change of one: a page would take seven times as long",
     {"cyrillicfont", "cyrillicfontsf", "cyrillicfonttt", "normalfont", "reset@font", "rmfamily",
      "sffamily", "ttfamily"}},
    {"a machine without Russian patterns, which is an error already", {"l@russian"}},
    {"packages ask for the language, of which polyglossia knows nothing", {"languagename"}},
    {"the lists of the kernel keep its \\item", {"list", "trivlist"}},
    {"enumerate numbers as the kernel does", {"@enumctr"}},
    {"footnotes of a sheet are gathered at its end, as in a minipage",
     {"@footnotetext", "@mpfn", "thempfn"}},
    {"labels need no second run", {"protected@write"}},
    {"what is not set is passed over as raw text", {"@currenvline", "do"}},
    {"beamer refuses lists of four levels, and parts the first item from its heading",
     {"beamer@firstlineitemizeunskip", "makelabel"}},
    {"a sheet is a whole document, read within another",
     {"@currenvir", "documentclass", "enddocument"}},
    {"\\ref and \\nameref lead to a sheet",
     {"@currentHref", "@currentlabel", "@currentlabelname", "M@currentTitle"}},
    {"the table of symbols calls it", {"UnicodeMathSymbol"}},
    {"the font of formulas is read when the first one is met", {"check@mathfonts"}},
    {"parts of formulas, by an OpenType font",
     {"|", "Relbar", "dotsb", "dotsc", "dotsi", "dotsm", "dotso", "mathellipsis", "relbar",
      "sqrtsign"}},
    {"the rows of an index: amsmath reads parameters of faces that this one numbers otherwise",
     {"subarray"}},
    {"in a group, an argument becomes the characters it stands for",
     {"#", "$", "%", "&", ",", "-", "mbox", "textasciicircum", "textasciigrave", "textasciitilde",
      "textbackslash", "textquotedbl", "textquotesingle", "{", "}"}},
};

// Private names that the package defines, and the class again: what a host has otherwise, what a
// sheet says of itself, scratch. Any other is two things by one name.
const Names shared = {
    "listok@anybreaks",    "listok@bankfooter", "listok@behind",     "listok@close",
    "listok@codebreaks",   "listok@codelimit",  "listok@difficulty", "listok@enter",
    "listok@enumerate",    "listok@fitpicture", "listok@fourfonts",  "listok@gauge",
    "listok@id",           "listok@insidebox",  "listok@lastnumber", "listok@lastresort",
    "listok@leave",        "listok@listmark",   "listok@longtitle",  "listok@loose",
    "listok@maxsize",      "listok@minsize",    "listok@morefaces",  "listok@next",
    "listok@number",       "listok@opened",     "listok@ownpages",   "listok@pour",
    "listok@probeface",    "listok@row",        "listok@sections",   "listok@size",
    "listok@smallertable", "listok@start",      "listok@startbox",   "listok@tablesize",
    "listok@tags",         "listok@tellcell",   "listok@tempa",      "listok@tempb",
    "listok@titlesize",    "listok@token",      "listok@twoheads",   "listok@vskip"};

// What LaTeX itself makes when it loads a class or a package, or uses a font.
bool is_machinery(const std::string& name) {
  static const Names scratch = {"@fortmp", "__keys_unknown_handler_listok:nn",
                                "l__hook_label_listok_seq", "l__hook_label_listok_tl"};
  // Within sheetcode these mean themselves.
  static const Names of_code = {"\"", "'", "`", ">", "-", ",", "^^I", "\t"};
  static const std::regex of_a_module("[glc]?__(?!listok).*|(reserved|target|series|shape|r)@.*");
  const bool is_active_character = static_cast<unsigned char>(name.front()) > 127;
  return is_active_character || name.find_first_of("/+.<= ?*~") != std::string::npos ||
         scratch.contains(name) || of_code.contains(name) || std::regex_match(name, of_a_module);
}

bool is_letter(char character) { return std::isalpha(static_cast<unsigned char>(character)) != 0; }

struct ClassNames : Host {
  const fs::path sheets = path / "sampler/en";
  std::string docs;

  ClassNames() {
    environment["max_print_line"] = "10000";  // a name stands in one line of the log
    for (const char* page : {"/latex.md", "/formulas.md"}) {
      docs += listok::latex::read_file(std::string(LISTOK_DOCS) + page).value();
    }
    listok({"emit", LISTOK_CONTENT "/sampler", "-o", "sampler"});
    folder = sheets;
  }

  // As \name, or as \begin{name}.
  bool is_documented(const std::string& name) const {
    const std::string command = "\\" + name;
    for (auto at = docs.find(command); at != std::string::npos; at = docs.find(command, at + 1)) {
      const bool is_word = is_letter(name.back());
      if (!is_word || !is_letter(docs[at + command.size()])) return true;
    }
    const std::string block = name.starts_with("end") ? name.substr(3) : name;
    return contains(docs, "\\begin{" + block + "}");
  }

  bool is_allowed(const std::string& name) const {
    static const std::regex ours("(if|end)?listok@.*");
    return std::regex_match(name, ours) || is_documented(name) ||
           std::ranges::any_of(on_purpose,
                               [&](const Purpose& p) { return p.names.contains(name); });
  }

  // The names that were free before a run of this document.
  Names made_by(const std::string& engine, const std::string& document) const {
    write("sampler/en/names.tex", "\\tracingassigns1\n" + document);
    const Ran ran = tool(engine, {"-interaction=nonstopmode", "-halt-on-error", "names"});
    BOOST_REQUIRE_MESSAGE(ran.status == 0, ran.output.substr(0, 4000));
    std::istringstream log(read("sampler/en/names.log"));
    Names names;
    const std::string change = "changing ";
    const std::string free = "=undefined}";
    for (std::string line; std::getline(log, line);) {
      const auto at = line.find(change);
      if (!line.starts_with('{') || at == std::string::npos || !line.ends_with(free)) continue;
      std::string name = line.substr(at + change.size());
      name.resize(name.size() - free.size());
      name.erase(0, name.find_first_not_of('\\'));
      names.insert(name);
    }
    return names;
  }

  void expect_no_stray(const Names& with, const Names& without) const {
    BOOST_TEST(std::ranges::count_if(with, [](const std::string& name) {
                 return name.starts_with("listok@");
               }) > 200);  // the log was read
    for (const std::string& name : with) {
      BOOST_TEST((without.contains(name) || is_machinery(name) || is_allowed(name)),
                 "a stray name: " << name);
    }
  }
};

// Of every \def, \let, \newcount … of the text.
Names defined_in(std::string_view text) {
  static const std::regex comment(R"((^|[^\\])%[^\n]*)");
  static const std::regex definition(
      R"(\\(?:[egx]?def|let|futurelet|(?:count|dimen|skip|toks|char|mathchar)def|new[A-Za-z]+|)"
      R"(providecommand|(?:Declare|New|Renew|Provide)[A-Za-z]*Command[A-Za-z]*|)"
      R"([a-z]+_g?(?:new|set)[a-z_]*:N[A-Za-z]*))"
      R"(\s*\*?\{?(?:\\([A-Za-z@][A-Za-z@_]*|[^A-Za-z@\s])|(?=[a-z])([A-Za-z@]+)\}))");
  const std::string code = std::regex_replace(std::string(text), comment, "$1%");
  Names names;
  for (std::sregex_iterator at(code.begin(), code.end(), definition), end; at != end; ++at) {
    names.insert((*at)[1].matched ? (*at)[1] : (*at)[2]);
  }
  // Names that are made of others: the runs show which these are.
  for (const char* made : {"csname", "expandafter", "noexpand"}) names.erase(made);
  return names;
}

const std::string same_packages = "\\usepackage{amsmath, amssymb, mathrsfs, bm, graphicx}\n";
// Of LaTeX and its packages, what a sheet makes use of.
const std::string same_features =
    "\\begin{document}\n\\section{s}\\textit{i}\\textbf{b\\textit{i}}\\texttt{c}{\\sffamily s}$x$\n"
    "$\\begin{aligned}x&=y\\\\z\\end{aligned}$\n"
    "\\begin{minipage}{9cm}x\\footnote{x}\\end{minipage}\\smash{x}\n"
    "{\\fontsize{7.3}{9}\\usefont{OMS}{cmsy}{m}{n}x}\\csname filename@parse\\endcsname{a/b.c}\n"
    "\\begin{enumerate}\\item x\\begin{itemize}\\item x\\end{itemize}\\end{enumerate}\n"
    "\\includegraphics[width=1cm]{images/boxes.png}\n"
    "\\end{document}\n";

}  // namespace

BOOST_FIXTURE_TEST_SUITE(class_names, ClassNames)

BOOST_AUTO_TEST_CASE(of_every_definition_in_the_text) {
  Names found;
  for (const auto& file : listok::latex::class_files()) {
    const Names names = defined_in(file.text);
    BOOST_TEST(names.size() > 100);
    for (const std::string& name : names) {
      BOOST_TEST(is_allowed(name), file.name << " defines a stray name: " << name);
    }
    found.insert(names.begin(), names.end());
    // \newcount finds a register that nobody has.
    static const std::regex by_number(R"(\\(count|dimen|skip|toks|box)(def|[0-9]))");
    BOOST_TEST(!std::regex_search(std::string(file.text), by_number),
               file.name << " has a register by its number");
  }
  for (const Purpose& purpose : on_purpose) {
    for (const std::string& name : purpose.names) {
      BOOST_TEST(found.contains(name), name << " is not redefined, and is on the list");
    }
  }
}

BOOST_AUTO_TEST_CASE(that_class_and_package_share) {
  const auto files = listok::latex::class_files();
  const Names first = defined_in(files[0].text), second = defined_in(files[1].text);
  Names both;
  std::ranges::set_intersection(first, second, std::inserter(both, both.end()));
  std::erase_if(both, [](const std::string& name) {
    return !name.starts_with("listok@") && !name.starts_with("iflistok@");
  });
  BOOST_TEST(both == shared, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(of_a_run_of_the_class) {
  write(
      "sampler/en/two.tex",
      "\\documentclass{listok}\n\\begin{document}\n"
      "\\begin{sheet}[id=two, translation={Two}]{Два}\n\\begin{sheetrow}\n"
      "\\begin{sheetsection}[key=question]{Вопрос}Да\\footnote{Нет}\\label{a}\\end{sheetsection}\n"
      "\\begin{sheetsection}[key=question]{Question}Yes $\\not= x$\\end{sheetsection}\n"
      "\\end{sheetrow}\n\\end{sheet}\n\\end{document}\n");
  write("sampler/en/list.tex",
        "\\documentclass{listok}\n\\begin{document}\n\\begin{contents}{Contents}\n"
        "\\contentsentry[tags={a}, difficulty=b]{1}{One}\n\\end{contents}\n\\end{document}\n");
  write("sampler/en/cover.tex",
        "\\documentclass{listok}\n\\begin{document}\n"
        "\\begin{cover}[edition=e, translation={Two}]{One}\nA line.\n\\end{cover}\n"
        "\\end{document}\n");
  const Names with =
      made_by("xelatex",
              "\\documentclass[russian, space=grid]{listok}\n\\begin{document}\n"
              "\\listokbatch{n}\\listokcap{12}\n"
              "\\listokrun{01-elements}\\listokrun{two}\\listokrun{list}\\listokrun{cover}\n"
              "\\end{document}\n");
  const Names without = made_by(
      "xelatex",
      "\\documentclass{article}\n\\usepackage[no-math]{fontspec}\n\\usepackage{polyglossia}\n"
      "\\setdefaultlanguage[babelshorthands=false]{russian}\n" +
          same_packages +
          "\\newfontfamily\\cyrillicfont{PT Serif}\\newfontfamily\\cyrillicfontsf{PT Sans}\n"
          "\\newfontfamily\\cyrillicfonttt{PT Mono}\n"
          // the symbols of the table, whose names are those of unicode-math
          "\\def\\UnicodeMathSymbol#1#2#3#4{\\let#2\\relax}\n"
          "\\AtBeginDocument{\\setbox0\\vbox{\\input{unicode-math-table}}}\n" +
          same_features);
  expect_no_stray(with, without);
}

BOOST_AUTO_TEST_CASE(of_a_run_of_the_package, needs_hosts()) {
  const std::string head = "\\documentclass{article}\n\\usepackage{fontspec}\n" + same_packages;
  for (const std::string engine : engines) {
    BOOST_TEST_CONTEXT(engine) {
      const Names with = made_by(engine, head +
                                             "\\usepackage[heading=section]{listok}\n"
                                             "\\begin{document}\n\\listoksetup{notags}\n"
                                             "\\listokinput{01-elements}\n"
                                             "\\listokforeach{\\listokinput{#1}}\n"
                                             "\\end{document}\n");
      expect_no_stray(with, made_by(engine, head + same_features));
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

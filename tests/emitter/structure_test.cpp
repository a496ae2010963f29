#include "tests/emitter/structure.hpp"

#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <random>

#include "emitter/bank/item.hpp"
#include "emitter/bank/load.hpp"
#include "emitter/base/diagnostic_list.hpp"
#include "emitter/markdown/markdown.hpp"
#include "emitter/tex/emit.hpp"
#include "tests/whole_book.hpp"

using namespace listok::emitter;
using listok::tests::all_in;
using listok::tests::structure_fault;

namespace {

Emitted emitted(const std::string& markdown) {
  const Bank bank;
  Translation translation;
  translation.language = "ru";
  translation.path = "ru/01-x.md";
  translation.source = std::make_shared<Source>("ru/01-x.md", markdown);
  Document document = read_markdown(*translation.source);
  DiagnosticList findings(*translation.source);
  read_item(bank, std::move(document.blocks), translation, findings);
  Emitted made = emit(bank, Item{.id = "01-x", .number = 1, .translations = {}}, translation);
  const Diagnostics read = findings.take();
  made.diagnostics.insert(made.diagnostics.end(), read.begin(), read.end());
  made.diagnostics.insert(made.diagnostics.end(), document.diagnostics.begin(),
                          document.diagnostics.end());
  return made;
}

// What may stand in a paragraph, a cell, a heading: all of it is text to the emitter, and trouble
// to TeX, to Markdown, or to both.
constexpr std::string_view words[] = {
    "слово",
    "word",
    "a\\_b",
    "100%",
    "#1",
    "\\\\input{x}",
    "{",
    "}",
    "{}",
    "\\[x\\]",
    "[x]",
    "^^5c",
    "a^b",
    "~",
    "&",
    "a & b",
    "&amp;",
    "&lt;b&gt;",
    "&#92;",
    "&nbsp;",
    "&mdash;",
    "--",
    "---",
    "<<",
    ">>",
    ",,",
    "''",
    "\"кавычки\"",
    "'q'",
    "?\\`",
    "\\`",
    "\\$5",
    "5 $ и 10 $",
    "$x^2$",
    "$\\frac12$",
    "$a_{\\text{б в}}$",
    "$\\{x\\mid y\\}$",
    "$[a]$",
    "`code`",
    "`` a`b ``",
    "`{}\\%#$_^~`",
    "`a  b`",
    "`\\end{document}`",
    "`--`",
    "`''`",
    "*курсив*",
    "**жирный**",
    "***оба***",
    "~~нет~~",
    "*a **b** c*",
    "**a *b***",
    "~~a *b* `c`~~",
    "[ссылка](https://a.org/b_c?d=1&e=%20#f)",
    "[**a** `b`](https://a.org)",
    "<https://a.org/~x_y>",
    "[*](https://a.org/(x))",
    "→",
    "α→β",
    "x²",
    "10⁻⁶",
    "é",
    "замо́к",
    "\xC2\xA0",
    "a\\\n",
    "*[x]*",
    "**\\***",
    "\\*",
    "\\-",
    "\\+",
    "1\\.",
    "№ 5",
    "т. е.",
    "…",
    "«»",
    "\\|",
    "\\\\",
    "\\\\\\\\",
    "@",
    "::",
    "/",
    "a/b",
    "KV-кэш",
    "2-3",
    "\\--",
    "*--*",
    "`-`-",
    "-`-`",
    "%%",
    "\\#",
    "\\&",
    "𝔸",
    "☺",
};

class Documents {
 public:
  explicit Documents(std::uint32_t seed) : random_(seed) {}

  std::string next() {
    std::string markdown = "# " + line() + "\n\n";
    for (std::size_t sections = 1 + below(2); sections > 0; --sections) {
      // Two sections cannot have one name.
      markdown += fmt::format("## Раздел {} {}\n\n", sections, line());
      for (std::size_t blocks = 1 + below(4); blocks > 0; --blocks) markdown += block() + "\n";
    }
    return markdown;
  }

 private:
  std::size_t below(std::size_t limit) { return random_() % limit; }

  std::string running() {
    std::string text = "и";
    for (std::size_t count = 1 + below(6); count > 0; --count) {
      if (below(3) > 0) text += ' ';
      text += words[below(std::size(words))];
    }
    return text + "\n";
  }

  // Without ends of lines.
  std::string line() {
    std::string text;
    for (const char c : running()) text += c == '\n' ? ' ' : c;
    return text;
  }

  std::string cell() {
    std::string text;
    for (const char c : line()) text += c == '|' ? ' ' : c;
    return text;
  }

  std::string code() {
    static constexpr std::string_view lines[] = {
        "\\begin{x}\n",       "  if (a[i] && b) { c %= 2; }\n",
        "\t# --x <<y>> ''\n", "\n",
        "`` ~ ^^M\n",         "%\n",
        "$x$ \\end\n"};
    std::string text = "~~~~ c++\n";
    for (std::size_t count = 1 + below(5); count > 0; --count)
      text += lines[below(std::size(lines))];
    return text + "~~~~\n";
  }

  std::string block() {
    switch (below(10)) {
      case 0: return "- " + running() + "- " + running() + "  1. " + line() + "\n";
      case 1: return "- " + line() + "\n\n  " + line() + "\n";
      case 2: return "> " + line() + "\n>\n> - " + line() + "\n";
      case 3:
        return "| " + cell() + " | " + cell() + " |\n|---|:-:|\n| " + cell() + " | " + cell() +
               " |\n";
      case 4: return code();
      case 5: return "### " + line() + "\n";
      case 6: return "$$\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}$$\n\n" + running();
      case 7: return "\\" + running();
      default: return running();
    }
  }

  std::mt19937 random_;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(structure)

// The check is worth what it finds.
BOOST_AUTO_TEST_CASE(faults_are_found) {
  constexpr std::string_view table[][2] = {
      {"слово, \\emph{a} $x_i^2$ {[}a{]} \\% a\\,b", ""},
      {"\\begin{itemize}\n\\item a\n\n\\item b\n\\end{itemize}", ""},
      {"\\begin{sheettable}{lr}a & b \\tabularnewline\n\\end{sheettable}", ""},
      {"a { b", "line 1: `sheet` closes nothing"},
      {"a } b", "line 1: `}` closes nothing"},
      {"\\begin{itemize} { \\end{itemize} }", "line 1: `itemize` closes nothing"},
      {"\\begin{quote}\n\\end{itemize}", "line 2: `itemize` closes nothing"},
      {"\\begin{tikzpicture}", "line 1: the environment `tikzpicture` is not in the vocabulary"},
      {"\\input{x}", "line 1: `\\input` is not in the vocabulary"},
      {"\\textbackslash x", "line 1: `\\textbackslash` without braces"},
      {"\\emph{a\n\nb}", "line 2: a blank line in an argument or a formula"},
      {"a ^^5c", "line 1: `^` in text"},
      {"$a^^5c$", "line 1: `^^`"},
      {"a_b", "line 1: `_` in text"},
      {"a & b", "line 1: `&` outside a table"},
      {"a # b", "line 1: a bare `#`"},
      {"50% b", "line 1: a comment"},
      {"\\item[{a}] b\\item{}", ""},
      {"\\newline[a]", "line 1: `\\newline` runs into what follows"},
      {"\\tabularnewline[a]", "line 1: `\\tabularnewline` runs into what follows"},
      {"a [b]", "line 1: a bare `[`"},
      {"a -- b", "line 1: `--` is a ligature"},
      {"\"a\"", "line 1: a bare `\"`"},
      {"$a", "line 1: the environment `sheet` is not in the vocabulary"},
      {"$$a$$", "line 1: an empty formula"},
      {"$\\def$", "line 1: `\\def` is not in the vocabulary of formulas"},
      {"a \\\\ b", "line 1: `\\\\` in text"},
      {"a\x01", "line 1: a control character"},
  };
  for (const auto& [tex, expected] : table) {
    const std::string whole = fmt::format("\\begin{{sheet}}{}\\end{{sheet}}", tex);
    BOOST_TEST_CONTEXT(tex) { BOOST_TEST(structure_fault(whole) == expected); }
  }
}

BOOST_AUTO_TEST_CASE(the_banks_that_are_shipped) {
  std::size_t sheets = 0;
  for (const auto& folder : std::filesystem::directory_iterator(LISTOK_CONTENT)) {
    const Loaded loaded = load(folder.path());
    if (!loaded.bank) continue;
    for (const Item& item : loaded.bank->items) {
      for (const Translation& translation : item.translations) {
        BOOST_TEST(structure_fault(emit(*loaded.bank, item, translation).tex) == "",
                   translation.path);
        ++sheets;
      }
      if (item.translations.size() == 2) {
        BOOST_TEST(structure_fault(emit_bilingual(*loaded.bank, item).tex) == "", item.id);
      }
    }
    for (const std::string& language : loaded.bank->languages) {
      const BookWords book = all_in(*loaded.bank, language);
      BOOST_TEST(structure_fault(emit_contents(*loaded.bank, book)) == "", language);
      BOOST_TEST(structure_fault(emit_cover(*loaded.bank, book)) == "", language);
    }
  }
  BOOST_TEST(sheets >= 30U);
}

BOOST_AUTO_TEST_CASE(documents_of_hostile_pieces) {
  constexpr std::uint32_t seed = 314159;
  Documents documents(seed);
  std::size_t sound = 0;
  for (int i = 0; i < 2000; ++i) {
    const std::string markdown = documents.next();
    const Emitted made = emitted(markdown);
    if (has_errors(made.diagnostics)) continue;
    ++sound;
    BOOST_TEST_CONTEXT(i << "\n" << markdown << "\n" << made.tex) {
      BOOST_TEST(structure_fault(made.tex) == "");
    }
  }
  // The pieces are text: where they meet, some are read as HTML or as an unclosed formula.
  BOOST_TEST(sound > 1500U);
}

BOOST_AUTO_TEST_CASE(a_key_is_a_name) {
  const std::string tex = emitted("# A\n\n## Параметр α → 100 %\n\nx\n").tex;
  BOOST_TEST(tex.find("\\begin{sheetsection}[key={параметр-α-100}]") != tex.npos, tex);
}

BOOST_AUTO_TEST_SUITE_END()

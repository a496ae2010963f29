#include "latex/log/tex_errors.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "latex/log/missing_face.hpp"

namespace listok::latex {
namespace {

struct Meaning {
  std::string_view begins;  // how TeX's message begins
  std::string_view code;
  std::string_view
      message;  // {0}: what stands in TeX's message, {1}: the last word before the error
  std::string_view hint;
};

// The errors that hand-edited files produce, most of them from "The TeXbook" and "The LaTeX
// Companion". The first that fits is taken; one with {1} fits where there is such a word.
constexpr std::string_view class_error = "Class listok Error: ";
constexpr std::string_view latex_error = "LaTeX Error: ";

constexpr std::array meanings{
    Meaning{
        "Undefined control sequence", "tex-undefined", "`{1}` is not a command that is known here",
        "check its spelling, or load the package that defines it in the preamble of the `.tex`"},
    Meaning{"Undefined control sequence", "tex-undefined", "a command that is not known here",
            "check its spelling"},
    Meaning{"Missing character:", "missing-glyph", "no face of the class has a character: {0}",
            "replace the character, or write it as `\\sym{{…}}` in the `.tex`"},
    Meaning{"Missing $ inserted", "tex-math", "something here belongs in a formula (`{1}`)",
            "put it between dollars, or write `\\_`, `\\^{{}}` for the character itself"},
    Meaning{"Missing $ inserted", "tex-math", "a formula ends at a blank line without its `$`",
            "close the formula, or take out the blank line"},
    Meaning{"Missing } inserted", "tex-brace", "a `}}` is missing before `{1}`",
            "close the group where it ends"},
    Meaning{"Missing } inserted", "tex-brace", "a `}}` is missing",
            "close the group where it ends"},
    Meaning{"Missing { inserted", "tex-brace", "a `{{` is missing before `{1}`", ""},
    Meaning{"Missing { inserted", "tex-brace", "a `{{` is missing", ""},
    Meaning{"Extra }, or forgotten", "tex-brace", "a `}}` closes nothing here",
            "take it out, or open the group"},
    Meaning{"Extra alignment tab", "tex-table",
            "this row has more cells than the table has columns",
            "take out an `&`, or add a column; a literal ampersand is `\\&`"},
    Meaning{"Misplaced alignment tab", "tex-table",
            "`&` separates the cells of a table, and this is none", "a literal ampersand is `\\&`"},
    Meaning{"Too many }'s", "tex-brace", "a `}}` closes nothing here",
            "take it out, or open the group"},
    Meaning{"Runaway argument", "tex-brace", "an argument is never closed", "a `}}` is missing"},
    Meaning{"Paragraph ended before", "tex-brace",
            "an argument ends at a blank line without its `}}`",
            "close the argument, or take out the blank line"},
    Meaning{"File ended while scanning", "tex-brace", "the file ends in the middle of an argument",
            "a `}}` or an `\\end` is missing"},
    Meaning{"Incomplete \\if", "tex-if", "an `\\if…` without its `\\fi`", "a `\\fi` is missing"},
    Meaning{"Double superscript", "tex-math", "two superscripts on one thing",
            "write `{{a^b}}^c` or `a^{{bc}}`"},
    Meaning{"Double subscript", "tex-math", "two subscripts on one thing",
            "write `{{a_b}}_c` or `a_{{bc}}`"},
    Meaning{"Display math should end with $$", "tex-math", "a display formula is not closed", ""},
    Meaning{"Extra \\right", "tex-math", "a `\\right` without its `\\left`", ""},
    Meaning{"Missing \\right", "tex-math", "a `\\left` without its `\\right`", ""},
    Meaning{"Missing delimiter", "tex-math", "`\\left` and `\\right` want a bracket after them",
            ""},
    Meaning{"Missing number", "tex-number", "a number is missing before `{1}`", ""},
    Meaning{"Missing number", "tex-number", "a number is missing", ""},
    Meaning{"Illegal unit of measure", "tex-number", "a length without its unit",
            "write for example `3mm`"},
    Meaning{"Illegal parameter number", "tex-special", "`#` is special to LaTeX",
            "a literal one is `\\#`"},
    Meaning{"You can't use `macro parameter", "tex-special", "`#` is special to LaTeX",
            "a literal one is `\\#`"},
    Meaning{"You can't use", "tex-place", "this cannot stand here: {0}", ""},
    Meaning{"LaTeX Error: Environment", "tex-environment", "an environment that is not known: {0}",
            "check its name"},
    Meaning{"LaTeX Error: \\begin{", "tex-environment", "environments overlap: {0}",
            "end them in the opposite order of their beginnings"},
    Meaning{"LaTeX Error: File `", "tex-file", "a file is missing: {0}",
            "it must lie in the folder of the `.tex`"},
    Meaning{"LaTeX Error: Something's wrong--perhaps a missing \\item", "tex-list",
            "text in a list before its first `\\item`", ""},
    Meaning{"LaTeX Error: Lonely \\item", "tex-list", "an `\\item` outside of any list", ""},
    Meaning{"LaTeX Error: Too deeply nested", "tex-list", "lists are nested more than four deep",
            ""},
    Meaning{"LaTeX Error: There's no line here to end", "tex-break",
            "a line break where there is no line", "take it out"},
    Meaning{"TeX capacity exceeded", "tex-capacity", "this is more than TeX can hold: {0}",
            "a command that calls itself without end is the usual cause"},
    Meaning{"Interruption", "tex-loop", "TeX was still busy here when its time was up",
            "a command that calls itself without end is the usual cause"},
    Meaning{"Emergency stop", "tex-stop", "TeX gave up here", ""},
    Meaning{"Fatal error occurred", "tex-stop", "TeX gave up here", ""},
    Meaning{"Class listok Error: There is no language", "class", "there is no language {0}",
            "another language than `russian` and `english` is named by `language=…`"},
    Meaning{class_error, "class", "{0}", ""},
    Meaning{"Package listok Error: There is no key", "class", "there is no key {0}",
            "check its spelling"},
    Meaning{"Package listok Error: ", "class", "{0}", ""},
};

struct Bringer {
  std::string_view what;
  std::string_view package;
};

constexpr std::array bringers{
    Bringer{"PT ", "fonts-paratype"},
    Bringer{"Latin Modern Math", "fonts-lmodern"},
    Bringer{"STIX", "fonts-stix"},
    Bringer{"DejaVu", "fonts-dejavu-core"},
    Bringer{"russian", "texlive-lang-cyrillic"},
    Bringer{".sty", "texlive-xetex"},
};

std::string without_latex_error(std::string_view text) {
  return std::string(text.substr(text.starts_with(latex_error) ? latex_error.size() : 0));
}

}  // namespace

bool is_fit(const TexMessage& message) {
  return message.text.starts_with(class_error) &&
         message.text.find("too long at") != std::string::npos;
}

bool is_in_other_file(const TexMessage& message) {
  std::string_view name = message.file;
  name.remove_prefix(std::min(name.rfind('/') + 1, name.size()));
  return !name.empty() && name != "listok.cls" && name != "listok.sty" && name != "batch.tex";
}

bool is_in_main_file(const TexMessage& message) {
  return message.file == "./batch.tex" && !message.text.starts_with(class_error);
}

std::string last_word(std::string_view context) {
  while (!context.empty() && context.back() == ' ') context.remove_suffix(1);
  const auto backslash = context.rfind('\\');
  const auto space = context.rfind(' ');
  const auto from_backslash =
      backslash != std::string_view::npos && (space == std::string_view::npos || backslash > space);
  if (from_backslash) {
    context.remove_prefix(backslash);
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    const auto end = std::find_if_not(context.begin() + 1, context.end(), is_letter);
    const auto length = static_cast<std::size_t>(end - context.begin());
    return std::string(context.substr(0, std::max<std::size_t>(length, 2)));
  }
  return std::string(context.substr(space == std::string_view::npos ? 0 : space + 1));
}

PlainWords in_plain_words(const TexMessage& message) {
  if (message.kind == TexMessage::Kind::more) {
    return {"tex-more", fmt::format("and {} more of this sheet", message.line),
            "mend the first ones: the others may go with them"};
  }
  if (message.cell > 0) {
    const std::string row = message.row > 1 ? fmt::format("row {}", message.row - 1) : "the head";
    return {"wide-cell",
            fmt::format("cell {} in {} of the table sticks out of its column by {:.0f} pt",
                        message.cell, row, message.excess),
            "shorten its longest word or say with a soft hyphen where it may be parted, or make a "
            "table of fewer columns"};
  }
  if (loses_text(message)) {
    return {"off-paper",
            fmt::format("a line is {:.0f} pt too long and may run off the paper", message.excess),
            "give it a place to break, or shorten it; a long formula breaks in `aligned`"};
  }
  if (message.kind == TexMessage::Kind::overfull) {
    return {"overfull", fmt::format("a line sticks out of the margin by {:.1f} pt", message.excess),
            "give it a place to break, or shorten it"};
  }
  if (const std::string face = missing_face(message.text); !face.empty()) {
    return {"missing-face", fmt::format("the face `{}` is not installed", face),
            "`fc-list : family` lists those that are"};
  }
  const std::string word = last_word(message.context);
  for (const Meaning& meaning : meanings) {
    if (!message.text.starts_with(meaning.begins)) continue;
    if (word.empty() && meaning.message.find("{1}") != std::string_view::npos) continue;
    std::string said = without_latex_error(message.text);
    if (meaning.code == "class" || meaning.code == "missing-glyph")
      said.erase(0, meaning.begins.size());
    while (!said.empty() && (said.back() == '.' || said.back() == ' ')) said.pop_back();
    said.erase(0, said.find_first_not_of(' '));
    return {std::string(meaning.code), fmt::format(fmt::runtime(meaning.message), said, word),
            fmt::format(fmt::runtime(meaning.hint))};
  }
  return {"tex", without_latex_error(message.text), ""};
}

std::string missing_package(std::string_view text) {
  for (const Bringer& bringer : bringers) {
    if (text.find(bringer.what) != std::string_view::npos &&
        (text.find("not found") != std::string_view::npos ||
         text.find("not installed") != std::string_view::npos ||
         text.find("cannot be found") != std::string_view::npos)) {
      return std::string(bringer.package);
    }
  }
  return {};
}

}  // namespace listok::latex

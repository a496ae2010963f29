#include "emitter/marks/tex_in_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "emitter/marks/written_words.hpp"
#include "emitter/math/command_table.hpp"
#include "emitter/text/ascii.hpp"
#include "emitter/text/edges.hpp"
#include "emitter/text/text.hpp"

namespace listok::emitter {

namespace {

constexpr std::size_t longest_argument = 100;  // in bytes, that is looked at

struct Advice {
  std::string_view names;  // between spaces
  std::string_view hint;
};

constexpr auto advice = std::to_array<Advice>({
    {" textbf bfseries ", "write `**…**`"},
    {" textit emph itshape ", "write `*…*`"},
    {" texttt verb ", "write the code between backquotes"},
    {" textsc textsl underline ", "write `*…*`, or the words alone"},
    {" LaTeX LaTeXe TeX XeTeX BibTeX ", "write the word itself"},
    {" cite citep citet ref eqref label footnote ", "say it in the text"},
    {" item ", "begin each item with `- `"},
    {" chapter section subsection subsubsection paragraph ", "begin a heading with `### `"},
    {" url href ", "write `<https://…>`, or `[text](https://…)`"},
    {" includegraphics ", "write `![what it shows](file.png)`"},
    {" hline toprule midrule bottomrule multicolumn caption ", "write the table in Markdown"},
    {" quad qquad enspace thinspace hspace vspace hfill vfill smallskip medskip bigskip noindent "
     "par "
     "indent centering newpage pagebreak clearpage tiny small footnotesize normalsize large Large "
     "huge Huge documentclass usepackage maketitle tableofcontents ",
     "remove it: the class sets the page"},
    {" textdegree textnumero textendash textemdash textellipsis textbackslash textasciitilde "
     "texteuro "
     "textquotedblleft textquotedblright guillemotleft guillemotright ",
     "write the character itself"},
    {" newline linebreak ", "end the line with `\\` to break it"},
    {" begin end ", "write lists and tables in Markdown; put formulas on lines of their own"},
});

// Empty for a name that nobody knows. A single letter is one of a string rather than of TeX: `\n`.
std::string_view hint_for(std::string_view name) {
  const std::string wanted = fmt::format(" {} ", name);
  const auto found = std::find_if(advice.begin(), advice.end(), [&](const Advice& one) {
    return one.names.find(wanted) != one.names.npos;
  });
  if (found != advice.end()) return found->hint;
  if (name.size() == 1 || find_math_command(name) == nullptr) return {};
  return "put the formula between dollars: `$…$`";
}

// `\S 5`, `\No~7`: signs before a number, where `\S` alone is of a pattern.
bool is_sign_of_number(std::string_view name, std::string_view text, std::size_t end) {
  const char space = byte_behind(text, end);
  return (name == "S" || name == "No") && (space == ' ' || space == '~') &&
         is_ascii_digit(byte_behind(text, end + 1));
}

// What ends in a letter or a full stop stands before `at`, as before a tie of TeX: `рис.~\ref{a}`.
bool is_behind_words(std::string_view text, std::size_t begin, std::size_t at) {
  return at > begin && (is_word_byte(text[at - 1]) || text[at - 1] == '.' || text[at - 1] == ')');
}

// What stands before the backslash makes it one of a path, or escapes it. A letter or a number does
// not: `x\in A`, `2\pi`.
bool is_in_path(std::string_view text, std::size_t begin, std::size_t backslash) {
  constexpr std::string_view of_path = ":\\/.%~";
  std::size_t word = backslash;
  while (word > begin && is_word_byte(text[word - 1])) --word;
  if (word == backslash && byte_before(text, word) == '~' && word > begin &&
      is_behind_words(text, begin, word - 1)) {
    return false;
  }
  if (word > begin && of_path.find(text[word - 1]) != of_path.npos) return true;
  std::size_t end = std::min(text.find_first_not_of("0123456789", word), backslash);
  if (end < backslash) next_code_point(text, end);
  return end < backslash;
}

// `\u{41}`, `\p{L}`: characters in strings and in regular expressions.
bool is_of_string(std::string_view name) {
  return name.size() == 1 && std::string_view("upPxNgko").find(name) != std::string_view::npos;
}

std::size_t end_of_argument(std::string_view text, std::size_t at) {
  if (at >= text.size() || text[at] != '{') return at;
  const std::string_view argument = text.substr(at, longest_argument);
  const std::size_t close = argument.find_first_of("}\n");
  return close == argument.npos || argument[close] == '\n' ? at : at + close + 1;
}

void look_for_commands(Span words, std::string_view text, DiagnosticList& findings) {
  text = text.substr(0, words.end);
  std::size_t told = words.begin;  // the end of the last
  for (std::size_t at = words.begin; (at = text.find('\\', at)) != text.npos; ++at) {
    std::size_t end = at + 1;
    while (end < text.size() && is_ascii_letter(text[end])) ++end;
    if (end == at + 1) {
      ++at;  // an escaped character
      continue;
    }
    const std::string_view name = text.substr(at + 1, end - at - 1);
    const std::size_t close = end_of_argument(text, end);
    const std::string_view hint = is_sign_of_number(name, text, end)
                                      ? "write the character itself: `§`, `№`"
                                      : hint_for(name);
    if ((hint.empty() && close == end) || is_of_string(name) ||
        (at > told && is_in_path(text, words.begin, at))) {
      continue;
    }
    findings.warning(
        {at, close}, "tex-in-text",
        fmt::format("`{}` is printed as it stands: TeX is read in formulas only",
                    text.substr(at, close - at)),
        std::string(hint.empty() ? "write it in Markdown, or put a formula between dollars"
                                 : hint));
    told = close;
    at = close - 1;
  }
}

void tell(Span place, std::string_view text, std::string_view what, std::string_view hint,
          DiagnosticList& findings) {
  findings.warning(place, "tex-in-text",
                   fmt::format("`{}` {}", text.substr(place.begin, place.end - place.begin), what),
                   std::string(hint));
}

bool is_cyrillic_at(std::string_view text, std::size_t at) {
  return at < text.size() && is_cyrillic(next_code_point(text, at));
}

// `Рис.~1`, `т.~е.`; not `20~30`, `HEAD~1`, `a.~1~`, `x.~X()`.
void look_for_ties(Span words, std::string_view text, DiagnosticList& findings) {
  text = text.substr(0, words.end);
  for (std::size_t at = words.begin; (at = text.find(".~", at)) != text.npos; ++at) {
    const std::size_t behind = at + 2;
    const std::size_t end = std::min(text.find_first_not_of("0123456789", behind), text.size());
    const bool number = end > behind && byte_behind(text, end) != '~';
    const bool initial = is_cyrillic(code_point_before(text, at)) && is_cyrillic_at(text, behind);
    if (at == words.begin || !is_letter(code_point_before(text, at)) || (!number && !initial))
      continue;
    tell({at + 1, at + 2}, text, "is printed as it stands: it is a space to TeX alone",
         "write `&nbsp;` for a space where no line ends", findings);
  }
}

// `10\,000`, `т.\,е.`: to Markdown the backslash of a thin space escapes the comma.
void look_for_thin_spaces(Span words, std::string_view text, DiagnosticList& findings) {
  text = text.substr(0, words.end);
  for (std::size_t at = words.begin; (at = text.find('\\', at)) != text.npos; at += 2) {
    const char mark = byte_behind(text, at + 1);
    if ((mark != ',' && mark != ';') || !is_behind_words(text, words.begin, at) ||
        !is_word_byte(byte_behind(text, at + 2))) {
      continue;
    }
    tell({at, at + 2}, text, fmt::format("is printed as `{}`: it is a space to TeX alone", mark),
         "write `&thinsp;` or `&nbsp;` for the space", findings);
  }
}

// `words\\ words`: an escaped backslash, where TeX ends a line; in `C:\\a\\ b` it is of a path.
void look_for_line_ends(Span words, std::string_view text, DiagnosticList& findings) {
  text = text.substr(0, words.end);
  for (std::size_t at = words.begin; (at = text.find("\\\\", at)) != text.npos;) {
    const std::size_t end = std::min(text.find_first_not_of('\\', at), text.size());
    const Span marks{at, end};
    at = end;
    if (marks.end - marks.begin != 2 || end == text.size() || !is_ascii_space(text[end]) ||
        !is_behind_words(text, words.begin, marks.begin)) {
      continue;
    }
    const std::string_view before = text.substr(words.begin, marks.begin - words.begin);
    const std::string_view word = before.substr(before.find_last_of(" \t\n") + 1);  // of npos, too
    if (word.find_first_of(":\\/%~.") < word.size() - 1) continue;
    tell(marks, text, "is printed as `\\`: it ends a line in TeX alone",
         "end the line with `\\` to break it", findings);
  }
}

// `\(a+b`: what would be a formula, if it had an end.
void look_for_open_formulas(Span words, std::string_view text, DiagnosticList& findings) {
  text = text.substr(0, words.end);
  // The backslash of an escape that the words begin with is no part of them.
  const bool escaped = byte_before(text, words.begin) == '\\';
  for (std::size_t at = words.begin - (escaped ? 1 : 0); (at = text.find('\\', at)) != text.npos;
       at += 2) {
    const char bracket = byte_behind(text, at + 1);
    if ((bracket != '(' && bracket != '[') || is_behind_words(text, words.begin, at)) continue;
    const std::string_view rest = text.substr(std::min(at + 2, text.size()), longest_argument);
    std::size_t sign = std::min(rest.find_first_not_of(' '), rest.size());
    const std::size_t letter = sign;
    if (is_ascii_alphanumeric(byte_behind(rest, sign))) ++sign;
    sign = std::min(rest.find_first_not_of(' ', sign), rest.size());
    const bool open = sign > letter && rest.find_first_of(")]") == rest.npos &&
                      std::string_view("+=^_<").find(byte_behind(rest, sign)) != rest.npos;
    if (!open) continue;
    tell({at, at + 2}, text, "begins a formula that has no end",
         bracket == '(' ? "close it with `\\)`" : "close it with `\\]`", findings);
  }
}

}  // namespace

void check_tex_commands(const Blocks& blocks, const Source& source, DiagnosticList& findings) {
  const std::string_view text = source.text();
  const bool backslashes = text.find('\\') != text.npos;
  if (!backslashes && text.find(".~") == text.npos) return;
  visit_written_words(blocks, source, [&](Span words) {
    look_for_ties(words, text, findings);
    if (!backslashes) return;
    look_for_commands(words, text, findings);
    look_for_thin_spaces(words, text, findings);
    look_for_line_ends(words, text, findings);
    look_for_open_formulas(words, text, findings);
  });
}

}  // namespace listok::emitter

#include "emitter/marks/tex_in_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "emitter/marks/written_words.hpp"
#include "emitter/math/command_table.hpp"
#include "emitter/text/ascii.hpp"
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

// What stands before the backslash makes it one of a path, or escapes it. A letter or a number does
// not: `x\in A`, `2\pi`.
bool is_in_path(std::string_view text, std::size_t begin, std::size_t backslash) {
  constexpr std::string_view of_path = ":\\/.%~";
  std::size_t word = backslash;
  while (word > begin && is_word_byte(text[word - 1])) --word;
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
    const std::string_view hint = hint_for(name);
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

}  // namespace

void check_tex_commands(const Blocks& blocks, const Source& source, DiagnosticList& findings) {
  const std::string_view text = source.text();
  if (text.find('\\') == text.npos) return;
  visit_written_words(blocks, source,
                      [&](Span words) { look_for_commands(words, text, findings); });
}

}  // namespace listok::emitter

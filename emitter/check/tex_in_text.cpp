#include "emitter/check/tex_in_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "emitter/model/visit.hpp"
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
    {" cite citep citet ref eqref label footnote ", "say it in the text"},
    {" item ", "begin each item with `- `"},
    {" section subsection paragraph ", "begin a heading with `### `"},
    {" newline linebreak ", "end the line with `\\` to break it"},
    {" begin end ", "write lists and tables in Markdown; put formulas on lines of their own"},
    {" alpha beta gamma delta epsilon varepsilon zeta eta theta iota kappa lambda mu nu xi pi rho "
     "sigma tau phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi Omega frac "
     "dfrac sqrt sum prod int lim infty partial nabla times cdot cdots ldots dots pm leq geq neq "
     "approx equiv sim in notin subset cup cap forall exists rightarrow leftarrow Rightarrow "
     "Leftarrow Leftrightarrow mapsto mathbb mathbf mathcal mathrm operatorname left right vec hat "
     "bar overline underline boxed ",
     "put the formula between dollars: `$…$`"},
});

std::string_view hint_for(std::string_view name) {
  const std::string wanted = fmt::format(" {} ", name);
  const auto found = std::find_if(advice.begin(), advice.end(), [&](const Advice& one) {
    return one.names.find(wanted) != one.names.npos;
  });
  return found == advice.end() ? std::string_view() : found->hint;
}

// What stands before the backslash makes it one of a path, or escapes it.
bool is_in_path(char32_t before) {
  return is_letter(before) || is_digit(before) ||
         std::u32string_view(U":\\/.%~").find(before) != std::u32string_view::npos;
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
        (at > words.begin && is_in_path(code_point_before(text, at)))) {
      continue;
    }
    findings.warning(
        {at, close}, "tex-in-text",
        fmt::format("`{}` is printed as it stands: TeX is read in formulas only",
                    text.substr(at, close - at)),
        std::string(hint.empty() ? "write it in Markdown, or put a formula between dollars"
                                 : hint));
    at = close - 1;
  }
}

}  // namespace

void check_tex_commands(const Blocks& blocks, const Source& source, DiagnosticList& findings) {
  if (source.text().find('\\') == std::string_view::npos) return;
  visit_all_inlines(blocks, [&](const Inline& one) {
    if (std::holds_alternative<Text>(one.value)) {
      look_for_commands(one.span, source.text(), findings);
    }
  });
}

}  // namespace listok::emitter

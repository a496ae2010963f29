#include "emitter/marks/scripts_in_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "emitter/marks/written_words.hpp"
#include "emitter/text/ascii.hpp"
#include "emitter/text/edges.hpp"

namespace listok::emitter {

namespace {

constexpr std::size_t longest = 60;  // expression, in bytes, that is looked at
constexpr std::string_view signs = "+-*/=";

bool is_of_expression(char c) {
  return is_ascii_alphanumeric(c) ||
         std::string_view("^_{}()+-*/=.,").find(c) != std::string_view::npos;
}

// All around `at` that has neither blanks nor marks of words.
Span expression_around(std::string_view text, Span words, std::size_t at) {
  Span all{at, at};
  while (all.begin > words.begin && at - all.begin < longest &&
         is_of_expression(text[all.begin - 1])) {
    --all.begin;
  }
  while (all.end < words.end && all.end - at < longest && is_of_expression(text[all.end]))
    ++all.end;
  while (all.end > at && std::string_view(".,").find(text[all.end - 1]) != std::string_view::npos) {
    --all.end;
  }
  // Brackets of the sentence around it.
  const std::string_view found = text.substr(all.begin, all.end - all.begin);
  auto more_open = std::ranges::count(found, '(') - std::ranges::count(found, ')');
  for (; more_open > 0 && all.begin < at && text[all.begin] == '('; --more_open) ++all.begin;
  for (; more_open < 0 && all.end > at && text[all.end - 1] == ')'; ++more_open) --all.end;
  return all;
}

// `{-3}`, `{ij}`, `{n+1}`: what braces hold of a formula, where programs have a name.
bool has_group(std::string_view behind) {
  constexpr std::size_t longest_name = 2;
  const std::size_t close = behind.find('}');
  if (!behind.starts_with('{') || close == behind.npos || close < 2) return false;
  const std::string_view inside = behind.substr(1, close - 1);
  std::size_t letters = 0;
  for (const char c : inside) {
    letters = is_ascii_letter(c) ? letters + 1 : 0;
    if (letters > longest_name || (!is_ascii_alphanumeric(c) &&
                                   std::string_view("+-*/,").find(c) == std::string_view::npos)) {
      return false;
    }
  }
  return true;
}

// A power or index at the place of its sign in `all`, which surely is of a formula.
bool is_script(std::string_view all, std::size_t sign) {
  const char before = byte_before(all, sign);
  const std::string_view behind = all.substr(sign + 1);
  if (!is_ascii_alphanumeric(before) && before != ')') return false;
  if (all[sign] == '_') {
    const bool single = sign == 1 || !is_word_byte(all[sign - 2]);
    const std::size_t close = behind.find('}');
    return is_ascii_letter(before) && single && has_group(behind) &&
           !is_word_byte(byte_behind(behind, close + 1)) && byte_behind(behind, close + 1) != '.' &&
           byte_behind(behind, close + 1) != '/';
  }
  if (has_group(behind)) return true;
  return is_ascii_digit(before) && behind.starts_with('-') &&
         is_ascii_digit(byte_behind(behind, 1));
}

// `a^2+b^2`: two powers, and a sign between them.
bool has_two_powers(std::string_view all) {
  const std::size_t first = all.find('^'), last = all.rfind('^');
  const auto is_power = [&](std::size_t at) {
    const char before = byte_before(all, at);
    return (is_ascii_alphanumeric(before) || before == ')') &&
           is_ascii_alphanumeric(byte_behind(all, at + 1));
  };
  return first < last && is_power(first) && is_power(last) &&
         all.substr(first, last - first).find_first_of(signs) != all.npos;
}

void look_for_scripts(Span words, std::string_view text, DiagnosticList& findings) {
  const std::string_view here = text.substr(0, words.end);
  for (std::size_t at = words.begin; (at = here.find_first_of("^_", at)) != here.npos;) {
    const Span place = expression_around(here, words, at);
    const std::string_view all = text.substr(place.begin, place.end - place.begin);
    const char before = byte_before(text, place.begin);
    const bool of_formula =
        at < place.end && (is_script(all, at - place.begin) || has_two_powers(all));
    at = of_formula ? place.end : at + 1;
    if (!of_formula || before == '$' || byte_behind(text, place.end) == '$' || before == '\\' ||
        before == ':' || is_beyond_ascii(before))
      continue;
    findings.warning(place, "tex-in-text",
                     fmt::format("`{}` is printed as it stands: TeX is read in formulas only", all),
                     fmt::format("put the formula between dollars: `${}$`", all));
  }
}

}  // namespace

void check_scripts(const Blocks& blocks, const Source& source, DiagnosticList& findings) {
  const std::string_view text = source.text();
  if (text.find('^') == text.npos && text.find('_') == text.npos) return;
  visit_written_words(blocks, source, [&](Span words) { look_for_scripts(words, text, findings); });
}

}  // namespace listok::emitter

#include "emitter/parser/formula_or_text.hpp"

#include <algorithm>
#include <array>

#include "emitter/text/ascii.hpp"
#include "emitter/text/edges.hpp"
#include "emitter/text/letters.hpp"
#include "emitter/text/pairs.hpp"
#include "emitter/text/text.hpp"

namespace listok::emitter {

namespace {

constexpr std::string_view space = " \t\r\n";
constexpr std::string_view operators = "+-*/<>=|^_&~";

constexpr auto functions = std::to_array<std::string_view>(
    {"arccos", "arcsin", "arctan", "arg",  "cos", "cosh", "cot",  "ctg", "det",
     "dim",    "exp",    "gcd",    "inf",  "lg",  "lim",  "ln",   "log", "max",
     "min",    "mod",    "sin",    "sinh", "sup", "tan",  "tanh", "tg"});

constexpr auto environments = std::to_array<std::string_view>(
    {"align", "alignat", "aligned", "array", "bmatrix", "cases", "displaymath", "eqnarray",
     "equation", "flalign", "gather", "gathered", "matrix", "multline", "pmatrix", "split",
     "vmatrix"});

template <typename List>
bool holds(const List& list, std::string_view one) {
  return std::find(list.begin(), list.end(), one) != list.end();
}

// A command, or a character that TeX escapes and Markdown does not.
bool is_command(std::string_view text, std::size_t backslash) {
  if (backslash + 1 >= text.size()) return false;
  const char c = text[backslash + 1];
  return is_ascii_letter(c) || std::string_view("\\{},;:!| ").find(c) != std::string_view::npos;
}

// Whether one of `marks` stands in `inside`; of backslashes, those of commands.
bool has_any_mark(std::string_view inside, std::string_view marks) {
  std::size_t at = 0;
  while ((at = inside.find_first_of(marks, at)) != inside.npos) {
    if (inside[at] != '\\' || is_command(inside, at)) return true;
    at += 2;  // what the backslash escapes is no mark
  }
  return false;
}

bool has_formula_mark(std::string_view inside) { return has_any_mark(inside, "\\^_={"); }

// How many letters a word has, 0 when it has anything else. Marks of sentences around are no part.
std::size_t letters_of(std::string_view word, bool& cyrillic) {
  word = trimmed(word, ".,;:!?()\"'");
  std::size_t count = 0;
  for (std::size_t at = 0; at < word.size(); ++count) {
    const char32_t c = next_code_point(word, at);
    if (!is_letter(c)) return 0;
    cyrillic = c >= 0x400 && c < 0x530;
  }
  return holds(functions, word) ? 0 : count;
}

// Names of points and of functions are no words: `AB`, `sin`.
bool has_word(std::string_view inside) {
  constexpr std::size_t shortest_latin = 4;
  while (!inside.empty()) {
    const std::string_view word = inside.substr(0, inside.find_first_of(space));
    inside.remove_prefix(std::min(word.size() + 1, inside.size()));
    bool cyrillic = false;
    const std::size_t letters = letters_of(word, cyrillic);
    if (letters >= (cyrillic ? 2 : shortest_latin)) return true;
  }
  return false;
}

// A word of three letters, or of two Cyrillic ones, wherever it stands: `user_id`, `key=value`.
bool has_name(std::string_view inside) {
  constexpr std::size_t shortest_latin = 3, shortest_cyrillic = 2;
  std::size_t begin = 0, letters = 0;
  bool cyrillic = false;
  const auto is_name = [&](std::size_t end) {
    return letters >= (cyrillic ? shortest_cyrillic : shortest_latin) &&
           !holds(functions, inside.substr(begin, end - begin));
  };
  for (std::size_t at = 0; at < inside.size();) {
    const std::size_t here = at;
    const char32_t c = next_code_point(inside, at);
    if (is_letter(c)) {
      if (letters++ == 0) begin = here;
      cyrillic = is_cyrillic(c);
    } else if (is_name(here)) {
      return true;
    } else {
      letters = 0;
    }
  }
  return is_name(inside.size());
}

bool is_year(std::string_view word) {
  return word.size() == 4 && word.find_first_not_of("0123456789") == word.npos;
}

// What is not escaped and stands in formulas: a command, `^`, `_`, `=`; for `operators` others, too.
bool has_bare(std::string_view marks, std::string_view inside) {
  for (std::size_t at = 0; at < inside.size(); ++at) {
    if (inside[at] != '\\') {
      if (marks.find(inside[at]) != marks.npos) return true;
    } else if (++at < inside.size() && is_ascii_letter(inside[at])) {
      return true;
    }
  }
  return false;
}

// `\*`, `\-`, `\"`: characters that Markdown escapes and no formula does.
bool has_escapes_of_markdown(std::string_view inside) {
  for (std::size_t at = 0; at + 1 < inside.size(); ++at) {
    if (inside[at] != '\\') continue;
    if (std::string_view("*-\"'`+.?@=<>/~^()[]").find(inside[++at]) != std::string_view::npos)
      return true;
  }
  return false;
}

// `5` and `2,5`, not `5,`: a sentence goes on there.
bool is_letter_or_number(std::string_view word) {
  if (word.empty()) return false;
  if (word.find_first_not_of("0123456789.,") == word.npos) { return is_ascii_digit(word.back()); }
  std::size_t at = 0;
  return is_letter(next_code_point(word, at)) && at == word.size();
}

}  // namespace

// Words that stand beside an operator are names: `ab + cd`. A Cyrillic word of one letter is one
// in a sentence, where a Latin one is a name: `15 и 20`.
bool has_prose(std::string_view inside) {
  inside = trimmed(inside, space);
  const bool by_itself = inside.find_first_of(space) == inside.npos;
  char before = ' ';  // the last character of the word before
  while (!by_itself && !inside.empty()) {
    const std::string_view word = inside.substr(0, inside.find_first_of(space));
    inside.remove_prefix(word.size());
    inside.remove_prefix(std::min(inside.find_first_not_of(space), inside.size()));
    bool cyrillic = false;
    const std::size_t letters = letters_of(word, cyrillic);
    const bool beside_operator =
        operators.find(before) != operators.npos ||
        (!inside.empty() && (operators.find(inside.front()) != operators.npos));
    if (letters >= (cyrillic ? 1u : 2u) && !beside_operator) return true;
    before = word.back();
  }
  return false;
}

bool is_surely_formula(std::string_view inside) {
  if (has_any_mark(inside, "\\") || inside.find("_{") != inside.npos) return true;
  const std::size_t power = inside.find('^');
  return power != inside.npos &&
         std::string_view(" ,;:.)").find(byte_behind(inside, power + 1)) == std::string_view::npos;
}

bool is_of_program(std::string_view inside, std::string_view behind) {
  if (is_surely_formula(inside)) return false;
  const char next = byte_behind(behind, 0);
  // `^` is a power of nothing: `$^` of make.
  if (inside.front() == '^' || next == '{' || !has_pairs(inside, '{', '}')) return true;
  const bool begins_name = is_word_byte(next) || std::string_view("_([").find(next) != behind.npos;
  const bool spaced = is_ascii_space(inside.back()) && !is_ascii_space(inside.front());
  if (inside.front() == '{') return spaced || begins_name;
  if (!spaced) return false;
  return begins_name || std::string_view("\\|-@^").find(next) != behind.npos ||
         (next == '.' && is_word_byte(byte_behind(behind, 1)));
}

bool is_short_name(std::string_view inside) {
  if (is_letter_or_number(inside)) return true;
  if (const std::size_t sign = inside.find_first_of("+-\xE2"); sign != inside.npos && sign > 0) {
    std::string_view rest = inside.substr(sign);
    rest.remove_prefix(rest.starts_with("−") ? std::string_view("−").size() : 1);
    return sign <= 2 && is_ascii_letter(inside.front()) && is_short_name(inside.substr(0, sign)) &&
           !rest.empty() && rest.find_first_not_of("0123456789") == rest.npos;
  }
  constexpr std::size_t longest = 2;
  std::size_t letters = 0, at = 0;
  while (at < inside.size() && is_ascii_letter(inside[at])) ++at, ++letters;
  return letters > 0 && letters <= longest && (at == inside.size() || inside[at] == '_') &&
         inside.find_first_of(" \t\n\"=/:") == inside.npos;
}

FormulaLook look_between_blanks(std::string_view inside) {
  constexpr std::string_view signs = "+-*/<>", others = " .,!'()[]|";
  if (inside.empty() || inside.front() != ' ' || inside.back() != ' ') return FormulaLook::text;
  inside = trimmed(inside, " ");
  const bool pair =
      inside.starts_with('(') && inside.ends_with(')') && inside.find(',') < inside.size();
  bool letter = false, sign = pair, name = false, ends_in_sign = true;
  for (std::size_t at = 0; at < inside.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(inside, at);
    const std::string_view here = inside.substr(begin);
    const bool entity = here.starts_with("&lt;") || here.starts_with("&gt;");
    if (entity) at = begin + 4;
    const bool is_sign = entity || (c < 0x80 && signs.find(inside[begin]) != signs.npos) ||
                         c == U'±' || c == U'×' || c == U'·' || (c >= 0x2190 && c <= 0x22FF);
    if (c < 0x80 && is_ascii_letter(inside[begin])) {
      while (at < inside.size() && is_ascii_letter(inside[at])) ++at;
      const bool known = holds(functions, inside.substr(begin, at - begin));
      if (at - begin > 2 && !known) return FormulaLook::text;
      name = name || (at - begin == 2 && !known);
      letter = letter || at - begin <= 2;
      sign = sign || byte_behind(inside, at) == '(';
      if (begin > 1 && inside.substr(begin - 2, 2) == " -") return FormulaLook::text;  // ls -l
    } else if (is_sign) {
      sign = sign || begin > 0;
    } else if (c >= 0x80 ||
               (!is_ascii_digit(inside[begin]) && others.find(inside[begin]) == others.npos)) {
      return FormulaLook::text;
    }
    ends_in_sign = is_sign || (ends_in_sign && c == U' ');
  }
  if (!letter || !sign || ends_in_sign) return FormulaLook::text;
  return name ? FormulaLook::unclear : FormulaLook::formula;
}

bool is_of_sentence(std::string_view inside) {
  if (inside.size() > 1 && std::string_view(",.;:!?)").find(inside[0]) != inside.npos &&
      space.find(inside[1]) != inside.npos) {
    return true;
  }
  if (is_surely_formula(inside)) return false;
  if (inside.find('"') != inside.npos || (inside.size() > 1 && inside.ends_with('/'))) return true;
  const std::size_t stars = inside.find("**");
  if (stars != inside.npos &&
      (stars == 0 || stars + 2 >= inside.size() || !is_ascii_alphanumeric(inside[stars - 1]) ||
       !is_ascii_alphanumeric(inside[stars + 2]))) {
    return true;
  }
  for (std::size_t at = 0; at < inside.size();) {
    const char32_t c = next_code_point(inside, at);
    if (c >= 0x20A0 && c <= 0x20CF) return true;  // signs of currencies
  }
  const std::string_view word = trimmed(inside, space);
  constexpr auto alone = std::to_array<std::string_view>({"и", "в", "с", "к", "а", "о", "у", "я"});
  return word != inside && holds(alone, word);
}

FormulaLook formula_look(std::string_view inside) {
  if (has_formula_mark(inside) || is_letter_or_number(trimmed(inside, space))) {
    return FormulaLook::formula;
  }
  return has_prose(inside) ? FormulaLook::text : FormulaLook::unclear;
}

bool is_bracketed_formula(std::string_view inside, Brackets brackets) {
  const std::string_view words = trimmed(inside, space);
  if (words.empty() || has_escapes_of_markdown(inside)) return false;
  if (has_bare("^", inside)) return true;
  const bool on_own_lines = brackets == Brackets::display_on_own_lines;
  if (has_bare("_=", inside)) {
    const bool spaced = words.find_first_of(space) != words.npos;
    return (on_own_lines && spaced) || !has_name(inside);
  }
  if (is_year(words) || has_word(inside) || has_prose(inside)) return false;
  if (brackets == Brackets::inline_formula) return true;
  return on_own_lines && (inside.front() == '\n' || has_bare("+-*/<>", inside));
}

bool is_formula_environment(std::string_view name) {
  if (name.ends_with('*')) name.remove_suffix(1);
  return holds(environments, name);
}

}  // namespace listok::emitter

#include "emitter/parser/stray_dollars.hpp"

#include <algorithm>
#include <iterator>

#include "emitter/text/ascii.hpp"
#include "emitter/text/edges.hpp"
#include "emitter/text/text.hpp"

namespace listok::emitter {

namespace {

constexpr std::size_t longest_word = 60;  // in bytes, that is looked at
constexpr std::string_view blanks = " \t\r\n";
constexpr std::string_view digits = "0123456789";

// The words right before and right behind a dollar: as far as the next blank or formula.
struct Neighbours {
  std::string_view before, behind;
};

Neighbours neighbours(std::string_view text, Span leaf, std::size_t at,
                      std::span<const FormulaSpan> formulas) {
  const auto next =
      std::partition_point(formulas.begin(), formulas.end(),
                           [&](const FormulaSpan& one) { return one.whole.end <= at; });
  if (next != formulas.begin()) leaf.begin = std::prev(next)->whole.end;
  if (next != formulas.end()) leaf.end = next->whole.begin;
  leaf.begin = std::max(leaf.begin, at - std::min(at, longest_word));
  leaf.end = std::min(leaf.end, at + 1 + longest_word);
  const std::string_view before = text.substr(leaf.begin, at - leaf.begin);
  const std::string_view behind = text.substr(at + 1, leaf.end - at - 1);
  return {before.substr(before.find_last_of(blanks) + 1),  // npos + 1 is the beginning
          behind.substr(0, behind.find_first_of(blanks))};
}

// `\cup`; not `\d` of a pattern, nor the folders of a path.
bool has_command(std::string_view word) {
  for (std::size_t at = 0; (at = word.find('\\', at)) != word.npos; at += 2) {
    const bool letters =
        at + 2 < word.size() && is_ascii_letter(word[at + 1]) && is_ascii_letter(word[at + 2]);
    const char before = byte_before(word, at);
    if (letters && before != ':' && before != '\\' && !is_ascii_letter(before)) return true;
  }
  return false;
}

// `x^2`; not `^x` of a pattern.
bool has_power(std::string_view word) {
  for (std::size_t at = 1; (at = word.find('^', at)) != word.npos; ++at) {
    const char before = word[at - 1];
    if (at + 1 < word.size() && (is_word_byte(before) || before == ')' || before == '}')) {
      return true;
    }
  }
  return false;
}

bool has_sign(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = next_code_point(word, at);
    if (c >= 0x2200 && c <= 0x22FF) return true;
  }
  return false;
}

// `f(x)`, where `f($x)` is of a program.
bool begins_with_function(std::string_view word) {
  return word.size() > 3 && is_ascii_letter(word[0]) && word[1] == '(' &&
         is_ascii_alphanumeric(word[2]);
}

bool is_mathematical(std::string_view word) {
  return has_command(word) || has_power(word) || has_sign(word) || word.find("_{") != word.npos;
}

bool is_number(std::string_view word) {
  return !word.empty() && word.find_first_not_of("0123456789.,/-–+kKMB") == word.npos &&
         word.find_first_of(digits) != word.npos;
}

bool is_price(Neighbours words) {
  constexpr std::string_view around = "*_\"'«»“”()[].,;:!?~<>";
  const std::string_view before = words.before, behind = words.behind;
  if (!behind.empty() && is_ascii_digit(behind.front())) return true;
  if (before.ends_with('/') || behind.starts_with('/')) return true;
  const std::size_t last = before.find_last_not_of(around);
  const std::string_view amount =
      before.substr(std::min(before.find_first_not_of(around), before.size()));
  if (last != before.npos && is_number(amount)) return true;
  // `($)`, `US$`
  const bool alone = before.find_first_not_of(around) == before.npos &&
                     behind.find_first_not_of(around) == behind.npos;
  const bool currency = !before.empty() && before.size() <= 3 &&
                        std::ranges::all_of(before, [](char c) { return c >= 'A' && c <= 'Z'; });
  return alone || currency;
}

}  // namespace

bool is_stray_dollar(std::string_view text, Span leaf, std::size_t at,
                     std::span<const FormulaSpan> formulas) {
  const Neighbours words = neighbours(text, leaf, at, formulas);
  if (is_mathematical(words.before) || is_mathematical(words.behind)) return true;
  if (words.before.empty() && begins_with_function(words.behind)) return true;
  return !formulas.empty() && !is_price(words);
}

}  // namespace listok::emitter

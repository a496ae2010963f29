#include "emitter/dialects/line_beginnings.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "emitter/text/text.hpp"

namespace listok::emitter {

namespace {

constexpr std::string_view digits = "0123456789";
constexpr std::string_view blanks = " \t\xC2\xA0";  // and the bytes of a no-break space
constexpr std::size_t longest_number = 12;
constexpr std::size_t longest_label = 32;  // `01.09.1939–02.09.1945 гг.`

std::size_t size_of_first(std::string_view words) {
  std::size_t at = 0;
  if (!words.empty()) next_code_point(words, at);
  return at;
}

bool is_space_at(std::string_view words, std::size_t at) {
  words = words.substr(std::min(at, words.size()));
  return words.starts_with(' ') || words.starts_with('\t') || words.starts_with("\u00A0");
}

// `text` without the stars of emphasis that it begins with.
std::string_view without_stars(std::string_view text) {
  return text.substr(std::min({text.find_first_not_of('*'), text.size(), std::size_t{2}}));
}

// The size of the dash that `words` begin with, when a space is behind it.
std::size_t dash_size(std::string_view words) {
  for (const std::string_view dash : {"—", "–", "---", "--"}) {
    if (words.starts_with(dash) && is_space_at(words, dash.size())) return dash.size();
  }
  return 0;
}

// What stands before the dash of `01.02.2024 — …`, `10:00–11:00 — …`, `1941 г. — …`, `1 - …`.
struct Label {
  std::string_view number;
  bool hyphen = false;
};

Label label_of(std::string_view words) {
  words = without_stars(words);
  std::size_t at = std::min(words.find_first_not_of("0123456789.:/"), words.size());
  const std::size_t end_of_first = at;
  if (words.substr(at).starts_with("–") || words.substr(at).starts_with('-')) {
    at += size_of_first(words.substr(at));
    at = std::min(words.find_first_not_of("0123456789.:/", at), words.size());
    if (digits.find(words[at - 1]) == digits.npos) at = end_of_first;
  }
  const std::string_view number = words.substr(0, at);
  if (number.empty() || digits.find(number.front()) == digits.npos) return {};
  std::string_view rest = without_stars(words.substr(at));
  for (const std::string_view year : {" гг.", " г.", "\u00A0гг.", "\u00A0г."}) {
    if (rest.starts_with(year)) rest.remove_prefix(year.size());
  }
  rest = without_stars(rest);
  if (!is_space_at(rest, 0) || at > longest_label) return {};
  rest.remove_prefix(std::min(rest.find_first_not_of(blanks), rest.size()));
  const bool hyphen = rest.starts_with('-') && is_space_at(rest, 1);
  return hyphen || dash_size(rest) > 0 ? Label{number, hyphen} : Label{};
}

// An emoji or another sign that marks an item, with a space behind it. Arrows and the signs of
// formulas stand in sentences.
bool begins_with_sign(std::string_view words) {
  std::size_t at = 0;
  const char32_t sign = next_code_point(words, at);
  const bool marks = (sign >= U'\u2300' && sign <= U'\u27BF') ||
                     (sign >= U'\u2B00' && sign <= U'\u2BFF') ||
                     (sign >= U'\U0001F300' && sign <= U'\U0001FAFF');
  constexpr std::string_view selector = "\uFE0F";  // the look of an emoji
  if (words.substr(at).starts_with(selector)) at += selector.size();
  return marks && is_space_at(words, at);
}

// `1.1. `, `1.1) `, `1.1 Capital`.
bool begins_with_number(std::string_view words) {
  std::size_t at = std::min(words.find_first_not_of("0123456789."), words.size());
  const std::string_view number = words.substr(0, at);
  const std::size_t dot = number.find('.');
  const bool has_parts = dot != 0 && number.find_first_of(digits, std::min(dot, at)) < at;
  bool ends_with_mark = number.ends_with('.');
  if (words.substr(at).starts_with(')')) {
    ++at;
    ends_with_mark = true;
  }
  if (!has_parts || at > longest_number || !is_space_at(words, at)) return false;
  const std::size_t word = words.find_first_not_of(blanks, at);
  const bool named = word != words.npos && is_capital(words.substr(word));
  return ends_with_mark || named;
}

// What a number of one part before a hyphen is; 0 of any other label.
unsigned minuend(const Label& label) {
  constexpr std::size_t longest = 4;
  if (!label.hyphen || label.number.size() > longest) return 0;
  unsigned number = 0;
  for (const char digit : label.number) {
    if (digits.find(digit) == digits.npos) return 0;
    number = number * 10 + static_cast<unsigned>(digit - '0');
  }
  return number;
}

}  // namespace

bool is_capital(std::string_view words) {
  const std::string_view first = words.substr(0, size_of_first(words));
  std::size_t at = 0;
  return !first.empty() && is_letter(next_code_point(first, at)) && fold_case(first) != first;
}

char32_t letter_of(std::string_view words) {
  words = without_stars(words);
  const bool bracket = words.starts_with('(');
  if (bracket) words.remove_prefix(1);
  std::size_t at = 0;
  const char32_t letter = words.empty() ? U' ' : next_code_point(words, at);
  const bool dot = !bracket && words.substr(at).starts_with('.');
  if (!is_letter(letter) || (!dot && !words.substr(at).starts_with(')'))) return 0;
  words = without_stars(words.substr(at + 1));
  if (!is_space_at(words, 0)) return 0;
  at = std::min(words.find_first_not_of(" \t\xC2\xA0"), words.size());
  const bool more = dot && at < words.size() && is_letter(next_code_point(words, at));
  return more && words.substr(at).starts_with('.') ? 0 : letter;
}

std::vector<unsigned> parts_of(std::string_view words, Beginning beginning) {
  std::vector<unsigned> parts;
  std::size_t at = 0;
  if (beginning == Beginning::letter) return {static_cast<unsigned>(letter_of(words))};
  if (beginning != Beginning::number) return {};
  for (bool inside = false; words[at] == '.' || digits.find(words[at]) != digits.npos; ++at) {
    if (words[at] == '.') {
      inside = false;
      continue;
    }
    if (!inside) parts.push_back(0);
    inside = true;
    parts.back() = parts.back() * 10 + static_cast<unsigned>(words[at] - '0');
  }
  return parts;
}

bool follows(const std::vector<unsigned>& before, const std::vector<unsigned>& next) {
  const auto [old, made] = std::ranges::mismatch(before, next);
  if (made == next.end()) return false;
  if (old == before.end()) return std::next(made) == next.end() && *made == 1;
  const bool skips_short_i = *old == U'и' && *made == U'к';
  return (*made == *old + 1 || skips_short_i) &&
         std::all_of(std::next(made), next.end(), [](unsigned part) { return part == 1; });
}

Beginning beginning_of(std::string_view words) {
  if (words.empty()) return Beginning::words;
  if (dash_size(words) > 0) return Beginning::dash;
  if (letter_of(words) != 0) return Beginning::letter;
  if (!label_of(words).number.empty()) return Beginning::label;
  if (begins_with_number(words)) return Beginning::number;
  return begins_with_sign(words) ? Beginning::sign : Beginning::words;
}

unsigned roman_of(std::string_view words) {
  constexpr std::size_t longest = 5;  // `XVIII`
  words = without_stars(words);
  const bool bracket = words.starts_with('(');
  if (bracket) words.remove_prefix(1);
  const bool small = words.find_first_of("ivx") == 0;
  const std::string_view figures = small ? "ivx" : "IVX";
  constexpr std::array<unsigned, 3> values{1, 5, 10};
  const std::size_t size = std::min(words.find_first_not_of(figures), words.size());
  const std::string_view behind = words.substr(size);
  if (size > longest || (!behind.starts_with(')') && (bracket || !behind.starts_with('.'))))
    return 0;
  if (!is_space_at(without_stars(behind.substr(1)), 0)) return 0;
  unsigned number = 0, last = 0;
  for (std::size_t i = size; i-- > 0;) {
    const unsigned value = values[figures.find(words[i])];
    number = value < last ? number - value : number + value;
    last = value;
  }
  return number;
}

bool are_of_one_list(std::string_view label, std::string_view next) {
  const unsigned before = minuend(label_of(label)), behind = minuend(label_of(next));
  if (before == 0 && behind == 0) return true;
  return before + 1 == behind || behind + 1 == before;
}

}  // namespace listok::emitter

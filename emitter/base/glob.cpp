#include "emitter/base/glob.hpp"

#include <optional>
#include <string>

#include "emitter/text/text.hpp"

namespace listok::emitter {

namespace {

std::u32string characters(std::string_view text) {
  const std::string composed = to_nfc(text);
  std::u32string all;
  for (std::size_t offset = 0; offset < composed.size();) {
    all += next_code_point(composed, offset);
  }
  return all;
}

// Whether the brackets that open before `at` hold `letter`; `at` is moved past them. Nothing when
// they are not closed.
std::optional<bool> in_brackets(const std::u32string& pattern, std::size_t& at, char32_t letter) {
  std::size_t i = at;
  const bool others = i < pattern.size() && pattern[i] == U'!';
  if (others) ++i;
  bool found = false;
  for (const std::size_t first = i; i < pattern.size(); ++i) {
    if (pattern[i] == U']' && i > first) {
      at = i + 1;
      return found != others;
    }
    const bool range = i + 2 < pattern.size() && pattern[i + 1] == U'-' && pattern[i + 2] != U']';
    const char32_t last = range ? pattern[i + 2] : pattern[i];
    found = found || (letter >= pattern[i] && letter <= last);
    if (range) i += 2;
  }
  return std::nullopt;
}

// Whether what `pattern` has at `at` stands for `letter`; `at` is moved past it.
bool stands_for(const std::u32string& pattern, std::size_t& at, char32_t letter) {
  const char32_t sign = pattern[at++];
  if (sign == U'?') return true;
  if (sign == U'[') {
    if (const auto held = in_brackets(pattern, at, letter)) return *held;
  }
  return sign == letter;
}

}  // namespace

bool matches_glob(std::string_view name, std::string_view pattern) {
  const std::u32string letters = characters(name);
  const std::u32string signs = characters(pattern);
  constexpr std::size_t none = std::u32string::npos;
  std::size_t letter = 0, sign = 0;
  std::size_t after_star = none,
              star_ends = 0;  // the last `*`: what follows it, and how far it goes
  while (letter < letters.size()) {
    if (sign < signs.size() && signs[sign] == U'*') {
      after_star = ++sign;
      star_ends = letter;
    } else if (sign < signs.size() && stands_for(signs, sign, letters[letter])) {
      ++letter;
    } else if (after_star != none) {
      sign = after_star;
      letter = ++star_ends;
    } else {
      return false;
    }
  }
  return signs.find_first_not_of(U'*', sign) == none;
}

}  // namespace listok::emitter

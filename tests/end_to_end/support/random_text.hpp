// Text of characters that a bank may hold, drawn at random; the same seed gives the same text.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "emitter/text/escape.hpp"

namespace listok::tests {

// Hebrew, Arabic, N'Ko and their kin.
enum class Scripts { left_to_right, right_to_left };
bool is_right_to_left(char32_t character);

// Every character that check_text lets in and that `context` has a face for, in order.
std::vector<char32_t> repertoire(emitter::Context context, Scripts scripts);

class RandomText {
 public:
  RandomText(std::uint32_t seed, emitter::Context context,
             Scripts scripts = Scripts::left_to_right);

  // Up to `longest` characters, in NFC, none outside the faces; begins and ends with one that is
  // seen. A third of them are special to TeX or stand next to such in its ligatures.
  std::string next(std::size_t longest);

 private:
  char32_t character();
  std::size_t below(std::size_t limit) { return random_() % limit; }

  std::mt19937 random_;
  emitter::Context context_;
  std::vector<char32_t> repertoire_;
};

// `text` without what cannot stand at the border of a paragraph, cell or line of code: white space
// and what is not seen.
std::string trimmed(std::string_view text);

}  // namespace listok::tests

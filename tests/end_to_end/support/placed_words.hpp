// The words of a page of a PDF and where they stand, as `pdftotext -bbox` tells.
#pragma once

#include <cmath>
#include <regex>
#include <string>
#include <vector>

namespace listok::tests {

struct PlacedWord {
  std::string text;
  double left = 0, top = 0, right = 0, bottom = 0;  // pt of PDF, from the upper left
};

inline std::vector<PlacedWord> placed_words(const std::string& boxes) {
  static const std::regex word(
      "<word xMin=\"([0-9.]+)\" yMin=\"([0-9.]+)\" xMax=\"([0-9.]+)\" "
      "yMax=\"([0-9.]+)\">(.*)</word>");
  std::vector<PlacedWord> words;
  for (std::sregex_iterator one(boxes.begin(), boxes.end(), word), end; one != end; ++one) {
    const auto number = [&](std::size_t group) { return std::stod((*one)[group]); };
    words.push_back({(*one)[5], number(1), number(2), number(3), number(4)});
  }
  return words;
}

// The first that says `text`; when there is none, nothing that compares.
inline PlacedWord word_of(const std::string& boxes, const std::string& text) {
  for (const PlacedWord& word : placed_words(boxes)) {
    if (word.text == text) return word;
  }
  const double nowhere = std::nan("");
  return {"", nowhere, nowhere, nowhere, nowhere};
}

}  // namespace listok::tests

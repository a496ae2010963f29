#include "emitter/tex/long_words.hpp"

#include <algorithm>

#include "emitter/text/ascii.hpp"

namespace listok::emitter {

std::string with_breaks(std::string_view word) {
  constexpr std::size_t shortest_hash = 32, between = 8;
  std::string tex;
  while (word.size() >= shortest_hash) {
    const auto end = std::ranges::find_if_not(word, is_ascii_alphanumeric);
    std::string_view run = word.substr(0, static_cast<std::size_t>(end - word.begin()));
    word.remove_prefix(run.size());
    if (run.size() >= shortest_hash && std::ranges::any_of(run, is_ascii_digit)) {
      for (; run.size() > between; run.remove_prefix(between)) {
        tex += run.substr(0, between);
        tex += "\\allowbreak{}";
      }
    }
    tex += run;
    const auto next = std::ranges::find_if(word, is_ascii_alphanumeric);
    const auto others = static_cast<std::size_t>(next - word.begin());
    tex += word.substr(0, others);
    word.remove_prefix(others);
  }
  return tex.append(word);
}

}  // namespace listok::emitter

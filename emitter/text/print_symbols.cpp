#include "emitter/text/print_symbols.hpp"

#include <algorithm>
#include <string>

namespace listok::emitter {

namespace {

struct Sign {
  std::string_view picture;  // without U+FE0F
  std::string_view sign;
};

// Each sign is in a face of the class.
constexpr Sign signs[] = {
    {"✅", "✔"},      {"❌", "✘"},      {"❎", "☒"},      {"➕", "+"},      {"➖", "−"},
    {"➗", "÷"},      {"❗", "!"},      {"❓", "?"},      {"0\u20E3", "⓪"}, {"1\u20E3", "①"},
    {"2\u20E3", "②"}, {"3\u20E3", "③"}, {"4\u20E3", "④"}, {"5\u20E3", "⑤"}, {"6\u20E3", "⑥"},
    {"7\u20E3", "⑦"}, {"8\u20E3", "⑧"}, {"9\u20E3", "⑨"}, {"🔟", "⑩"},
};

}  // namespace

std::string_view print_symbol(std::string_view grapheme) {
  constexpr std::string_view selector = "\uFE0F";
  std::string picture(grapheme);
  const auto at = picture.find(selector);
  if (at != picture.npos) picture.erase(at, selector.size());
  const auto* found = std::ranges::find(signs, picture, &Sign::picture);
  return found == std::end(signs) ? std::string_view() : found->sign;
}

}  // namespace listok::emitter

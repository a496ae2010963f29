#include "emitter/text/placeholders.hpp"

#include <algorithm>

namespace listok::emitter {

std::optional<std::vector<WordPiece>> placeholders_in(std::string_view text) {
  std::vector<WordPiece> pieces;
  const auto add = [&](std::string_view words) {
    if (pieces.empty() || pieces.back().placeholder) pieces.push_back({});
    pieces.back().text += words;
  };
  while (!text.empty()) {
    const auto brace = text.find_first_of("{}");
    if (brace != 0) {
      add(text.substr(0, brace));
      text.remove_prefix(std::min(brace, text.size()));
    } else if (text.size() > 1 && text[1] == text[0]) {
      add(text.substr(0, 1));
      text.remove_prefix(2);
    } else {
      const auto end = text.find_first_of("{}", 1);
      if (text[0] == '}' || end == text.npos || text[end] == '{') return std::nullopt;
      pieces.push_back({std::string(text.substr(1, end - 1)), true});
      text.remove_prefix(end + 1);
    }
  }
  return pieces;
}

}  // namespace listok::emitter

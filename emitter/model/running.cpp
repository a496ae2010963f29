#include "emitter/model/running.hpp"

#include <algorithm>

#include "emitter/text/placeholders.hpp"

namespace listok::emitter {

bool shows(const Bank& bank, std::string_view placeholder) {
  bool found = false;
  for_each_part(bank, [&](const RunningPart& part) {
    for (const auto& [language, text] : part.words) {
      for (const WordPiece& piece : placeholders_in(text).value_or(std::vector<WordPiece>{})) {
        found = found || (piece.placeholder && piece.text == placeholder);
      }
    }
  });
  return found;
}

}  // namespace listok::emitter

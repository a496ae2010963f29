#include "emitter/parser/written_formula.hpp"

namespace listok::emitter {

std::string with_plain_bars(std::string_view written) {
  constexpr std::string_view escaped = "\\|";
  std::string plain;
  for (std::size_t at = 0; at < written.size(); ++at) {
    if (written.substr(at).starts_with(escaped)) ++at;
    plain += written[at];
  }
  return plain;
}

std::string without_quote_marks(std::string_view written, std::size_t depth) {
  std::string plain;
  while (!written.empty()) {
    const std::string_view line = written.substr(0, written.find('\n'));
    plain += line;
    written.remove_prefix(line.size());
    if (written.empty()) break;
    plain += '\n';
    written.remove_prefix(1);
    for (std::size_t i = 0; i < depth; ++i) {
      const std::size_t mark = written.find_first_not_of(" \t");
      if (mark == written.npos || written[mark] != '>') break;
      written.remove_prefix(mark + 1);
      if (written.starts_with(' ')) written.remove_prefix(1);
    }
  }
  return plain;
}

std::string with_plain_stars(std::string_view written) {
  std::string plain;
  for (std::size_t at = 0; at < written.size(); ++at) {
    const bool command = written[at] == '\\' && at + 1 < written.size();
    if (command && written[at + 1] != '*') plain += written[at];
    if (command) ++at;
    plain += written[at];
  }
  return plain;
}

}  // namespace listok::emitter

#include "tests/fuzz/diagnostics.hpp"

#include <algorithm>

#include "tests/fuzz/require.hpp"

namespace listok::fuzz {

using namespace emitter;

void inspect(const Diagnostics& diagnostics, const Source& source) {
  const std::size_t last = source.place(source.text().size()).line;
  for (const Diagnostic& one : diagnostics) {
    require(!one.code.empty() && !one.message.empty(), "a diagnostic without words", one.code);
    require(one.message.find('\n') == one.message.npos, "a message of two lines", one.message);
    require(one.line <= last, "a diagnostic behind the end of the file", one.message);
    for (const bool color : {false, true}) {
      const std::string shown = format_diagnostic(one, color);
      require(shown.ends_with('\n'), "a diagnostic without an end of line", shown);
      const bool plain = std::all_of(shown.begin(), shown.end(), [color](char c) {
        return static_cast<unsigned char>(c) >= ' ' || c == '\n' || c == '\t' ||
               (color && c == '\x1B');
      });
      require(plain, "a control character on the terminal", shown);
    }
  }
}

}  // namespace listok::fuzz

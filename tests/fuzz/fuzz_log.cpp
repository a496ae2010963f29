// The log of an engine, which may be cut off anywhere and may hold whatever an item made TeX say.
#include <cmath>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "latex/log/engine_log.hpp"
#include "latex/log/tex_errors.hpp"
#include "tests/fuzz/require.hpp"

using namespace listok::latex;
using listok::fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const EngineLog log = read_log(text, "n0nce");
  std::map<std::pair<unsigned, TexMessage::Kind>, std::size_t> alike;
  for (const TexMessage& message : log.messages) {
    require(++alike[{message.sheet, message.kind}] <= 20, "more than anybody reads");
    require(message.file.empty() || !message.in_sheet, "an error in two files", message.file);
    require(message.file.find('\n') == message.file.npos, "a file of two lines", message.file);
    require(!message.in_sheet || message.sheet != 0, "a line of no sheet", message.text);
    require(message.sheet == 0 || log.sheets.contains(message.sheet), "an unknown sheet");
    require(std::isfinite(message.excess), "an excess that is no length");
    require(message.text.find('\n') == message.text.npos, "a message of two lines", message.text);
    const PlainWords words = in_plain_words(message);
    require(!words.code.empty(), "a message without a code", message.text);
    require(words.message.find('\n') == words.message.npos, "words of two lines", words.message);
    last_word(message.context);
    missing_package(message.text);
  }
  for (const auto& [number, marks] : log.sheets) {
    require(std::isfinite(marks.size) && std::isfinite(marks.fill), "a size that is none");
    require(!marks.whole() || log.pages >= marks.page + marks.pages, "a page behind the last");
  }
  // Nobody who does not know the nonce can speak for the class.
  require(read_log(text, "other-n0nce-9").sheets.empty() || text.find("other-n0nce-9") != text.npos,
          "a forged mark");
  return 0;
}

// Formulas of any kind. What is written holds only words of the allow list, balanced, and is
// itself a formula that reads the same.
#include <cstdint>
#include <string>
#include <string_view>

#include "emitter/base/text_check.hpp"
#include "emitter/math/math.hpp"
#include "emitter/text/text.hpp"
#include "tests/fuzz/diagnostics.hpp"
#include "tests/fuzz/require.hpp"
#include "tests/fuzz/sheet_reader.hpp"

using namespace listok::emitter;
using listok::fuzz::require;

namespace {

std::string without_braces(std::string tex) {
  std::erase_if(tex, [](char c) { return c == '{' || c == '}'; });
  return tex;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  const Source source("en/01-item.md", "$" + text + "$");
  if (has_errors(check_text(source))) return 0;
  const MathRules rules{.display = size % 2 == 1};
  const MathText math = read_math(source, {1, source.text().size() - 1}, rules);
  listok::fuzz::inspect(math.diagnostics, source);
  require(has_errors(math.diagnostics) == math.tex.empty(), "an error and a formula", math.tex);
  if (math.tex.empty()) return 0;
  const std::string trouble = listok::fuzz::trouble_in_formula(math.tex);
  require(trouble.empty(), trouble, math.tex);

  // Words are written as LaTeX, which is not what authors write; and what is written is longer.
  if (math.tex.find("\\text") != math.tex.npos || math.tex.find("\\mbox") != math.tex.npos)
    return 0;
  const Source again("en/01-item.md", math.tex);
  const MathText second = read_math(again, {0, math.tex.size()}, rules);
  for (const Diagnostic& one : second.diagnostics) {
    require(one.code == "math-size", "what was written is refused", math.tex);
  }
  // A bracket in an option gets braces each time.
  require(has_errors(second.diagnostics) || without_braces(second.tex) == without_braces(math.tex),
          "a formula changes when read again", math.tex + "\n" + second.tex);
  return 0;
}

// Finds the formulas of a Markdown text: `$…$` and `$$…$$`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "emitter/base/source.hpp"

namespace listok::emitter {

struct FormulaSpan {
  Span whole;  // dollars included
  bool display = false;

  Span inside() const {
    const std::size_t dollars = display ? 2 : 1;
    return {whole.begin + dollars, whole.end - dollars};
  }
  bool operator==(const FormulaSpan&) const = default;
};

struct FormulaSpans {
  std::vector<FormulaSpan> found;  // in the order of the text; none overlaps another
  std::vector<Span> unclosed;      // each "$$" that no "$$" closes before a blank line
};

// Formulas outside code, comments and addresses. The rule of pandoc's tex_math_dollars: an opening
// "$" is followed by non-space, the next "$" is preceded by non-space and not followed by a digit;
// "\$" is a dollar; no formula has a blank line in it.
FormulaSpans find_formulas(std::string_view markdown);

// Stands for each character of a formula while Markdown is read; refused in the files themselves.
constexpr char formula_mask = '\x1A';

// `markdown` with what stands between the dollars masked, so that nothing there is markup. Ends of
// lines and indentation stay, and so do all offsets.
std::string mask_formulas(std::string markdown, const std::vector<FormulaSpan>& formulas);

}  // namespace listok::emitter

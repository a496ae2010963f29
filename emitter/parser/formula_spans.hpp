// Finds the formulas of a Markdown text: `$…$` and `$$…$$`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "emitter/base/source.hpp"

namespace listok::emitter {

struct FormulaSpan {
  Span whole;   // delimiters included
  Span inside;  // what is to be read as a formula: all of it for `\begin{align}`
  bool display = false;
  bool in_row = false;  // of a table, where `\|` is a bar

  bool operator==(const FormulaSpan&) const = default;
};

struct FormulaSpans {
  std::vector<FormulaSpan> found;  // in the order of the text; none overlaps another
  std::vector<Span> unclosed;      // each "$$" that no "$$" closes before a blank line
  std::vector<Span> words;         // between dollars that would make formulas of them
  std::vector<Span> stray;         // each "$" that a formula seems to have lost
};

// Formulas outside code, comments and addresses. Between single dollars that which looks like one is
// one, and words as sentences have them are none (formula_or_text.hpp). Where the look says nothing
// it is the rule of pandoc's tex_math_dollars: an opening "$" is followed by non-space, the next "$"
// is preceded by non-space and not followed by a digit. "\$" is a dollar; no formula has a blank
// line in it. What chat assistants write is read as well, where it does not look like words:
// `\(…\)`, `\[…\]`, and `\begin{align}…\end{align}` on lines of its own.
FormulaSpans find_formulas(std::string_view markdown);

// Stands for each character of a formula while Markdown is read; refused in the files themselves.
constexpr char formula_mask = '\x1A';

// `markdown` with what stands between the delimiters masked, and dollars for these, so that nothing
// there is markup. Ends of lines and indentation stay, and so do all offsets.
std::string mask_formulas(std::string markdown, const std::vector<FormulaSpan>& formulas);

}  // namespace listok::emitter

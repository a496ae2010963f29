// Tells a dollar that a formula has lost from one of a price.
#pragma once

#include <span>
#include <string_view>

#include "emitter/parser/formula_spans.hpp"

namespace listok::emitter {

// Whether the dollar at `at`, which belongs to none of `formulas`, was meant to begin or end one:
// what stands at its side is no price and looks like a part of a formula; beside formulas anything
// that is no price does. `leaf` is the paragraph, heading or row it stands in, `formulas` are those
// of the leaf, in the order of the text.
bool is_stray_dollar(std::string_view text, Span leaf, std::size_t at,
                     std::span<const FormulaSpan> formulas);

}  // namespace listok::emitter

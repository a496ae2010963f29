// Finds marks of other kinds of Markdown in running text, where they print as they stand.
#pragma once

#include "emitter/base/diagnostic_list.hpp"
#include "emitter/model/model.hpp"

namespace listok::emitter {

// Warns of `==x==`, `[[x]]`, `x^2^`, `:smile:`, `{{< x >}}`, `[@x]`, `@fig-x`, `{.x}`,
// `^[x]`, `{--x--}`, `%% x %%`, `[TOC]`, `:::`, `!!!`, `???` and their kin, and of a
// word that a line ends in the middle of: `multi-⏎processor`.
void check_foreign_marks(const Blocks& blocks, const Source& source, DiagnosticList& findings);

}  // namespace listok::emitter

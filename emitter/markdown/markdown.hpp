// Reads the Markdown of an item.
// In: UTF-8 text that has passed check_text. Out: blocks with byte ranges of that text.
// Errors: diagnostics, for formulas that are not closed, too deep nesting, and the like.
#pragma once

#include <vector>

#include "emitter/model/model.hpp"

namespace listok::emitter {

struct Document {
  Blocks blocks;            // headings keep their Markdown level (1..6)
  Diagnostics diagnostics;  // of whatever is lost or refused
  bool whole = true;  // false: it would grow past emitter/base/limits.hpp, and there are no blocks
};

// Reads the part of `source` that begins at byte `begin` (after the front matter). CommonMark with
// tables, strikethrough and `$…$`, `$$…$$` (pandoc's rule for what opens and closes a formula:
// an opener is followed by non-space, a closer is preceded by non-space and not followed by a
// digit). Lines that begin with "• " are list items. HTML is what it means on paper.
// The text must have passed check_text.
// `lines` says what becomes of the ends of lines inside a paragraph, and `language`, a code or empty,
// in which language it is written.
Document read_markdown(const Source& source, std::size_t begin = 0,
                       LineBreaks lines = LineBreaks::likely, std::string_view language = {});

}  // namespace listok::emitter

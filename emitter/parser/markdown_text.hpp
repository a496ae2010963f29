// Prepares the Markdown of an item for the parser, and keeps the source it came from.
#pragma once

#include <string>
#include <string_view>

#include "emitter/base/source.hpp"
#include "emitter/dialects/footnotes.hpp"
#include "emitter/dialects/remarks.hpp"
#include "emitter/dialects/rewritten_text.hpp"
#include "emitter/model/model.hpp"
#include "emitter/parser/formula_spans.hpp"

namespace listok::emitter {

// Events are in offsets of `masked`; everything that leaves this room is in offsets of `source`.
struct MarkdownText {
  const Source& source;
  RewrittenText rewritten;  // by the passes for what authors write and CommonMark does not know
  std::string masked;  // of the same length: formulas and marks that are text hidden from Markdown
  FormulaSpans formulas;
  NoteLabels notes;  // that are defined
  Remarks remarks;   // of the passes, with spans in the source; void where the parser sees code

  MarkdownText(const Source& of, std::size_t begin, LineBreaks lines = LineBreaks::likely,
               std::string_view language = {});

  Span to_source(Span in_masked) const { return rewritten.to_source(in_masked); }
  std::string_view in_source(Span span) const {
    return source.text().substr(span.begin, span.end - span.begin);
  }

 private:
  template <typename Pass>
  void rewrite(const Pass& pass);
};

// What was written where `text`, a copy of a part of MarkdownText::masked, holds no formula.
std::string unmasked(std::string text);

}  // namespace listok::emitter

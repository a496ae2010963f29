// Rewrites a text before it is parsed, and finds the way back to what the author wrote. Only marks
// are rewritten: words are always read from the source, so that no rewriting can get onto the page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "emitter/base/source.hpp"

namespace listok::emitter {

// Replaces what stands in `span`; an empty span inserts, an empty replacement removes.
struct Edit {
  Span span;
  std::string replacement;
};
using Edits = std::vector<Edit>;

// A part of a Source, rewritten by one pass after the other.
class RewrittenText {
 public:
  // The text from byte `begin` of `whole` to its end, not changed yet.
  RewrittenText(std::string_view whole, std::size_t begin);

  const std::string& text() const { return text_; }

  // The edits are in offsets of text(), in the order of the text, and do not overlap.
  void apply(const Edits& edits);

  // Where in the Source that which stands in `span` of text() was written. What an edit put there
  // was written as all that the edit replaced.
  Span to_source(Span span) const;

 private:
  // One edit: what it replaced in the text before, and what stands there in the text after.
  struct Change {
    Span before, after;
  };
  using Layer = std::vector<Change>;
  enum class Edge { begin, end };  // of a span

  std::string text_;
  std::size_t begin_;
  std::vector<Layer> layers_;  // of each pass that changed something, the first one first

  static std::size_t before(const Layer& layer, std::size_t offset, Edge edge);
};

}  // namespace listok::emitter

// Turns lists whose items begin with "• ", as people paste them, into lists of Markdown.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "emitter/base/source.hpp"

namespace listok::emitter {

// A copy of a part of a Source in which "• " at the beginning of a line (after indentation and
// "> ") reads "+ ", and the way back from an offset in the copy to one in the Source.
class BulletedText {
 public:
  BulletedText(std::string_view whole, std::size_t begin);

  const std::string& text() const { return text_; }
  std::size_t to_source(std::size_t offset) const;
  Span to_source(Span span) const { return {to_source(span.begin), to_source(span.end)}; }

 private:
  std::string text_;
  std::size_t begin_;
  std::vector<std::size_t> bullets_;  // where in text_ each "+" stands
};

}  // namespace listok::emitter

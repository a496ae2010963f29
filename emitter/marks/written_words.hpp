// Goes through the words of running text as they stand in the source.
// In: blocks, and the source that they were read from. Out: byte ranges. Errors: none.
#pragma once

#include <string_view>

#include "emitter/model/visit.hpp"

namespace listok::emitter {

// `visit(span)` for the words of `words` between their comments, of which nothing is printed.
template <typename Visit>
void visit_without_comments(Span words, std::string_view source, const Visit& visit) {
  source = source.substr(0, words.end);
  for (std::size_t open; (open = source.find("<!--", words.begin)) != source.npos;) {
    if (open > words.begin) visit(Span{words.begin, open});
    const std::size_t close = source.find("-->", open);
    if (close == source.npos) return;
    words.begin = close + 3;
  }
  if (words.begin < words.end) visit(words);
}

// `visit(span)` for all running text that is words: no formula, no code.
template <typename Visit>
void visit_written_words(const Blocks& blocks, const Source& source, const Visit& visit) {
  const bool comments = source.text().find("<!--") != std::string_view::npos;
  visit_all_inlines(blocks, [&](const Inline& one) {
    if (!std::holds_alternative<Text>(one.value)) return;
    if (comments) {
      visit_without_comments(one.span, source.text(), visit);
    } else {
      visit(one.span);
    }
  });
}

}  // namespace listok::emitter

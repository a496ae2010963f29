#include "emitter/dialects/rewritten_text.hpp"

#include <algorithm>

namespace listok::emitter {

RewrittenText::RewrittenText(std::string_view whole, std::size_t begin)
    : text_(whole.substr(std::min(begin, whole.size()))), begin_(begin) {}

void RewrittenText::apply(const Edits& edits) {
  if (edits.empty()) return;
  std::string made;
  made.reserve(text_.size());
  Layer layer;
  layer.reserve(edits.size());
  std::size_t end = 0;  // of what is copied already
  for (const Edit& edit : edits) {
    made.append(text_, end, edit.span.begin - end);
    const std::size_t begin = made.size();
    made += edit.replacement;
    layer.push_back({edit.span, {begin, made.size()}});
    end = edit.span.end;
  }
  made.append(text_, end);
  text_ = std::move(made);
  layers_.push_back(std::move(layer));
}

std::size_t RewrittenText::before(const Layer& layer, std::size_t offset, Edge edge) {
  // The first change that ends behind the offset; for the end of a span, at it or behind it.
  const auto change = std::partition_point(layer.begin(), layer.end(), [&](const Change& one) {
    return edge == Edge::begin ? one.after.end <= offset : one.after.end < offset;
  });
  const bool inside = change != layer.end() && (edge == Edge::begin ? change->after.begin <= offset
                                                                    : change->after.begin < offset);
  if (inside) return edge == Edge::begin ? change->before.begin : change->before.end;
  if (change == layer.begin()) return offset;
  const Change& passed = *std::prev(change);
  return offset - passed.after.end + passed.before.end;
}

Span RewrittenText::to_source(Span span) const {
  for (auto layer = layers_.rbegin(); layer != layers_.rend(); ++layer) {
    span = {before(*layer, span.begin, Edge::begin), before(*layer, span.end, Edge::end)};
    span.end = std::max(span.begin, span.end);
  }
  return {begin_ + span.begin, begin_ + span.end};
}

}  // namespace listok::emitter

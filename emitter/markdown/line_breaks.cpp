#include "emitter/markdown/line_breaks.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "emitter/model/text_runs.hpp"

namespace listok::emitter {

namespace {

bool is_break(const Inline& one) { return std::holds_alternative<HardBreak>(one.value); }

}  // namespace

void trim_breaks(Inlines& inlines) {
  while (!inlines.empty() && is_break(inlines.back())) {
    inlines.pop_back();
    trim_text(inlines);
  }
  const auto first = std::ranges::find_if_not(inlines, is_break);
  if (first == inlines.begin()) return;
  inlines.erase(inlines.begin(), first);
  trim_text(inlines);
}

std::vector<Inlines> divided(Inlines inlines) {
  std::vector<Inlines> parts(1);
  for (auto one = inlines.begin(); one != inlines.end(); ++one) {
    const auto next = std::find_if_not(one, inlines.end(), is_break);
    if (std::distance(one, next) < 2) {
      parts.back().push_back(std::move(*one));
      continue;
    }
    trim_text(parts.back());
    parts.emplace_back();
    one = std::prev(next);
  }
  std::erase_if(parts, [](const Inlines& part) { return part.empty(); });
  return parts;
}

}  // namespace listok::emitter

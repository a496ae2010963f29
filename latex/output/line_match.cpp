#include "latex/output/line_match.hpp"

#include <algorithm>
#include <cstdint>
#include <span>

#include "emitter/text/text.hpp"

namespace listok::latex {
namespace {

using Lines = std::vector<std::string_view>;

constexpr std::size_t most_pairs = 4'000'000;  // of lines that are compared; a sheet has some 100

Lines lines_of(std::string_view text) {
  Lines lines;
  while (!text.empty()) lines.push_back(emitter::take_line(text));
  return lines;
}

// The longest sequence that both have in common, as for diff; `put` gets its pairs, in order.
template <typename Put>
void for_common(std::span<const std::string_view> before, std::span<const std::string_view> after,
                Put put) {
  const std::size_t width = after.size() + 1;
  std::vector<std::uint32_t> longest((before.size() + 1) * width);  // from these lines on
  for (std::size_t one = before.size(); one-- > 0;) {
    for (std::size_t two = after.size(); two-- > 0;) {
      longest[one * width + two] =
          before[one] == after[two]
              ? longest[(one + 1) * width + two + 1] + 1
              : std::max(longest[(one + 1) * width + two], longest[one * width + two + 1]);
    }
  }
  for (std::size_t one = 0, two = 0; one < before.size() && two < after.size();) {
    if (before[one] == after[two]) {
      put(one++, two++);
    } else if (longest[(one + 1) * width + two] >= longest[one * width + two + 1]) {
      ++one;
    } else {
      ++two;
    }
  }
}

}  // namespace

std::vector<std::size_t> matching_lines(std::string_view before, std::string_view after) {
  const Lines old_lines = lines_of(before);
  const Lines lines = lines_of(after);
  const std::size_t shorter = std::min(old_lines.size(), lines.size());
  std::size_t head = 0, tail = 0;
  while (head < shorter && old_lines[head] == lines[head]) ++head;
  while (tail < shorter - head && old_lines.rbegin()[static_cast<std::ptrdiff_t>(tail)] ==
                                      lines.rbegin()[static_cast<std::ptrdiff_t>(tail)]) {
    ++tail;
  }
  std::vector<std::size_t> matching(lines.size());
  std::size_t next_old = 0, next = 0;  // behind the last pair
  const auto fill = [&](std::size_t one, std::size_t two) {
    if (one - next_old == two - next) {
      while (next < two) matching[next++] = ++next_old;
    }
  };
  const auto put = [&](std::size_t one, std::size_t two) {
    fill(one, two);
    matching[two] = one + 1;
    next_old = one + 1;
    next = two + 1;
  };
  for (std::size_t line = 0; line < head; ++line) put(line, line);
  const std::span between_old(old_lines.data() + head, old_lines.size() - head - tail);
  const std::span between(lines.data() + head, lines.size() - head - tail);
  if (between_old.size() * between.size() <= most_pairs) {
    for_common(between_old, between,
               [&](std::size_t one, std::size_t two) { put(head + one, head + two); });
  }
  for (std::size_t left = tail; left > 0; --left) put(old_lines.size() - left, lines.size() - left);
  fill(old_lines.size(), lines.size());
  return matching;
}

std::vector<std::size_t> carried_over(const std::vector<std::size_t>& map,
                                      const std::vector<std::size_t>& matching) {
  std::vector<std::size_t> carried;
  if (map.empty()) return carried;
  for (const std::size_t line : matching) {
    carried.push_back(line >= 1 && line <= map.size() ? map[line - 1] : 0);
  }
  return carried;
}

}  // namespace listok::latex

#include "emitter/base/spelling.hpp"

#include <algorithm>
#include <numeric>

#include "emitter/text/text.hpp"

namespace listok::emitter {

namespace {

constexpr std::size_t longest_word = 200;  // what is longer was not mistyped

// Insertions, deletions, substitutions and swaps of neighbours that lead from one to the other.
std::size_t edit_distance(const std::u32string& from, const std::u32string& to) {
  std::vector<std::size_t> before(to.size() + 1), last(to.size() + 1), now(to.size() + 1);
  std::iota(last.begin(), last.end(), std::size_t{0});
  for (std::size_t i = 1; i <= from.size(); ++i) {
    now[0] = i;
    for (std::size_t j = 1; j <= to.size(); ++j) {
      const std::size_t same = from[i - 1] == to[j - 1] ? 0 : 1;
      now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + same});
      if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1]) {
        now[j] = std::min(now[j], before[j - 2] + 1);
      }
    }
    before.swap(last);
    last.swap(now);
  }
  return last.back();
}

}  // namespace

std::string_view nearest(std::string_view word, const std::vector<std::string>& candidates) {
  const std::u32string wanted = to_code_points(fold_case(word));
  if (wanted.empty() || wanted.size() > longest_word) return {};
  std::string_view best;
  std::size_t best_distance = 0;
  const auto too_far = [](std::size_t distance, std::size_t one, std::size_t other) {
    return distance * 3 > std::max(one, other);
  };
  for (const std::string& candidate : candidates) {
    // Letters that are too many or too few are that many mistakes: this spares most of the work.
    const std::size_t letters = length(candidate);
    const std::size_t missing = std::max(letters, wanted.size()) - std::min(letters, wanted.size());
    if (too_far(missing, letters, wanted.size())) continue;
    const std::u32string offered = to_code_points(fold_case(candidate));
    if (offered.size() > longest_word) continue;
    const std::size_t distance = edit_distance(wanted, offered);
    if (too_far(distance, wanted.size(), offered.size())) continue;
    if (best.empty() || distance < best_distance) {
      best = candidate;
      best_distance = distance;
    }
  }
  return best;
}

}  // namespace listok::emitter

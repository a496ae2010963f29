#include "emitter/dialects/fences.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace listok::emitter {

namespace {

constexpr std::size_t shortest = 3;

bool closes(const Fence& fence, const Fence& open) {
  return fence.mark == open.mark && fence.length() >= open.length() && !fence.names_language;
}

// The fence that stays open when each is closed by the first that can.
std::optional<Fence> left_open(const std::vector<Fence>& fences) {
  std::optional<Fence> open;
  for (const Fence& fence : fences) {
    if (!open) {
      open = fence;
    } else if (closes(fence, *open)) {
      open.reset();
    }
  }
  return open;
}

struct Pair {
  Fence open, close;
};

// The outermost pairs that hold others, when a fence with a language always opens and one without
// closes the last that is open. Nothing when that leaves one open as well.
std::optional<std::vector<Pair>> outer_pairs(const std::vector<Fence>& fences) {
  std::vector<Pair> pairs;
  std::vector<Fence> open;
  bool holds_others = false;
  for (const Fence& fence : fences) {
    const bool nests = !open.empty() && fence.names_language && fence.mark == open.back().mark;
    if (open.empty() || nests) {
      holds_others = nests;
      open.push_back(fence);
    } else if (closes(fence, open.back())) {
      if (open.size() == 1 && holds_others) pairs.push_back({open.back(), fence});
      open.pop_back();
    }
  }
  if (!open.empty()) return std::nullopt;
  return pairs;
}

Remark remark_of_open(std::string_view markdown, const Fence& open) {
  const bool swallows = markdown.find("\n## ", open.marks.end) != markdown.npos;
  return {open.marks, swallows ? Severity::error : Severity::warning, "fence-open",
          "the code that begins here has no end",
          fmt::format("end it with a line of {} {}", open.length(),
                      open.mark == '~' ? "tildes" : "backquotes")};
}

}  // namespace

std::optional<Fence> fence_on(const Line& line) {
  std::string_view words = line.words();
  // The first line of an item: "- ```", "1. ```".
  const std::size_t mark = std::min(words.find_first_not_of("-*+0123456789.) \t"), words.size());
  words.remove_prefix(mark);
  if (!words.starts_with("```") && !words.starts_with("~~~")) return std::nullopt;
  const char c = words.front();
  const std::size_t size = std::min(words.find_first_not_of(c), words.size());
  const std::string_view info = words.substr(size);
  if (size < shortest || (c == '`' && info.find('`') != info.npos)) return std::nullopt;
  const std::size_t begin = line.at() + mark;
  return Fence{{begin, begin + size}, c, info.find_first_not_of(" \t") != info.npos};
}

bool FenceTracker::is_code(const Line& line) {
  const std::optional<Fence> fence = fence_on(line);
  if (!open_) {
    open_ = fence;
    return fence.has_value();
  }
  if (fence && closes(*fence, *open_)) open_.reset();
  return true;
}

Edits edit_nested_fences(std::string_view markdown, Remarks& remarks) {
  Edits edits;
  if (markdown.find("```") == markdown.npos && markdown.find("~~~") == markdown.npos) return edits;
  std::vector<Fence> fences;
  for_each_line(markdown, [&](const Line& line) {
    if (const std::optional<Fence> fence = fence_on(line)) fences.push_back(*fence);
  });
  const std::optional<Fence> open = left_open(fences);
  if (!open) return edits;
  const std::optional<std::vector<Pair>> pairs = outer_pairs(fences);
  if (!pairs) {
    remarks.push_back(remark_of_open(markdown, *open));
    return edits;
  }
  for (const auto& [begin, end] : *pairs) {
    const std::string longer(std::max(begin.length(), end.length()) + 1, begin.mark);
    remarks.push_back({begin.marks, Severity::warning, "nested-fence",
                       "the code holds code between marks of the same length",
                       "begin and end the outer one with a mark more"});
    edits.push_back({begin.marks, longer});
    edits.push_back({end.marks, longer});
  }
  return edits;
}

}  // namespace listok::emitter

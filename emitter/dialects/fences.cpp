#include "emitter/dialects/fences.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace listok::emitter {

namespace {

constexpr std::size_t shortest = 3;
constexpr std::string_view word_joiner = "\u2060";
constexpr std::size_t most_containers = 100;

// Goes along a line by columns, as a tab reaches to the next of every four.
class Cursor {
 public:
  explicit Cursor(std::string_view line) : line_(line) {}

  std::size_t at() const { return at_; }
  std::string_view rest() const { return line_.substr(at_); }
  bool blank() const { return rest().find_first_not_of(" \t") == std::string_view::npos; }
  std::size_t indent() const;
  void skip_columns(std::size_t count);
  void skip_marks(std::size_t count) { at_ += count, column_ += count; }

 private:
  static constexpr std::size_t tab = 4;
  std::string_view line_;
  std::size_t at_ = 0, column_ = 0;
  std::size_t left_of_tab_ = 0;  // columns of a tab that is passed in part

  std::size_t width(char c, std::size_t column) const { return c == '\t' ? tab - column % tab : 1; }
};

std::size_t Cursor::indent() const {
  std::size_t column = column_;
  for (std::size_t i = at_; i < line_.size() && (line_[i] == ' ' || line_[i] == '\t'); ++i) {
    column += width(line_[i], column);
  }
  return left_of_tab_ + column - column_;
}

// Over blanks; no more than indent().
void Cursor::skip_columns(std::size_t count) {
  const std::size_t of_tab = std::min(count, left_of_tab_);
  left_of_tab_ -= of_tab;
  count -= of_tab;
  while (count > 0) {
    const std::size_t size = width(line_[at_++], column_);
    column_ += size;
    left_of_tab_ = size - std::min(size, count);
    count -= std::min(size, count);
  }
}

// The size of the mark of a list, 0 when there is none.
std::size_t mark_size(std::string_view words) {
  std::size_t size = words.find_first_not_of("0123456789");
  if (size == words.npos || size > 9) return 0;
  const std::string_view marks = size == 0 ? "-*+" : ".)";
  if (marks.find(words[size]) == marks.npos) return 0;
  ++size;
  return size == words.size() || words[size] == ' ' || words[size] == '\t' ? size : 0;
}

void skip_quote(Cursor& cursor) {
  cursor.skip_columns(cursor.indent());
  cursor.skip_marks(1);
  if (cursor.indent() > 0) cursor.skip_columns(1);
}

// Over the indentation, as far as it is that of the text.
bool is_text(Cursor cursor) { return cursor.indent() <= deepest_indent && !cursor.blank(); }

std::string_view words_at(const Cursor& cursor) {
  const std::string_view rest = cursor.rest();
  return rest.substr(std::min(rest.find_first_not_of(" \t"), rest.size()));
}

// How many of the containers the line is in; the cursor passes their marks.
std::size_t count_kept(const std::vector<Container>& containers, Cursor& cursor) {
  std::size_t kept = 0;
  for (const Container& one : containers) {
    if (one.quote) {
      if (!is_text(cursor) || !words_at(cursor).starts_with('>')) break;
      skip_quote(cursor);
    } else if (!cursor.blank()) {
      if (cursor.indent() < one.width) break;
      cursor.skip_columns(one.width);
    }
    ++kept;
  }
  return kept;
}

// The containers that begin on the line.
void open_containers(std::vector<Container>& containers, Cursor& cursor) {
  while (is_text(cursor) && containers.size() < most_containers) {
    const std::string_view words = words_at(cursor);
    if (words.starts_with('>')) {
      skip_quote(cursor);
      containers.push_back({.quote = true});
      continue;
    }
    const std::size_t mark = mark_size(words);
    if (mark == 0) return;
    const std::size_t before = cursor.indent();
    cursor.skip_columns(before);
    cursor.skip_marks(mark);
    const std::size_t behind = cursor.indent();
    const bool one = cursor.blank() || behind > deepest_indent + 1;  // then code, or nothing
    const std::size_t gap = one ? std::min<std::size_t>(behind, 1) : behind;
    cursor.skip_columns(gap);
    containers.push_back({.quote = false, .width = before + mark + (one ? 1 : gap)});
  }
}

std::optional<Fence> fence_at(const Cursor& cursor, const Line& line) {
  if (!is_text(cursor)) return std::nullopt;
  const std::string_view words = words_at(cursor);
  if (!words.starts_with("```") && !words.starts_with("~~~")) return std::nullopt;
  const char c = words.front();
  const std::size_t size = std::min(words.find_first_not_of(c), words.size());
  const std::string_view info = words.substr(size);
  if (size < shortest || (c == '`' && info.find('`') != info.npos)) return std::nullopt;
  const std::size_t begin = line.begin + line.text.size() - words.size();
  return Fence{{begin, begin + size}, c, info.find_first_not_of(" \t") != info.npos};
}

bool closes(const Fence& fence, const Fence& open) {
  return fence.mark == open.mark && fence.length() >= open.length() && !fence.names_language;
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
    const bool nests = !open.empty() && fence.names_language && fence.mark == open.back().mark &&
                       fence.length() >= open.back().length();
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

bool FenceTracker::is_code(const Line& line) {
  Cursor cursor(line.text);
  const std::size_t kept = count_kept(containers_, cursor);
  const bool leaves = kept < containers_.size();
  cut_off_ = leaves && open_.has_value();
  if (leaves) {
    containers_.resize(kept);
    open_.reset();
    in_comment_ = false;
  }
  fence_.reset();
  deep_ = indented_ = false;
  if (open_) {
    fence_ = fence_at(cursor, line);
    if (fence_ && closes(*fence_, *open_)) open_.reset();
    return true;
  }
  constexpr std::string_view comment = "<!--", end_of_comment = "-->";
  if (!in_comment_) {
    open_containers(containers_, cursor);
    in_comment_ = is_text(cursor) && words_at(cursor).starts_with(comment);
    if (in_comment_) cursor.skip_columns(cursor.indent());
    if (in_comment_) cursor.skip_marks(2);  // `<!-->` is a whole one
  }
  if (in_comment_) {
    in_comment_ = cursor.rest().find(end_of_comment) == std::string_view::npos;
    return false;
  }
  open_ = fence_ = fence_at(cursor, line);
  indented_ = cursor.indent() > deepest_indent;
  deep_ = !is_text(cursor) &&
          (words_at(cursor).starts_with("```") || words_at(cursor).starts_with("~~~"));
  return open_.has_value();
}

Edits edit_nested_fences(std::string_view markdown, Remarks& remarks) {
  Edits edits;
  if (markdown.find("```") == markdown.npos && markdown.find("~~~") == markdown.npos) return edits;
  std::vector<Fence> fences;
  std::size_t begin_of_code = 0;  // in `fences`
  FenceTracker tracker;
  for_each_line(markdown, [&](const Line& line) {
    const bool was_open = tracker.open().has_value();
    tracker.is_code(line);
    if (tracker.cut_off()) fences.resize(begin_of_code);
    if (tracker.is_deep()) {
      const std::size_t at = line.begin + line.text.find_first_of("`~");
      edits.push_back({{at, at}, std::string(word_joiner)});
    }
    if (!tracker.fence()) return;
    if (!was_open || tracker.cut_off()) begin_of_code = fences.size();
    fences.push_back(*tracker.fence());
  });
  if (!tracker.open()) return edits;
  const std::optional<std::vector<Pair>> pairs = outer_pairs(fences);
  if (!pairs) {
    remarks.push_back(remark_of_open(markdown, *tracker.open()));
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
  std::ranges::sort(edits, {}, [](const Edit& one) { return one.span.begin; });
  return edits;
}

}  // namespace listok::emitter

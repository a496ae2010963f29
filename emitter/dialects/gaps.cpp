#include "emitter/dialects/gaps.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "emitter/dialects/lines.hpp"
#include "emitter/text/ascii.hpp"

namespace listok::emitter {

namespace {

constexpr std::size_t shortest = 2;
constexpr std::size_t shortest_in_word = 3;
constexpr std::ptrdiff_t most_open = 32;  // that are looked through for one to close
constexpr std::size_t shortest_line = 4;  // `___` on a line divides the text, as everywhere

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> marks, bool ends) {
  return std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) {
    return ends ? text.ends_with(mark) : text.starts_with(mark);
  });
}

// Whether what stands before the run can be the end of a word, or behind it the beginning of one.
bool ends_word(std::string_view before) {
  if (before.empty() || is_ascii_space(before.back())) return false;
  if (is_one_of(before, {"«", "“", "„", "‘", "—", "–", "…", "№", "\u00A0", "→", "·"}, true))
    return false;
  if (is_beyond_ascii(before.back())) return true;
  const bool quoted = before.back() == '"' || before.back() == '\'';
  if (quoted) return before.size() > 1 && !is_ascii_space(before[before.size() - 2]);
  return is_ascii_alphanumeric(before.back()) ||
         std::string_view(")]}*`$%").find(before.back()) != std::string_view::npos;
}

bool begins_word(std::string_view behind) {
  if (behind.empty() || is_ascii_space(behind.front())) return false;
  if (is_one_of(behind, {"»", "”", "“", "’", "—", "–", "…", "\u00A0", "→", "·"}, false))
    return false;
  if (is_beyond_ascii(behind.front())) return true;
  const bool quoted = behind.front() == '"' || behind.front() == '\'';
  if (quoted) return behind.size() > 1 && is_ascii_alphanumeric(behind[1]);
  return is_ascii_alphanumeric(behind.front()) ||
         std::string_view("([{*`$<&!\\~").find(behind.front()) != std::string_view::npos;
}

// Behind a sentence a run is not known to be one that closes, unless something is open: `__Why?__`.
bool ends_sentence(std::string_view before) {
  if (before.empty()) return false;
  return std::string_view(".,:;!?>").find(before.back()) != std::string_view::npos ||
         is_one_of(before, {"…", "“"}, true);
}

// Nor one that opens before such a word, unless something closes it: `__.NET__`.
bool begins_odd_word(std::string_view before, std::string_view behind) {
  if (behind.empty() || (!before.empty() && !is_ascii_space(before.back()))) return false;
  std::size_t mark = std::string_view(".@#/+%").find(behind.front()) != std::string_view::npos;
  if (is_one_of(behind, {"…", "“"}, false)) mark = 3;
  if (mark == 0 || behind.size() <= mark) return false;
  return is_ascii_letter(behind[mark]) || is_beyond_ascii(behind[mark]);
}

// What stands before the run, up to the last blank, is the beginning of an address.
bool is_in_address(std::string_view before) {
  constexpr std::size_t longest = 500;
  before = before.substr(before.size() - std::min(before.size(), longest));
  const std::size_t blank = before.find_last_of(" \t\r\n");
  before.remove_prefix(blank == before.npos ? 0 : blank + 1);
  return before.find("://") != before.npos || before.find("www.") != before.npos;
}

// What a run of underscores touches on one of its sides.
enum class Side { nothing, sentence, word };

Side side_before(std::string_view before) {
  return ends_word(before) ? Side::word : ends_sentence(before) ? Side::sentence : Side::nothing;
}

Side side_behind(std::string_view before, std::string_view behind) {
  if (begins_word(behind)) return Side::word;
  return begins_odd_word(before, behind) ? Side::sentence : Side::nothing;
}

struct Run {
  std::size_t begin, end;
  Side before, behind;

  std::size_t size() const { return end - begin; }
};

class GapMask {
 public:
  explicit GapMask(std::string& text) : text_(text) {}

  void mask_all();

 private:
  std::string& text_;
  std::vector<Run> openers_;  // of the paragraph, which nothing has closed yet

  void mask(const Run& run) {
    std::fill(text_.begin() + static_cast<std::ptrdiff_t>(run.begin),
              text_.begin() + static_cast<std::ptrdiff_t>(run.end), gap_mask);
  }
  void read(const Run& run);
  bool close(const Run& run);
  void end_paragraph();
};

// Whether the run closes what is open: one run, `__a _b___` several, `___a_ b__` part of one.
bool GapMask::close(const Run& run) {
  const auto last = openers_.rbegin();
  const auto end = last + std::min(std::ssize(openers_), most_open);
  const bool after_letter = run.before == Side::word && !is_ascii_digit(text_[run.begin - 1]);
  const auto same = std::find_if(last, end, [&](const Run& one) {
    return one.size() == run.size() && (one.behind == Side::word || after_letter);
  });
  if (same != end) {
    openers_.erase(std::prev(same.base()), openers_.end());
    return true;
  }
  std::size_t open = 0;
  for (auto one = last; one != end && one->behind == Side::word && open < run.size(); ++one) {
    open += one->size();
    if (open != run.size()) continue;
    openers_.erase(std::prev(one.base()), openers_.end());
    return true;
  }
  constexpr std::size_t strong_emphasis = 3;
  if (last == end || last->size() != strong_emphasis || run.size() > last->size()) return false;
  last->end -= run.size();
  return true;
}

void GapMask::read(const Run& run) {
  const bool closes = run.before == Side::word, opens = run.behind == Side::word;
  if (fills_line(text_, {run.begin, run.end})) {
    if (run.size() >= shortest_line) mask(run);
  } else if (opens && closes) {
    if (run.size() >= shortest_in_word) mask(run);
  } else if (opens) {
    openers_.push_back(run);
  } else if (run.before != Side::nothing && close(run)) {
    return;
  } else if (closes) {
    const bool after_digit = is_ascii_digit(text_[run.begin - 1]);
    if (run.size() >= (after_digit ? shortest : shortest_in_word)) mask(run);
  } else if (run.behind == Side::sentence) {
    openers_.push_back(run);
  } else if (run.size() >= shortest) {
    mask(run);
  }
}

void GapMask::end_paragraph() {
  for (const Run& run : openers_) {
    if (run.size() >= (run.behind == Side::word ? shortest_in_word : shortest)) mask(run);
  }
  openers_.clear();
}

void GapMask::mask_all() {
  const auto next = [&](std::size_t from) { return text_.find_first_of("_`\n\\", from); };
  for (std::size_t at = 0; (at = next(at)) != text_.npos;) {
    const char c = text_[at];
    std::size_t end = std::min(text_.find_first_not_of(c, at), text_.size());
    if (c == '\\') {
      end = at + 2;
    } else if (c == '\n') {
      end = at + 1;
      if (line_at(text_, end).blank()) end_paragraph();
    } else if (c == '_') {
      const std::string_view all = text_;
      const std::string_view before = all.substr(0, at), behind = all.substr(end);
      if (!is_in_address(before)) {
        read({at, end, side_before(before), side_behind(before, behind)});
      }
    } else if (c == '`') {  // code: to the next run of as many on the line
      const std::string ticks(end - at, '`');
      const std::size_t close = text_.find(ticks, end);
      if (close < text_.find('\n', end)) end = close + ticks.size();
    }
    at = end;
  }
  end_paragraph();
}

}  // namespace

bool fills_line(std::string_view markdown, Span gap) {
  const std::size_t begin = markdown.rfind('\n', gap.begin) + 1;  // npos + 1 is the beginning
  const std::string_view words = line_at(markdown, begin).words();
  return words.find_last_not_of(" \t") + 1 == gap.end - gap.begin;
}

std::string mask_gaps(std::string markdown) {
  if (markdown.find("__") != markdown.npos) GapMask(markdown).mask_all();
  return markdown;
}

}  // namespace listok::emitter

// Finds the lines of ``` and ~~~ that begin and end code.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "emitter/dialects/lines.hpp"
#include "emitter/dialects/remarks.hpp"
#include "emitter/dialects/rewritten_text.hpp"

namespace listok::emitter {

// The marks of one line: "```", "~~~~".
struct Fence {
  Span marks;
  char mark = '`';
  bool names_language = false;  // something stands behind: such a line can only begin code

  std::size_t length() const { return marks.end - marks.begin; }
};

std::optional<Fence> fence_on(const Line& line);

// Knows, line by line, whether the text is in fenced code.
class FenceTracker {
 public:
  // True when `line` is one of the fences, or between them.
  bool is_code(const Line& line);

 private:
  std::optional<Fence> open_;
};

// Longer marks for code that holds fenced code of its own behind marks of the same length, where
// CommonMark would end the outer with the inner and leave the last mark open. A remark says so, as
// one does of marks that nothing closes: an error when they swallow a section.
Edits edit_nested_fences(std::string_view markdown, Remarks& remarks);

}  // namespace listok::emitter

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

// What lines stand in: a quotation, or an item of a list, whose lines are indented by `width`.
struct Container {
  bool quote = false;
  std::size_t width = 0;
};

// Knows, line by line, whether the text is in fenced code, as CommonMark has it: code ends with the
// quotation or the item that it stands in, and in a comment there is none.
class FenceTracker {
 public:
  // True when `line` is one of the fences, or between them.
  bool is_code(const Line& line);

  const std::optional<Fence>& open() const { return open_; }
  // The fence on the last line, and whether code ended there with what it stood in.
  const std::optional<Fence>& fence() const { return fence_; }
  bool cut_off() const { return cut_off_; }
  // Whether marks outside code have too much indentation to be a fence.
  bool is_deep() const { return deep_; }
  // Whether the line has too much indentation to begin a paragraph where it stands.
  bool is_indented() const { return indented_; }

 private:
  std::vector<Container> containers_;
  std::optional<Fence> open_, fence_;
  bool in_comment_ = false, cut_off_ = false, deep_ = false, indented_ = false;
};

// Something before marks with too much indentation to begin code, as md4c takes them for a fence
// when they go on a paragraph. Longer marks for code that holds fenced code of its own behind marks of the same length, where
// CommonMark would end the outer with the inner and leave the last mark open. A remark says so, as
// one does of marks that nothing closes: an error when they swallow a section.
Edits edit_nested_fences(std::string_view markdown, Remarks& remarks);

}  // namespace listok::emitter

// The text of one input file, and the way from a byte offset in it to a line and a column.
// In: byte offsets from 0. Out: lines and columns from 1, in characters; diagnostics with an
// excerpt.
// Errors: none; an offset past the end stands for the end.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "emitter/base/diagnostic.hpp"

namespace listok::emitter {

// Half-open range of byte offsets into a Source.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  bool operator==(const Span&) const = default;
};

struct Place {
  std::size_t line = 0;    // from 1
  std::size_t column = 0;  // from 1, in characters (code points)
};

class Source {
 public:
  // `name` is the path as shown to the person. `text` is the file's bytes, whatever they are.
  Source(std::string name, std::string text);

  const std::string& name() const { return name_; }
  // Without U+FEFF but at its beginning: text that is pasted from web pages brings it along, to say
  // that no line may end there. It is not seen, and no mark of Markdown is read behind it.
  std::string_view text() const { return text_; }
  // Where in text() the first of those stood.
  std::optional<std::size_t> dropped_mark() const { return dropped_mark_; }

  Place place(std::size_t offset) const;
  // The line of place(), which a file of one long line makes cheaper to ask for than its column.
  std::size_t line_of(std::size_t offset) const;
  // The text of line `line` (from 1) without its end of line; empty when there is no such line.
  std::string_view line(std::size_t line) const;

  // A diagnostic at `span`, excerpt filled in. The underline stops at the end of the first line.
  Diagnostic diagnostic(Severity severity, Span span, std::string code, std::string message,
                        std::string hint = {}) const;
  // One about the file as a whole.
  Diagnostic about_file(Severity severity, std::string code, std::string message,
                        std::string hint = {}) const;

 private:
  std::string name_;
  std::string text_;
  std::optional<std::size_t> dropped_mark_;
  std::vector<std::size_t> starts_;  // byte offset at which each line begins

  void drop_marks_from(std::size_t begin);
};

}  // namespace listok::emitter

// Divides a formula into tokens with positions.
#pragma once

#include <string>
#include <string_view>

#include "emitter/base/source.hpp"

namespace listok::emitter {

struct MathToken {
  enum class Kind {
    character,    // an ASCII letter, digit or sign that stands for itself
    command,      // a backslash and what follows: text is "\\alpha" or "\\,"
    symbol,       // a character that is not ASCII; text is its LaTeX, or empty: there is none
    words,        // a run of letters such as Cyrillic ones, which are words and not variables
    superscript,  // "²" typed as such; text is "2"
    subscript,
    open,   // {
    close,  // }
    up,     // ^
    down,   // _
    prime,  // ', or ″ typed as such; text is "''"
    align,  // &
    row,    // the command of two backslashes
    end,    // of the formula
  };
  Kind kind = Kind::end;
  std::string text;
  Span span;
  bool spaced = false;  // white space stands before it
};

// `text` ends with a command of letters, so that a letter behind it would become part of its name.
bool ends_with_control_word(std::string_view text);

class MathLexer {
 public:
  // Positions count from the beginning of `text`, of which `formula` is a part.
  MathLexer(std::string_view text, Span formula)
      : text_(text), at_(formula.begin), end_(formula.end) {}

  MathToken next();

  // The place that `next` will read from, for the parts that are not made of tokens.
  std::size_t at() const { return at_; }
  void move_to(std::size_t at) { at_ = at; }
  std::size_t end() const { return end_; }
  std::string_view rest() const { return text_.substr(at_, end_ - at_); }

 private:
  bool skip_space();
  MathToken command();
  MathToken beyond_ascii();
  MathToken scripts();
  MathToken words();

  std::string_view text_;
  std::size_t at_;
  std::size_t end_;
};

}  // namespace listok::emitter

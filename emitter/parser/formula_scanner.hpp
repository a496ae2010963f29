// Finds formulas in a stretch of Markdown whose code, comments and addresses are known.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "emitter/parser/formula_spans.hpp"

namespace listok::emitter {

// What a byte of the text may be to a formula, byte by byte.
enum class Role : unsigned char {
  plain,
  opaque,  // in an address or title: never a delimiter
  stop,    // code, a comment, another formula: no formula reaches across it
};
using Roles = std::vector<Role>;

class FormulaScanner {
 public:
  // Both must outlive the object.
  FormulaScanner(std::string_view text, const Roles& roles) : text_(text), roles_(roles) {}

  // Adds the formulas that begin and end in `range`; inline ones stay on a line unless
  // `across_lines`. Each single dollar that is left over is added to `stray`.
  void scan(Span range, bool across_lines, FormulaSpans& into) const;

 private:
  std::string_view text_;
  const Roles& roles_;

  std::size_t dollars(std::size_t at, Span range, bool across_lines, FormulaSpans& into) const;
  std::size_t backslash(std::size_t at, Span range, bool across_lines, FormulaSpans& into) const;
  std::optional<FormulaSpan> environment(std::size_t at, Span range) const;
  std::optional<FormulaSpan> bracketed(std::size_t at, Span range, bool across_lines) const;

  bool dollar_at(std::size_t at, std::size_t end) const {
    return at < end && text_[at] == '$' && roles_[at] == Role::plain;
  }
  bool blank_line_at(std::size_t at) const;
  bool in_quote(std::size_t at) const;
  bool paragraph_ends_at(std::size_t at, std::size_t from) const;
  bool fills_lines(Span span) const;
  std::optional<std::size_t> close_display(std::size_t from, std::size_t end) const;
  std::optional<FormulaSpan> close_inline(std::size_t at, std::size_t end, bool across,
                                          FormulaSpans& into) const;
  std::optional<std::size_t> find_close(std::size_t from, std::size_t end, std::string_view open,
                                        std::string_view close) const;
};

}  // namespace listok::emitter

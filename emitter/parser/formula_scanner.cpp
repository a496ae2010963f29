#include "emitter/parser/formula_scanner.hpp"

#include <algorithm>
#include <string>

#include "emitter/parser/formula_or_text.hpp"
#include "emitter/text/ascii.hpp"
#include "emitter/text/edges.hpp"
#include "emitter/text/text.hpp"

namespace listok::emitter {

namespace {

bool is_word_character(std::string_view text, std::size_t at) {
  return at < text.size() && is_word_byte(text[at]);
}

// A letter or digit of any script stands right before `at`.
bool is_behind_word(std::string_view text, std::size_t at) {
  const char32_t c = code_point_before(text, at);
  return is_letter(c) || is_digit(c);
}

bool is_letter_at(std::string_view text, std::size_t at) {
  return at < text.size() && is_letter(next_code_point(text, at));
}

bool is_digit_at(std::string_view text, std::size_t at) {
  return at < text.size() && is_ascii_digit(text[at]);
}

constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz";

// How far the command that `text` begins with goes on: over its words when it has such, `\text{if $x$}`,
// as the dollars there are their own.
std::size_t size_of_words(std::string_view text) {
  constexpr std::size_t longest = 300;  // in bytes, that is looked at
  if (!text.starts_with("\\text") && !text.starts_with("\\mbox")) return 1;
  text = text.substr(0, longest);
  const std::size_t brace = text.find_first_not_of(letters, 1);
  if (brace == text.npos || text[brace] != '{') return 1;
  std::size_t open = 0, dollars = 0;
  for (std::size_t at = brace; at < text.size() && text[at] != '\n'; ++at) {
    if (text[at] == '\\') {
      ++at;
    } else if (text[at] == '$') {
      ++dollars;
    } else if (text[at] == '{') {
      ++open;
    } else if (text[at] == '}' && --open == 0) {
      return dollars > 0 && dollars % 2 == 0 ? at : 1;
    }
  }
  return 1;
}

// What stands around the dollars at `open` and `close`, and `inside` of them, makes them signs of
// money or of a shell: `10$, 20$`, `$5, $\alpha$`, `$HOME:$PATH`.
bool are_signs(std::string_view text, std::size_t open, std::size_t close) {
  const std::string_view inside = text.substr(open + 1, close - open - 1);
  if (is_of_sentence(inside)) return true;
  if (is_of_program(inside, text.substr(close + 1))) return true;
  if (is_surely_formula(inside)) return false;
  if (is_behind_word(text, open)) return true;
  return is_letter_at(text, close + 1) && !is_short_name(inside);
}

}  // namespace

bool FormulaScanner::blank_line_at(std::size_t at) const {
  while (at < text_.size() && text_[at] != '\n' && is_ascii_space(text_[at])) ++at;
  return at == text_.size() || text_[at] == '\n';
}

// The line of `at` begins with the mark of a quote.
bool FormulaScanner::in_quote(std::size_t at) const {
  const std::size_t line = text_.rfind('\n', at) + 1;  // npos + 1 is the beginning
  const std::size_t mark = text_.find_first_not_of(" \t-*+0123456789.)", line);
  return mark < at && text_[mark] == '>';
}

// A blank line begins at `at`: in the quote that what begins at `from` may stand in, one of marks.
bool FormulaScanner::paragraph_ends_at(std::size_t at, std::size_t from) const {
  if (blank_line_at(at)) return true;
  const std::size_t words = text_.find_first_not_of(" \t>", at);
  return words != text_.npos && blank_line_at(words) && in_quote(from);
}

// Nothing else is on the lines on which `span` begins and ends, but marks of quotes.
bool FormulaScanner::fills_lines(Span span) const {
  const std::string_view before = text_.substr(0, span.begin);
  const std::size_t words = before.find_last_not_of(" \t>");
  return (words == before.npos || before[words] == '\n') && blank_line_at(span.end);
}

// The offset of the closing dollars, none when there are none.
std::optional<std::size_t> FormulaScanner::close_display(std::size_t from, std::size_t end) const {
  for (std::size_t at = from; at + 1 < end; ++at) {
    if (roles_[at] == Role::stop) return std::nullopt;
    if (text_[at] == '\\' && text_[at + 1] != '\n') {
      ++at;
    } else if (text_[at] == '\n' && paragraph_ends_at(at + 1, from)) {
      return std::nullopt;
    } else if (dollar_at(at, end) && dollar_at(at + 1, end)) {
      return at;
    }
  }
  return std::nullopt;
}

// The formula that the dollar at `at` opens, if it does. The next dollar closes it, or nothing.
std::optional<FormulaSpan> FormulaScanner::close_inline(std::size_t at, std::size_t end,
                                                        bool across, FormulaSpans& into) const {
  const std::size_t from = at + 1;
  bool has_break = false;
  std::size_t close = from;
  for (; !dollar_at(close, end); ++close) {
    if (close >= end || roles_[close] == Role::stop) return std::nullopt;
    if (text_[close] == '\n') {
      if (!across || blank_line_at(close + 1)) return std::nullopt;
      has_break = true;
    }
    if (text_[close] == '\\' && close + 1 < end && text_[close + 1] != '\n') {
      close += size_of_words(text_.substr(close, end - close));
    }
  }
  if (close == from || is_digit_at(text_, close + 1)) return std::nullopt;
  const std::string_view inside = text_.substr(from, close - from);
  if (are_signs(text_.substr(0, end), at, close)) return std::nullopt;
  const bool spaced = is_ascii_space(inside.front()) || is_ascii_space(inside.back());
  FormulaLook look = formula_look(inside);
  if (spaced && look == FormulaLook::unclear && !is_word_character(text_, close + 1)) {
    look = look_between_blanks(inside);
    if (look == FormulaLook::unclear) into.words.push_back({at, close + 1});
  }
  const FormulaSpan formula{{at, close + 1}, {from, close}, false};
  if (!spaced && look != FormulaLook::text) return formula;
  if (!spaced) into.words.push_back(formula.whole);
  const bool meant = look == FormulaLook::formula && !has_break && !has_prose(inside) &&
                     !is_word_character(text_, close + 1);
  return spaced && meant ? std::optional(formula) : std::nullopt;
}

// The offset of `close`, none when `open` or the end of the paragraph comes before it.
std::optional<std::size_t> FormulaScanner::find_close(std::size_t from, std::size_t end,
                                                      std::string_view open,
                                                      std::string_view close) const {
  for (std::size_t at = from; at < end; ++at) {
    if (roles_[at] == Role::stop) return std::nullopt;
    if (text_[at] == '\n' && paragraph_ends_at(at + 1, from)) return std::nullopt;
    if (text_[at] != '\\') continue;
    const std::string_view here = text_.substr(at, end - at);
    if (here.starts_with(close)) return at;
    if (here.starts_with(open)) return std::nullopt;
    ++at;
  }
  return std::nullopt;
}

// `\begin{align}…\end{align}` on lines of its own.
std::optional<FormulaSpan> FormulaScanner::environment(std::size_t at, Span range) const {
  constexpr std::string_view begin = "\\begin{";
  const std::string_view here = text_.substr(at, range.end - at);
  const std::size_t brace = here.find_first_of("}\n");
  if (brace == here.npos || here[brace] != '}') return std::nullopt;
  const std::string_view name = here.substr(begin.size(), brace - begin.size());
  if (!is_formula_environment(name)) return std::nullopt;
  const std::string open(here.substr(0, brace + 1));
  const std::string last = "\\end{" + std::string(name) + "}";
  const auto close = find_close(at + open.size(), range.end, open, last);
  if (!close) return std::nullopt;
  const Span whole{at, *close + last.size()};
  if (!fills_lines(whole)) return std::nullopt;
  return FormulaSpan{whole, whole, true};
}

// `\(…\)` and `\[…\]`.
std::optional<FormulaSpan> FormulaScanner::bracketed(std::size_t at, Span range,
                                                     bool across_lines) const {
  const bool display = text_[at + 1] == '[';
  const auto close =
      find_close(at + 2, range.end, display ? "\\[" : "\\(", display ? "\\]" : "\\)");
  if (!close || *close == at + 2) return std::nullopt;
  const Span inside{at + 2, *close};
  const FormulaSpan formula{{at, *close + 2}, inside, display};
  const std::string_view words = text_.substr(inside.begin, inside.end - inside.begin);
  if (!display && !across_lines && words.find('\n') != words.npos) return std::nullopt;
  if (is_behind_word(text_, at) && !is_surely_formula(words)) return std::nullopt;
  if (blank_line_at(inside.begin) && words.find('\n') == words.npos) return std::nullopt;
  const Brackets brackets = !display                     ? Brackets::inline_formula
                            : fills_lines(formula.whole) ? Brackets::display_on_own_lines
                                                         : Brackets::display;
  return is_bracketed_formula(words, brackets) ? std::optional(formula) : std::nullopt;
}

// Each of the following two returns where to go on.
std::size_t FormulaScanner::backslash(std::size_t at, Span range, bool across_lines,
                                      FormulaSpans& into) const {
  const std::string_view here = text_.substr(at, range.end - at);
  std::optional<FormulaSpan> found;
  if (here.starts_with("\\(") || here.starts_with("\\[")) {
    found = bracketed(at, range, across_lines);
  } else if (here.starts_with("\\begin{")) {
    found = environment(at, range);
  }
  if (!found) return at + 2;
  into.found.push_back(*found);
  return found->whole.end;
}

std::size_t FormulaScanner::dollars(std::size_t at, Span range, bool across_lines,
                                    FormulaSpans& into) const {
  if (dollar_at(at + 1, range.end)) {
    const auto close = close_display(at + 2, range.end);
    if (close) into.found.push_back({{at, *close + 2}, {at + 2, *close}, true});
    if (!close) into.unclosed.push_back({at, at + 2});
    return close ? *close + 2 : at + 2;
  }
  const auto formula = close_inline(at, range.end, across_lines, into);
  if (formula) into.found.push_back(*formula);
  if (!formula) into.stray.push_back({at, at + 1});
  return formula ? formula->whole.end : at + 1;
}

void FormulaScanner::scan(Span range, bool across_lines, FormulaSpans& into) const {
  for (std::size_t at = range.begin; at < range.end;) {
    if (text_[at] == '\\' && roles_[at] == Role::plain) {
      at = backslash(at, range, across_lines, into);
    } else if (dollar_at(at, range.end)) {
      at = dollars(at, range, across_lines, into);
    } else {
      ++at;
    }
  }
}

}  // namespace listok::emitter

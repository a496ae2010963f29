#include "emitter/marks/lost_asterisks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "emitter/model/visit.hpp"
#include "emitter/text/ascii.hpp"
#include "emitter/text/edges.hpp"
#include "emitter/text/letters.hpp"
#include "emitter/text/text.hpp"

namespace listok::emitter {

namespace {

constexpr std::size_t longest_factor = 3;  // of `12*34*56`, in bytes
constexpr std::size_t longest = 60;        // of what a message quotes, in bytes

// An inline with its marks, of which the spans of the model know nothing. Those of links are left out.
Span with_marks(const Inline& one, std::string_view text);

// What `content` takes up, with `mark` on both sides where it stands there.
Span around(const Inlines& content, std::string_view mark, Span span, std::string_view text) {
  if (content.empty()) return span;
  span = {with_marks(content.front(), text).begin, with_marks(content.back(), text).end};
  if (byte_before(text, span.begin) == '\\') --span.begin;
  const bool marked = span.begin >= mark.size() &&
                      text.substr(span.begin - mark.size(), mark.size()) == mark &&
                      text.substr(span.end, mark.size()) == mark;
  return marked ? Span{span.begin - mark.size(), span.end + mark.size()} : span;
}

Span with_marks(const Inline& one, std::string_view text) {
  Span span = one.span;
  if (const auto* strong = std::get_if<Strong>(&one.value)) {
    return around(strong->content, "**", span, text);
  }
  if (const auto* emphasis = std::get_if<Emphasis>(&one.value)) {
    return around(emphasis->content, "*", span, text);
  }
  if (std::holds_alternative<Code>(one.value)) {
    while (byte_before(text, span.begin) == '`') --span.begin;
    while (byte_behind(text, span.end) == '`') ++span.end;
  }
  return span;
}

bool has_letters_only(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return is_ascii_letter(c) || is_beyond_ascii(c) || c == '\'' || c == '-';
  });
}

// `b = c`, `x^2`, `2+2`; not `C++`.
bool has_operator(std::string_view text) {
  constexpr std::string_view signs = "=+^", blanks = " \t\r\n", brackets = "()[]|\\$";
  const auto is_operand = [&](char c) {
    return is_word_byte(c) || brackets.find(c) != brackets.npos;
  };
  for (std::size_t at = 0; (at = text.find_first_of(signs, at)) != text.npos;) {
    const std::size_t end = std::min(text.find_first_not_of(signs, at), text.size());
    const std::size_t before = text.find_last_not_of(blanks, at == 0 ? text.npos : at - 1);
    const std::size_t behind = text.find_first_not_of(blanks, end);
    if (at > 0 && before != text.npos && behind != text.npos && text.substr(at, end - at) != "++" &&
        is_operand(text[before]) && is_operand(text[behind])) {
      return true;
    }
    at = end;
  }
  return false;
}

// `a.*, b.*`, `src/*.cpp, test/*.cpp`: emphasis begins with no such sign.
bool begins_as_pattern(std::string_view held, char before, char behind) {
  if (held.size() < 2 || is_ascii_space(before) || is_beyond_ascii(before)) return false;
  if (held.front() == '.') return is_word_byte(held[1]) && (before == '/' || behind == '.');
  return std::string_view(",;)]").find(held.front()) != std::string_view::npos;
}

// Whether what stands between `stars`, of which there are one or two, was meant as more than it is.
bool is_lost(Span inside, std::size_t stars, std::string_view text) {
  const std::string_view held = text.substr(inside.begin, inside.end - inside.begin);
  const std::size_t begin = inside.begin - stars, end = inside.end + stars;
  const char before = byte_before(text, begin), behind = byte_behind(text, end);
  if (begins_as_pattern(held, before, behind)) return true;
  std::size_t next = end;  // letters of scripts without blanks between words are none of these
  const bool left = is_plain_letter(code_point_before(text, begin));
  const bool right = end < text.size() && is_plain_letter(next_code_point(text, next));
  if (!left && !right) return false;
  if (!left || !right) return (left || stars == 1) && has_operator(held);
  const bool ascii = is_ascii_alphanumeric(before) && is_ascii_alphanumeric(behind);
  if (ascii && (is_ascii_digit(before) || held.size() <= longest_factor)) return true;
  if (stars == 2) return has_operator(held);
  return is_ascii_digit(before) || is_ascii_digit(behind) || !has_letters_only(held);
}

// The characters next to it as well.
Span with_neighbours(Span all, std::string_view text) {
  if (!is_ascii_space(byte_before(text, all.begin))) --all.begin;
  while (all.begin > 0 && (static_cast<unsigned char>(text[all.begin]) & 0xC0U) == 0x80)
    --all.begin;
  if (!is_ascii_space(byte_behind(text, all.end))) next_code_point(text, all.end);
  return all;
}

void look_at(const Inlines& content, std::string_view stars, Span span, std::string_view text,
             DiagnosticList& findings) {
  Span all = around(content, stars, span, text);
  const std::size_t size = stars.size();
  if (all.end - all.begin <= 2 * size || text.substr(all.begin, size) != stars ||
      text.substr(all.end - size, size) != stars ||
      !is_lost({all.begin + size, all.end - size}, size, text)) {
    return;
  }
  all = with_neighbours(all, text);
  const std::string written = to_one_line(text.substr(all.begin, all.end - all.begin));
  findings.warning(all, "lost-mark",
                   written.size() <= longest
                       ? fmt::format("the asterisks of `{}` are taken for emphasis", written)
                       : "the asterisks here are taken for emphasis",
                   "write `\\*`, `·`, or a formula between dollars");
}

}  // namespace

void check_lost_asterisks(const Blocks& blocks, const Source& source, DiagnosticList& findings) {
  const std::string_view text = source.text();
  visit_all_inlines(blocks, [&](const Inline& one) {
    if (const auto* strong = std::get_if<Strong>(&one.value)) {
      look_at(strong->content, "**", one.span, text, findings);
    } else if (const auto* emphasis = std::get_if<Emphasis>(&one.value)) {
      look_at(emphasis->content, "*", one.span, text, findings);
    }
  });
}

}  // namespace listok::emitter

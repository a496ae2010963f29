#include "emitter/markdown/formula_spans.hpp"

#include <algorithm>
#include <optional>

#include "emitter/markdown/events.hpp"

namespace listok::emitter {

namespace {

// What a byte of the text may be to a formula, byte by byte.
enum class Role : unsigned char {
  plain,
  opaque,  // in an address or title: never a delimiter
  stop,    // code, a comment, another formula: no formula reaches across it
};
using Roles = std::vector<Role>;

void assign(Roles& roles, Span span, Role role) {
  std::fill(roles.begin() + static_cast<std::ptrdiff_t>(span.begin),
            roles.begin() + static_cast<std::ptrdiff_t>(span.end), role);
}

Roles roles_of(const std::vector<Event>& events, std::size_t size) {
  Roles roles(size, Role::plain);
  std::size_t html_blocks = 0;
  bool in_html = false, in_comment = false;
  // Text comes before the attributes, which may point at the same bytes (<http://…>).
  for (const Event& event : events) {
    if (event.element == Element::html_block && event.kind == Event::Kind::enter) ++html_blocks;
    if (event.element == Element::html_block && event.kind == Event::Kind::leave) --html_blocks;
    const bool html = event.kind == Event::Kind::text && event.text_kind == TextKind::html;
    if (html && !in_html) in_comment = event.text.starts_with("<!--");
    in_html = html;
    if (event.kind != Event::Kind::text || !event.span) continue;
    const bool code = event.text_kind == TextKind::code;
    if (code || (html && (in_comment || html_blocks > 0))) assign(roles, *event.span, Role::stop);
  }
  for (const Event& event : events) {
    if (!event.attributes) continue;
    for (const Attribute* one : {&event.attributes->address, &event.attributes->title}) {
      if (one->place) assign(roles, *one->place, Role::opaque);
    }
  }
  return roles;
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

class Scanner {
 public:
  Scanner(std::string_view text, const Roles& roles) : text_(text), roles_(roles) {}

  // FormulaSpans that begin and end in `range`; inline ones stay on a line unless `across_lines`.
  void scan(Span range, bool across_lines, FormulaSpans& into) const;

 private:
  std::string_view text_;
  const Roles& roles_;

  bool dollar_at(std::size_t at, std::size_t end) const {
    return at < end && text_[at] == '$' && roles_[at] == Role::plain;
  }
  bool blank_line_at(std::size_t at) const;
  std::optional<std::size_t> close_display(std::size_t from, std::size_t end) const;
  std::optional<std::size_t> close_inline(std::size_t from, std::size_t end, bool across) const;
};

bool Scanner::blank_line_at(std::size_t at) const {
  while (at < text_.size() && text_[at] != '\n' && is_space(text_[at])) ++at;
  return at == text_.size() || text_[at] == '\n';
}

// The offset of the closing dollars, none when there are none.
std::optional<std::size_t> Scanner::close_display(std::size_t from, std::size_t end) const {
  for (std::size_t at = from; at + 1 < end; ++at) {
    if (roles_[at] == Role::stop) return std::nullopt;
    if (text_[at] == '\\' && text_[at + 1] != '\n') {
      ++at;
    } else if (text_[at] == '\n' && blank_line_at(at + 1)) {
      return std::nullopt;
    } else if (dollar_at(at, end) && dollar_at(at + 1, end)) {
      return at;
    }
  }
  return std::nullopt;
}

std::optional<std::size_t> Scanner::close_inline(std::size_t from, std::size_t end,
                                                 bool across) const {
  if (from >= end || is_space(text_[from])) return std::nullopt;
  bool after_space = false;
  for (std::size_t at = from; at < end; ++at) {
    const char c = text_[at];
    if (roles_[at] == Role::stop) return std::nullopt;
    if (c == '\n' && (!across || blank_line_at(at + 1))) return std::nullopt;
    if (dollar_at(at, end)) {
      const bool before_digit =
          at + 1 < text_.size() && text_[at + 1] >= '0' && text_[at + 1] <= '9';
      if (after_space || before_digit) return std::nullopt;
      return at;
    }
    after_space = is_space(c);
    if (c == '\\' && at + 1 < end && text_[at + 1] != '\n') ++at;
  }
  return std::nullopt;
}

void Scanner::scan(Span range, bool across_lines, FormulaSpans& into) const {
  for (std::size_t at = range.begin; at < range.end;) {
    if (text_[at] == '\\' && roles_[at] == Role::plain) {
      at += 2;
    } else if (!dollar_at(at, range.end)) {
      ++at;
    } else if (dollar_at(at + 1, range.end)) {
      const auto close = close_display(at + 2, range.end);
      if (close) into.found.push_back({{at, *close + 2}, true});
      if (!close) into.unclosed.push_back({at, at + 2});
      at = close ? *close + 2 : at + 2;
    } else {
      const auto close = close_inline(at + 1, range.end, across_lines);
      if (close) into.found.push_back({{at, *close + 1}, false});
      at = close ? *close + 1 : at + 1;
    }
  }
}

// Where running text can be: paragraphs and headings by their text, rows of tables as whole lines,
// because a "|" in a formula has split the row in the wrong places.
std::vector<Span> leaves_of(const std::vector<Event>& events, std::string_view text) {
  std::vector<Span> leaves;
  std::optional<Span> leaf;
  for (const Event& event : events) {
    const bool holds_text = event.element == Element::paragraph ||
                            event.element == Element::heading ||
                            event.element == Element::table_row;
    if (event.kind == Event::Kind::text) {
      if (!event.span) continue;
      if (!leaf) leaf = event.span;
      leaf->begin = std::min(leaf->begin, event.span->begin);
      leaf->end = std::max(leaf->end, event.span->end);
    } else if (holds_text && event.kind == Event::Kind::enter) {
      leaf.reset();
    } else if (holds_text && leaf) {
      if (event.element == Element::table_row) {
        leaf->begin = text.rfind('\n', leaf->begin) + 1;  // npos + 1 is the beginning
        leaf->end = std::min(text.find('\n', leaf->end), text.size());
      }
      // The backslash of an escape is no part of the text that is reported.
      if (leaf->begin > 0 && text[leaf->begin - 1] == '\\') --leaf->begin;
      leaves.push_back(*leaf);
      leaf.reset();
    }
  }
  return leaves;
}

// `$$…$$` over several lines, found before the lines between are taken for lists or headings.
std::vector<FormulaSpan> displays_across_lines(std::string_view text) {
  const auto events = parse_markdown(text);
  if (!events) return {};  // too much: read_markdown reports it
  const Roles roles = roles_of(*events, text.size());
  FormulaSpans all;
  Scanner(text, roles).scan({0, text.size()}, false, all);
  std::erase_if(all.found, [&](const FormulaSpan& formula) {
    const Span span = formula.whole;
    return !formula.display ||
           text.substr(span.begin, span.end - span.begin).find('\n') == text.npos;
  });
  return all.found;
}

}  // namespace

FormulaSpans find_formulas(std::string_view markdown) {
  if (markdown.find('$') == markdown.npos) return {};
  FormulaSpans formulas{displays_across_lines(markdown), {}};
  const std::string masked = mask_formulas(std::string(markdown), formulas.found);
  const auto events = parse_markdown(masked);
  if (!events) return formulas;
  Roles roles = roles_of(*events, masked.size());
  for (const FormulaSpan& display : formulas.found) assign(roles, display.whole, Role::stop);
  const Scanner scanner(masked, roles);
  for (const Span leaf : leaves_of(*events, masked)) scanner.scan(leaf, true, formulas);
  std::sort(
      formulas.found.begin(), formulas.found.end(),
      [](const FormulaSpan& a, const FormulaSpan& b) { return a.whole.begin < b.whole.begin; });
  return formulas;
}

std::string mask_formulas(std::string markdown, const std::vector<FormulaSpan>& formulas) {
  for (const FormulaSpan& formula : formulas) {
    bool indentation = false;
    const Span inside = formula.inside();
    for (std::size_t at = inside.begin; at < inside.end; ++at) {
      char& c = markdown[at];
      if (c == '\n') indentation = true;
      if (c == '\n' || c == '\r' || (indentation && is_space(c))) continue;
      indentation = false;
      c = formula_mask;
    }
  }
  return markdown;
}

}  // namespace listok::emitter

#include "emitter/parser/formula_spans.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "emitter/parser/events.hpp"
#include "emitter/parser/formula_scanner.hpp"
#include "emitter/parser/stray_dollars.hpp"

namespace listok::emitter {

namespace {

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

struct Leaf {
  Span span;
  bool in_row = false;
};

// The cells of a row, which is a whole line. The row as a whole when it has more bars than the
// table has columns, because then some of them must stand in formulas: `$|x|$`.
void add_row(Span row, std::size_t columns, std::string_view text, const Roles& roles,
             std::vector<Leaf>& leaves) {
  const std::size_t before = leaves.size();
  std::size_t begin = row.begin;
  for (std::size_t at = row.begin; at < row.end; ++at) {
    if (text[at] == '\\') {
      ++at;
    } else if (text[at] == '|' && roles[at] == Role::plain) {
      leaves.push_back({{begin, at}, true});
      begin = at + 1;
    }
  }
  leaves.push_back({{begin, row.end}, true});
  const auto is_blank = [&](const Leaf& cell) {
    const std::string_view words = text.substr(cell.span.begin, cell.span.end - cell.span.begin);
    return words.find_first_not_of(" \t\r>") == words.npos;
  };
  std::size_t cells = leaves.size() - before;
  if (is_blank(leaves[before])) --cells;
  if (leaves.size() - before > 1 && is_blank(leaves.back())) --cells;
  if (cells <= columns) return;
  leaves.resize(before);
  leaves.push_back({row, true});
}

// Where running text can be: paragraphs and headings by their text, tables by their cells.
std::vector<Leaf> leaves_of(const std::vector<Event>& events, std::string_view text,
                            const Roles& roles) {
  std::vector<Leaf> leaves;
  constexpr Span nothing{std::string_view::npos, 0};  // as long as no text has come
  Span leaf = nothing;
  std::size_t columns = 0;
  for (const Event& event : events) {
    const bool holds_text = event.element == Element::paragraph ||
                            event.element == Element::heading ||
                            event.element == Element::table_row;
    if (event.element == Element::table && event.kind == Event::Kind::enter) columns = event.number;
    if (event.kind == Event::Kind::text) {
      if (!event.span) continue;
      leaf.begin = std::min(leaf.begin, event.span->begin);
      leaf.end = std::max(leaf.end, event.span->end);
    } else if (holds_text && event.kind == Event::Kind::enter) {
      leaf = nothing;
    } else if (holds_text && leaf != nothing) {
      if (event.element == Element::table_row) {
        const std::size_t begin = text.rfind('\n', leaf.begin) + 1;  // npos + 1 is the beginning
        add_row({begin, std::min(text.find('\n', leaf.end), text.size())}, columns, text, roles,
                leaves);
      } else {
        // The backslash of an escape is no part of the text that the parser reports.
        if (leaf.begin > 0 && text[leaf.begin - 1] == '\\') --leaf.begin;
        leaves.push_back({leaf, false});
      }
      leaf = nothing;
    }
  }
  return leaves;
}

bool has_any(std::string_view text, std::initializer_list<std::string_view> parts) {
  return std::any_of(parts.begin(), parts.end(),
                     [&](std::string_view part) { return text.find(part) != text.npos; });
}

// Displays over several lines, found before the lines between are taken for lists or headings.
std::vector<FormulaSpan> displays_across_lines(std::string_view text) {
  if (!has_any(text, {"$$", "\\[", "\\begin{"})) return {};
  const auto events = parse_markdown(text);
  if (!events) return {};  // too much: read_markdown reports it
  const Roles roles = roles_of(*events, text.size());
  FormulaSpans all;
  FormulaScanner(text, roles).scan({0, text.size()}, false, all);
  std::erase_if(all.found, [&](const FormulaSpan& formula) {
    const Span span = formula.whole;
    return !formula.display ||
           text.substr(span.begin, span.end - span.begin).find('\n') == text.npos;
  });
  return all.found;
}

// Keeps of the dollars that are left over in `leaf`, from the number `first` on, those that a formula
// seems to have lost. `formulas` are those of the leaf.
void keep_stray_dollars(std::string_view text, Span leaf, std::span<const FormulaSpan> formulas,
                        std::size_t first, FormulaSpans& into) {
  const auto is_of_words = [&](Span dollar) {
    const auto opened = std::ranges::lower_bound(into.words, dollar.begin, {}, &Span::begin);
    const auto closed = std::ranges::lower_bound(into.words, dollar.end, {}, &Span::end);
    return (opened != into.words.end() && opened->begin == dollar.begin) ||
           (closed != into.words.end() && closed->end == dollar.end);
  };
  const auto begin = into.stray.begin() + static_cast<std::ptrdiff_t>(first);
  into.stray.erase(std::remove_if(begin, into.stray.end(),
                                  [&](Span dollar) {
                                    return is_of_words(dollar) ||
                                           !is_stray_dollar(text, leaf, dollar.begin, formulas);
                                  }),
                   into.stray.end());
}

}  // namespace

FormulaSpans find_formulas(std::string_view markdown) {
  if (!has_any(markdown, {"$", "\\(", "\\[", "\\begin{"})) return {};
  FormulaSpans formulas{displays_across_lines(markdown), {}, {}, {}};
  const std::string masked = mask_formulas(std::string(markdown), formulas.found);
  const auto events = parse_markdown(masked);
  if (!events) return formulas;
  Roles roles = roles_of(*events, masked.size());
  for (const FormulaSpan& display : formulas.found) assign(roles, display.whole, Role::stop);
  const FormulaScanner scanner(masked, roles);
  for (const Leaf& leaf : leaves_of(*events, masked, roles)) {
    const std::size_t before = formulas.found.size(), stray = formulas.stray.size();
    scanner.scan(leaf.span, true, formulas);
    keep_stray_dollars(masked, leaf.span, std::span(formulas.found).subspan(before), stray,
                       formulas);
    for (std::size_t i = before; i < formulas.found.size(); ++i) {
      formulas.found[i].in_row = leaf.in_row;
    }
  }
  std::sort(
      formulas.found.begin(), formulas.found.end(),
      [](const FormulaSpan& a, const FormulaSpan& b) { return a.whole.begin < b.whole.begin; });
  return formulas;
}

std::string mask_formulas(std::string markdown, const std::vector<FormulaSpan>& formulas) {
  for (const FormulaSpan& formula : formulas) {
    const auto [whole, inside] = std::pair(formula.whole, formula.inside);
    bool indentation = false;
    for (std::size_t at = whole.begin; at < whole.end; ++at) {
      char& c = markdown[at];
      if (c == '\n') indentation = true;
      if (c == '\n' || c == '\r' || (indentation && (c == ' ' || c == '\t'))) continue;
      indentation = false;
      const bool delimiter =
          at < inside.begin || at >= inside.end || at == whole.begin || at + 1 == whole.end;
      c = delimiter ? '$' : formula_mask;
    }
  }
  return markdown;
}

}  // namespace listok::emitter

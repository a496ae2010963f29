#include "emitter/markdown/markdown.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "emitter/base/limits.hpp"
#include "emitter/html/reader.hpp"
#include "emitter/markdown/definition_lists.hpp"
#include "emitter/markdown/entity.hpp"
#include "emitter/markdown/footnotes.hpp"
#include "emitter/markdown/inlines.hpp"
#include "emitter/markdown/line_breaks.hpp"
#include "emitter/markdown/list_numbers.hpp"
#include "emitter/markdown/pass_findings.hpp"
#include "emitter/markdown/rule_lines.hpp"
#include "emitter/markdown/tick_boxes.hpp"
#include "emitter/text/text.hpp"

namespace listok::emitter {

namespace {

// A block that is open: what it holds so far.
struct Frame {
  const Event* event = nullptr;
  std::optional<Span> span;  // of its text
  Blocks blocks;             // of the document, a quote, an item
  std::string code;
  List list;
  Table table;
  TableRow row;
};

bool holds_running_text(Element element) {
  return element == Element::paragraph || element == Element::heading ||
         element == Element::table_cell;
}

bool nests(Element element) { return element == Element::quote || element == Element::list; }

class Builder {
 public:
  Builder(const MarkdownText& text, DiagnosticList& findings)
      : text_(text),
        findings_(findings),
        inlines_(text_, findings_),
        notes_(text.source, text.notes, findings_) {}

  Blocks build(const std::vector<Event>& events);

 private:
  const MarkdownText& text_;
  DiagnosticList& findings_;
  InlineReader inlines_;
  Footnotes notes_;
  std::vector<Frame> open_;
  Blocks blocks_;
  std::size_t depth_ = 0;    // quotes and lists that are open
  std::size_t skipped_ = 0;  // elements that are open below the deepest nesting
  bool skip_told_ = false;
  std::size_t here_ = 0;  // offset in the source behind the last text
  std::size_t cell_ = 0, last_cell_ = 0, last_cell_end_ = 0;  // in the row that is being read

  void enter(const Event& event);
  void leave(const Event& event);
  void text(const Event& event);
  void enter_block(const Event& event);
  void close_block(Frame& frame);
  void close_running_text(Frame& frame);
  void close_code(Frame& frame);
  void close_row(Frame& frame);

  void widen(std::optional<Span> span);
  Span next_mark() const;
  Span span_of(const Frame& frame) const { return frame.span.value_or(next_mark()); }
  Element element() const { return open_.back().event->element; }
};

Blocks Builder::build(const std::vector<Event>& events) {
  for (const Event& event : events) {
    switch (event.kind) {
      case Event::Kind::enter: enter(event); break;
      case Event::Kind::leave: leave(event); break;
      case Event::Kind::text: text(event); break;
      case Event::Kind::unpaired:
        findings_.error({here_, here_}, "unpaired-mark",
                        "a mark such as `~~` in an address is paired with one outside it",
                        "write `%7E` for `~` in the address");
        break;
    }
  }
  notes_.set(blocks_);
  return std::move(blocks_);
}

void Builder::enter(const Event& event) {
  if (skipped_ > 0 || (nests(event.element) && depth_ == limits::nesting)) {
    ++skipped_;
  } else if (is_inline(event.element)) {
    inlines_.enter(event);
  } else {
    enter_block(event);
  }
}

void Builder::enter_block(const Event& event) {
  if (nests(event.element)) ++depth_;
  Frame& frame = open_.emplace_back();
  frame.event = &event;
  if (holds_running_text(event.element)) {
    const auto quotes = std::ranges::count_if(
        open_, [](const Frame& one) { return one.event->element == Element::quote; });
    inlines_.begin({.quotes = static_cast<std::size_t>(quotes),
                    .in_row = event.element == Element::table_cell});
  }
  switch (event.element) {
    case Element::list:
      frame.list.ordered = event.ordered;
      frame.list.tight = event.tight;
      frame.list.start = event.ordered ? event.number : 1;
      frame.list.delimiter = event.delimiter;
      break;
    case Element::table: frame.table.columns.assign(event.number, Align::natural); break;
    case Element::table_row: cell_ = last_cell_ = last_cell_end_ = 0; break;
    case Element::rule: {
      const Span rule =
          event.span ? text_.to_source(*event.span) : rule_behind(text_.source.text(), here_);
      here_ = rule.end;
      findings_.warning(rule, "rule", "a rule is not printed",
                        "remove the line of `---`; headings divide the text");
      break;
    }
    default: break;
  }
}

void Builder::leave(const Event& event) {
  if (skipped_ > 0) {
    --skipped_;
  } else if (is_inline(event.element)) {
    inlines_.leave();
  } else {
    if (nests(event.element)) --depth_;
    Frame frame = std::move(open_.back());
    open_.pop_back();
    close_block(frame);
    if (!open_.empty()) widen(frame.span);
  }
}

void Builder::text(const Event& event) {
  std::optional<Span> span;
  if (event.span) span = text_.to_source(*event.span);
  if (span) here_ = span->end;
  if (skipped_ > 0) {
    if (span && !std::exchange(skip_told_, true)) refuse_nesting(*span, findings_);
    return;
  }
  if (holds_running_text(element())) {
    if (event.span) {
      last_cell_ = cell_;
      last_cell_end_ = event.span->end;
    }
    inlines_.text(event);
    return;
  }
  widen(span);
  std::string& code = open_.back().code;
  if (event.text_kind == TextKind::entity && span) {
    code += text_of_entity(text_.in_source(*span), *span, findings_);
  } else {
    code += span ? text_.in_source(*span) : event.text;
  }
}

void Builder::widen(std::optional<Span> span) {
  std::optional<Span>& whole = open_.back().span;
  if (!whole) whole = span;
  if (span) *whole = {std::min(whole->begin, span->begin), std::max(whole->end, span->end)};
}

// Where a block without text stands: most likely at what follows the last text.
Span Builder::next_mark() const {
  const std::string_view all = text_.source.text();
  const std::size_t at = std::min(all.find_first_not_of(" \t\r\n", here_), all.size());
  return {at, std::min(at + 1, all.size())};
}

// Markdown drops the cells that a row has beyond the columns of the table.
void Builder::close_row(Frame& frame) {
  const std::size_t columns = open_[open_.size() - 2].table.columns.size();
  frame.row.cells.resize(columns);
  frame.row.span = span_of(frame);
  if (!frame.span || frame.event->html) return;
  const std::string_view line =
      std::string_view(text_.masked).substr(0, text_.masked.find('\n', last_cell_end_));
  std::size_t at = last_cell_end_;
  for (std::size_t bars = columns - last_cell_; at < line.size() && bars > 0; ++at) {
    if (line[at] == '|' && line[at - 1] != '\\') --bars;
  }
  const std::size_t lost = line.find_first_not_of(" \t\r|", at);
  if (lost == line.npos) return;
  findings_.error(text_.to_source(Span{lost, line.size()}), "table-cells",
                  fmt::format("the row has more cells than the heading, which has {}", columns),
                  "write `\\|` for a bar inside a cell, or add a column to the heading");
}

void Builder::close_running_text(Frame& frame) {
  RunningText read = inlines_.finish();
  frame.span = read.span;
  const Span span = span_of(frame);
  Frame& outer = open_.back();
  if (frame.event->element == Element::heading) {
    const int level = static_cast<int>(frame.event->number);
    if (frame.event->html && read.content.empty()) return;
    if (!frame.event->html) here_ = end_of_underline(text_.source.text(), here_);
    append(outer.blocks, Heading{level, std::move(read.content)}, span);
  } else if (frame.event->element == Element::paragraph) {
    for (Inlines& part : divided(std::move(read.content))) {
      append(outer.blocks, Paragraph{std::move(part)}, span);
    }
  } else {
    std::vector<Align>& columns = open_[open_.size() - 3].table.columns;
    const auto align = static_cast<Align>(frame.event->number);
    if (cell_ < columns.size() && align != Align::natural) columns[cell_] = align;
    ++cell_;
    outer.row.cells.push_back(std::move(read.content));
  }
}

// What GitHub and GitLab set of code in the language `math` is a formula.
void Builder::close_code(Frame& frame) {
  const Span span = span_of(frame);
  const std::string language =
      to_one_line(words_of(frame.event->attributes->language, text_, span, findings_));
  std::string& code = frame.code;
  if (language != "math" || code.find_first_not_of(" \t\r\n") == code.npos) {
    append(open_.back().blocks, CodeBlock{language, to_nfc(code)}, span);
    return;
  }
  code.resize(code.find_last_not_of(" \t\r\n") + 1);
  const Span written{span.begin, std::min(span.begin + code.size(), span.end)};
  if (text_.in_source(written) == code) code.clear();  // no marks of quotes stand between its lines
  const Span formula = code.empty() ? written : span;
  Inlines content;
  content.push_back({Math{formula, true, std::move(code)}, formula});
  append(open_.back().blocks, Paragraph{std::move(content)}, span);
}

void Builder::close_block(Frame& frame) {
  const Span span = span_of(frame);
  switch (frame.event->element) {
    case Element::document: blocks_ = std::move(frame.blocks); break;
    case Element::paragraph:
    case Element::heading:
    case Element::table_cell: close_running_text(frame); break;
    case Element::quote: append(open_.back().blocks, Quote{std::move(frame.blocks)}, span); break;
    case Element::list:
      for (List& part : divided_by_numbers(std::move(frame.list), text_.source, findings_)) {
        add_list(std::move(part), span, text_.source, open_.back().blocks);
      }
      break;
    case Element::item: {
      if (notes_.take(frame.blocks)) break;
      const Tick tick = take_tick_box(frame.blocks, text_.source, findings_);
      open_.back().list.items.push_back({std::move(frame.blocks), span, tick});
      break;
    }
    case Element::code_block: close_code(frame); break;
    case Element::table: append(open_.back().blocks, std::move(frame.table), span); break;
    case Element::table_head:
      open_.back().table.header = std::move(frame.table.rows.front());
      break;
    case Element::table_body: open_.back().table.rows = std::move(frame.table.rows); break;
    case Element::table_row:
      close_row(frame);
      open_.back().table.rows.push_back(std::move(frame.row));
      break;
    default: break;  // rules and comments leave nothing
  }
}

Blocks blocks_of(const std::vector<Event>& events, const MarkdownText& text,
                 std::string_view language, DiagnosticList& findings) {
  const bool has_html = std::ranges::any_of(
      events, [](const Event& event) { return event.text_kind == TextKind::html; });
  if (!has_html) return Builder(text, findings).build(events);
  const EventsWithoutHtml read = HtmlReader(events, text, language, findings).read();
  return Builder(text, findings).build(read.events);
}

}  // namespace

Document read_markdown(const Source& source, std::size_t begin, LineBreaks lines,
                       std::string_view language) {
  if (begin == 0 && source.text().starts_with("\xEF\xBB\xBF")) begin = 3;
  const MarkdownText text(source, begin, lines, language);
  const std::optional<std::vector<Event>> events = parse_markdown(text.masked);
  DiagnosticList findings(source);
  if (events) {
    report_passes(text, *events, findings);
    Blocks blocks = blocks_of(*events, text, language, findings);
    return {std::move(blocks), findings.take(), true};
  }
  findings.error({begin, begin}, "too-much-markdown",
                 "the file becomes far too much: a table of many columns, an address that is "
                 "referred to again and again, or marks without end",
                 "a sheet is one page: write what fits on it");
  return {.blocks = {}, .diagnostics = findings.take(), .whole = false};
}

}  // namespace listok::emitter

#include "emitter/check/content_limits.hpp"

#include <fmt/format.h>

#include "emitter/base/limits.hpp"
#include "emitter/model/visit.hpp"

namespace listok::emitter {

namespace {

void check_list(const List& list, Span span, DiagnosticList& findings) {
  if (list.items.size() <= limits::list_items) return;
  findings.error(
      span, "too-many-list-items",
      fmt::format("the list has {} items; {} is the limit", list.items.size(), limits::list_items),
      "a page holds far fewer: make several items of it");
}

void check_table(const Table& table, Span span, DiagnosticList& findings) {
  const std::size_t columns = table.columns.size();
  const std::size_t cells = columns * (table.rows.size() + 1);
  if (columns > limits::table_columns) {
    findings.error(
        span, "too-many-columns",
        fmt::format("the table has {} columns; {} is the limit", columns, limits::table_columns),
        "make several tables of it, or turn it");
  }
  if (cells > limits::table_cells) {
    findings.error(
        span, "too-many-cells",
        fmt::format("the table has {} cells; {} is the limit", cells, limits::table_cells),
        "a page holds far fewer: keep the rows that matter");
  }
}

void check_text_of(const Inlines& inlines, Span span, DiagnosticList& findings) {
  std::size_t count = 0;
  visit_inlines(inlines, [&](const Inline&) { ++count; });
  if (count <= limits::inlines) return;
  findings.error(span, "too-many-inlines",
                 fmt::format("the text has {} pieces (words with a mark, code, formulas …); {} is "
                             "the limit",
                             count, limits::inlines),
                 "divide it into paragraphs");
}

// Counts one kind of thing over the whole item; the first too many is reported.
class Counter {
 public:
  Counter(std::string_view what, std::string code, std::size_t limit, DiagnosticList& findings)
      : what_(what), code_(std::move(code)), limit_(limit), findings_(findings) {}

  void count(Span span) {
    if (++count_ != limit_ + 1) return;
    findings_.error(span, code_, fmt::format("the item has more than {} {}", limit_, what_),
                    "a page holds far fewer: make several items of it");
  }

 private:
  std::string_view what_;
  std::string code_;
  std::size_t limit_;
  DiagnosticList& findings_;
  std::size_t count_ = 0;
};

}  // namespace

void check_limits(const Blocks& blocks, DiagnosticList& findings) {
  Counter headings("headings", "too-many-headings", limits::headings, findings);
  Counter images("images", "too-many-images", limits::images, findings);
  visit_blocks(blocks, [&](const Block& block) {
    if (const auto* list = std::get_if<List>(&block.value)) {
      check_list(*list, block.span, findings);
    } else if (const auto* table = std::get_if<Table>(&block.value)) {
      check_table(*table, block.span, findings);
    } else if (std::holds_alternative<Heading>(block.value)) {
      headings.count(block.span);
    }
    visit_texts(block,
                [&](const Inlines& inlines, Span span) { check_text_of(inlines, span, findings); });
  });
  visit_all_inlines(blocks, [&](const Inline& one) {
    if (std::holds_alternative<Image>(one.value)) images.count(one.span);
  });
}

}  // namespace listok::emitter

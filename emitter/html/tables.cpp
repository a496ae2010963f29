#include <algorithm>
#include <array>
#include <utility>

#include "emitter/base/limits.hpp"
#include "emitter/html/reader.hpp"
#include "emitter/text/text.hpp"

namespace listok::emitter {

namespace {

constexpr unsigned most_columns = limits::table_columns + 1;  // one too many is told

// As md4c numbers them.
unsigned alignment(std::string_view style, std::string_view align) {
  const std::string words = fold_case(style) + " align:" + fold_case(align);
  for (const std::string_view label : {"text-align:", " align:"}) {
    const std::size_t at = words.find(label);
    if (at == words.npos) continue;
    std::string_view value = std::string_view(words).substr(at + label.size());
    value.remove_prefix(std::min(value.find_first_not_of(' '), value.size()));
    if (value.starts_with("left")) return 1;
    if (value.starts_with("center")) return 2;
    if (value.starts_with("right")) return 3;
  }
  return 0;
}

}  // namespace

void HtmlReader::open_table(const HtmlTag& tag) {
  if (flat_ > 0 || table_.open) {
    ++flat_tables_;
    return tell_table_in_cell();
  }
  if (!begin_block()) return;
  table_ = {};
  table_.open = true;
  blocks_.push_back(open_.size());
  push({entering(Element::table), Origin::html, &tag, place_, false, false});
}

// A paragraph above the table.
void HtmlReader::open_caption(const HtmlTag& tag) {
  if (flat_ > 0 || !table_.open || table_.begun) return break_paragraph();
  push_block(entering(Element::paragraph), Origin::html, &tag);
}

// Behind the last cell of a row.
void HtmlReader::close_row() {
  if (flat_tables_ > 0) return break_line_in_flat();
  const auto row = find_block(HtmlRole::row);
  if (row) pop_to(*row);
}

void HtmlReader::end_row() {
  for (std::size_t i = table_.column; i < table_.reaching.size(); ++i) {
    if (table_.reaching[i] > 0) --table_.reaching[i];
  }
  table_.columns = std::max(table_.columns, table_.column);
}

void HtmlReader::begin_part(Element part) {
  table_.in_head = part == Element::table_head;
  push_block(entering(part), Origin::implied, nullptr);
}

void HtmlReader::open_row(bool heading) {
  static const HtmlTag& tag = *find_html_tag("tr");
  if (!table_.begun) {
    table_.begun = true;
    Open& table = open_[*find_block(HtmlRole::table)];
    table_.enter = made_.events.size();
    show(table);
    begin_part(Element::table_head);
    if (!heading) {
      push_block(entering(Element::table_row), Origin::html, &tag);
      pop();
    }
  }
  if (table_.in_head && (!heading || table_.rows > 0)) {
    pop();  // the head
    begin_part(Element::table_body);
  }
  ++table_.rows;
  table_.column = 0;
  push_block(entering(Element::table_row), Origin::html, &tag);
}

void HtmlReader::skip_reaching() {
  while (table_.column < table_.reaching.size() && table_.reaching[table_.column] > 0) {
    --table_.reaching[table_.column];
    ++table_.column;
    empty_cell();
  }
}

void HtmlReader::empty_cell() {
  Event event = entering(Element::table_cell);
  emit(event);
  event.kind = Event::Kind::leave;
  emit(event);
}

// `token`: the tag, if there is one.
void HtmlReader::open_cell(const HtmlToken* token, bool heading) {
  static const HtmlTag& tag = *find_html_tag("td");
  if (flat_tables_ > 0 || !table_.open) return break_paragraph();
  if (const auto cell = find_block(HtmlRole::cell)) pop_to(*cell);
  if (flat_ > 0) return break_line_in_flat();
  if (!find_block(HtmlRole::table)) return;  // it stands around an element of Markdown
  if (block().event.element == Element::paragraph) pop_to(blocks_.back());  // the caption
  if (!find_block(HtmlRole::row)) open_row(heading);
  skip_reaching();
  Event event = entering(Element::table_cell);
  const unsigned wide = token == nullptr ? 1 : number_of(*token, "colspan", 1);
  const unsigned high = token == nullptr ? 1 : number_of(*token, "rowspan", 1);
  if (token != nullptr) {
    event.number = alignment(written_value(*token, "style"), written_value(*token, "align"));
    if (wide > 1 || high > 1) tell_spans();
  }
  push_block(event, Origin::html, &tag);
  table_.wide = std::clamp(wide, 1U, most_columns);
  table_.reaching.resize(std::min<std::size_t>(
      std::max<std::size_t>(table_.reaching.size(), table_.column + table_.wide), most_columns));
  for (std::size_t i = table_.column; i < table_.column + table_.wide && i < most_columns; ++i) {
    table_.reaching[i] = high > 1 ? high - 1 : 0;
  }
  if (heading && !table_.in_head) {
    push({entering(Element::strong), Origin::implied, nullptr, place_, true, false});
  }
}

// A cell has ended. One that reaches over several columns leaves the others empty.
void HtmlReader::end_cell() {
  for (; table_.wide > 1; --table_.wide) {
    ++table_.column;
    empty_cell();
  }
  ++table_.column;
}

void HtmlReader::end_part_of_table(HtmlRole role) {
  if (!table_.open) return;
  if (role == HtmlRole::cell) end_cell();
  if (role == HtmlRole::row) end_row();
  if (role == HtmlRole::table) close_table();
}

void HtmlReader::close_table() {
  if (table_.begun) { made_.events[table_.enter].number = std::min(table_.columns, most_columns); }
  table_ = {};
}

void HtmlReader::item(const HtmlTag& tag) {
  if (flat_ > 0) return flat_item();
  break_paragraph();
  const auto list = find_block(HtmlRole::list);
  if (list) {
    while (blocks_.back() != *list) pop_to(blocks_.back());
  } else if (begin_block()) {
    Event event = entering(Element::list);
    event.tight = true;
    push_block(event, Origin::html, find_html_tag("ul"));
  }
  if (flat_ > 0) return flat_item();
  push_block(entering(Element::item), Origin::html, &tag);
}

// In a cell an item is a line with a mark.
void HtmlReader::flat_item() {
  break_line_in_flat();
  const bool numbered = !flat_lists_.empty() && flat_lists_.back() > 0;
  mark_wanted_ =
      numbered
          ? std::string_view(made_.made.emplace_back(std::to_string(flat_lists_.back()++) + ". "))
          : "• ";
}

}  // namespace listok::emitter

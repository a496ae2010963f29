#include "cli/commands/item_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cli/console/columns.hpp"

namespace listok::cli {
namespace {

enum Column { number, id, languages, difficulty, tags, title, columns };
using Row = std::array<std::string, columns>;
using Widths = std::array<std::size_t, columns>;

constexpr std::size_t gap = 2;
constexpr std::size_t least = 8;  // of a column that is cut

Row row_of(const latex::ItemLine& item) {
  Row row{std::to_string(item.number), item.id, "", item.difficulty, "", ""};
  row[tags] = fmt::format("{}", fmt::join(item.tags, ", "));
  for (const latex::ItemLine::File& file : item.files) {
    row[languages] += (row[languages].empty() ? "" : " ") + file.language;
    if (file.broken) row[languages] += '!';
    if (row[title].empty()) row[title] = file.title;
  }
  return row;
}

// What cutting titles and tags must save is taken from the tags first, down to a third of the room.
Widths widths_of(const std::vector<Row>& rows, std::size_t width) {
  Widths widths{};
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < columns; ++i) widths[i] = std::max(widths[i], width_of(row[i]));
  }
  std::size_t fixed = gap * (columns - 1);
  for (const Column column : {number, id, languages, difficulty}) fixed += widths[column];
  const std::size_t room = std::max(width, fixed + 2 * least) - fixed;
  const std::size_t tags_keep = std::max(room / 3, room - std::min(room, widths[title]));
  widths[tags] = std::min(widths[tags], tags_keep);
  widths[title] = std::min(widths[title], room - widths[tags]);
  return widths;
}

std::string line_of(const Row& row, const Widths& widths) {
  std::string line;
  for (std::size_t i = 0; i < columns; ++i) {
    const std::string cell = cut(row[i], widths[i]);
    const std::string spaces(widths[i] - width_of(cell), ' ');
    line += (i == 0 ? "" : std::string(gap, ' ')) + (i == number ? spaces + cell : cell + spaces);
  }
  return line.erase(line.find_last_not_of(' ') + 1);
}

}  // namespace

std::string item_table(const std::vector<latex::ItemLine>& items, std::size_t width) {
  std::vector<Row> rows{{"no", "id", "lang", "difficulty", "tags", "title"}};
  for (const latex::ItemLine& item : items) rows.push_back(row_of(item));
  const Widths widths = widths_of(rows, width);
  std::string table;
  for (const Row& row : rows) table += (table.empty() ? "" : "\n") + line_of(row, widths);
  return table;
}

}  // namespace listok::cli

#include "emitter/dialects/table_rows.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "emitter/dialects/fences.hpp"
#include "emitter/dialects/lines.hpp"

namespace listok::emitter {

namespace {

constexpr std::string_view blank = " \t";
constexpr std::size_t shortest_cell = 3;  // of a delimiter row, in characters

bool is_delimiter_row(std::string_view row) {
  if (row.find('|') == row.npos || row.find('-') == row.npos) return false;
  if (row.find_first_not_of("|-: \t") != row.npos) return false;
  return !row.starts_with("- ") && !row.starts_with("-\t");  // the mark of a list
}

// `visit(begin, cell)` for each stretch between bars that are not escaped.
template <typename Visit>
void for_each_cell(std::string_view row, const Visit& visit) {
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= row.size(); ++at) {
    if (at < row.size() && row[at] == '\\') {
      ++at;
    } else if (at >= row.size() || row[at] == '|') {
      visit(begin, row.substr(begin, at - begin));
      begin = at + 1;
    }
  }
}

std::size_t cells_of(std::string_view row) {
  row.remove_prefix(std::min(row.find_first_not_of(blank), row.size()));
  row = without_end_blanks(row);
  std::size_t count = 0;
  for_each_cell(row, [&](std::size_t, std::string_view) { ++count; });
  if (row.starts_with('|')) --count;
  if (row.size() > 1 && row.ends_with('|') && !row.ends_with("\\|")) --count;
  return count;
}

// Bars in code and in formulas divide nothing.
bool has_as_many_cells(std::string_view heading, std::string_view delimiters) {
  heading.remove_prefix(list_mark(heading));
  const std::size_t bars = cells_of(heading), columns = cells_of(delimiters);
  return bars == columns || (bars > columns && heading.find_first_of("`$") != heading.npos);
}

bool is_comment(std::string_view words) {
  constexpr std::string_view end = "-->";
  words = without_end_blanks(words);
  return words.starts_with("<!--") && words.find(end) == words.size() - end.size();
}

}  // namespace

Edits edit_long_delimiters(std::string_view markdown) {
  Edits edits;
  if (markdown.find('|') == markdown.npos) return edits;
  std::string heading;  // the only line with bars so far
  bool in_rows = false;
  for_each_line(markdown, [&](const Line& line) {
    const std::string_view words = line.words();
    if (words.find('|') == words.npos) {
      in_rows = false;
      return;
    }
    if (!std::exchange(in_rows, true)) {
      heading = words;
      return;
    }
    if (heading.empty()) return;
    Edits dashes;
    std::string row(words);
    for (const std::string_view dash : {"—", "–", "―", "−"}) {
      for (std::size_t at = 0; (at = row.find(dash, at)) != row.npos;) {
        row.replace(at, dash.size(), std::string(dash.size(), '-'));
        const std::size_t begin = line.at() + at;
        dashes.push_back({{begin, begin + dash.size()}, std::string(dash.size(), '-')});
      }
    }
    if (is_delimiter_row(row) && has_as_many_cells(heading, row)) {
      std::ranges::sort(dashes, {}, [](const Edit& one) { return one.span.begin; });
      edits.insert(edits.end(), dashes.begin(), dashes.end());
    }
    heading.clear();
  });
  return edits;
}

Edits edit_thin_delimiters(std::string_view markdown) {
  Edits edits;
  if (markdown.find('|') == markdown.npos) return edits;
  Line above;
  for_each_line(markdown, [&](const Line& line) {
    const std::string_view heading = std::exchange(above, line).words();
    if (!is_delimiter_row(line.words())) return;
    const bool makes_table = !heading.empty() && has_as_many_cells(heading, line.words());
    for_each_cell(line.words(), [&](std::size_t begin, std::string_view cell) {
      const std::size_t first = std::min(cell.find_first_not_of(blank), cell.size());
      const std::size_t size = cell.find_last_not_of(blank) + 1 - first;
      const std::size_t dash = cell.find('-');
      if (dash == cell.npos || size >= shortest_cell) return;
      const std::size_t at = line.at() + begin + dash;
      if (makes_table) {
        edits.push_back({{at, at}, std::string(shortest_cell - size, '-')});
      } else {
        edits.push_back({{at, at + 1}, std::string(1, dash_mask)});
      }
    });
  });
  return edits;
}

Edits edit_table_lines(std::string_view markdown) {
  Edits edits;
  if (markdown.find('|') == markdown.npos) return edits;
  FenceTracker fences;
  Line above, heading;  // the two lines before; blank at the beginning and after code
  bool in_table = false, in_code = false;  // the latter by its indentation
  bool deep = false;                       // the heading would be code below a blank line
  for_each_line(markdown, [&](const Line& line) {
    const bool code = fences.is_code(line);
    if (code || line.blank()) {
      in_table = false;
      above = heading = {};
      return;
    }
    if (in_table && is_comment(line.words())) {
      edits.push_back(
          {{line.begin, std::min(markdown.find('\n', line.begin), markdown.size() - 1) + 1}, ""});
      return;
    }
    const bool below_text = !heading.text.empty() && !in_code;
    in_code = fences.is_indented() && !below_text;
    const bool begins_table = !in_code && !in_table && is_delimiter_row(line.words()) &&
                              heading.words().find('|') != std::string_view::npos &&
                              has_as_many_cells(heading.words(), line.words());
    if (begins_table && !above.blank() && list_mark(heading.words()) == 0 && !deep) {
      const std::string_view prefix = heading.prefix();
      const std::size_t quotes = prefix.rfind('>') + 1;  // npos + 1 is none
      edits.push_back(
          {{heading.begin, heading.begin}, std::string(prefix.substr(0, quotes)) + "\n"});
    }
    in_table = in_table || begins_table;
    deep = fences.is_indented();
    above = heading;
    heading = line;
  });
  return edits;
}

}  // namespace listok::emitter

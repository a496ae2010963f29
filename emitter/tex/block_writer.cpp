#include "emitter/tex/block_writer.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "emitter/model/visit.hpp"
#include "emitter/tex/document_head.hpp"
#include "emitter/text/escape.hpp"
#include "emitter/text/text.hpp"

namespace listok::emitter {

namespace {

constexpr std::size_t deepest_list = 4;           // the class has labels for no more
constexpr std::size_t longest_natural_cell = 30;  // characters; longer text makes a column an X
constexpr std::size_t tab_width = 4;

// A list and a displayed formula belong to the words that announce them; all else stands by itself.
bool goes_on(const Block& block) {
  const auto* words = std::get_if<Paragraph>(&block.value);
  if (words == nullptr || words->content.empty()) {
    return std::holds_alternative<List>(block.value);
  }
  const auto* formula = std::get_if<Math>(&words->content.front().value);
  return formula != nullptr && formula->display;
}

std::string without_tabs(std::string_view line) {
  std::string spread;
  std::size_t column = 0;
  for (std::size_t i = 0; i < line.size();) {
    const char32_t c = next_code_point(line, i);
    if (c == U'\t') {
      const std::size_t spaces = tab_width - column % tab_width;
      spread.append(spaces, ' ');
      column += spaces;
    } else {
      append_utf8(spread, c);
      ++column;
    }
  }
  return spread;
}

struct CodeLine {
  std::string text;        // without the spaces around it
  std::size_t indent = 0;  // their number before it
  Span place;              // from where it stands in the source
};

std::vector<CodeLine> lines_of(const CodeBlock& code, Span span, const Source& source) {
  std::vector<CodeLine> lines;
  std::size_t from = span.begin;
  std::string_view rest(code.text);
  while (!rest.empty()) {
    const std::string_view line = take_line(rest);
    const std::string spread = without_tabs(line);
    const auto begin = std::min(spread.find_first_not_of(' '), spread.size());
    if (begin == spread.size()) {
      lines.push_back({.text = {}, .indent = 0, .place = {from, span.end}});
      continue;
    }
    const auto words = line.substr(line.find_first_not_of(" \t"));
    const auto found = source.text().substr(0, span.end).find(words, from);
    if (found != std::string_view::npos) from = found;
    const auto size = spread.find_last_not_of(' ') + 1 - begin;
    lines.push_back(
        {.text = spread.substr(begin, size), .indent = begin, .place = {from, span.end}});
    if (found != std::string_view::npos) from = found + words.size();
  }
  return lines;
}

// Numbers of three digits and more need room, which depends on the last of them.
std::string options_of(const List& list) {
  constexpr std::size_t most_without = 99;
  if (!list.ordered) return {};
  const std::size_t last = list.start + list.items.size() - 1;
  const std::string options =
      joined_options({list.start == 1 ? "" : fmt::format("start={}", list.start),
                      last > most_without ? fmt::format("last={}", last) : "",
                      list.delimiter == ')' ? "mark={)}" : ""});
  return options.empty() ? options : fmt::format("[{}]", options);
}

}  // namespace

void BlockWriter::section(const Section& section) {
  Flow flow;
  flow.mark(phrases_.line_of(section.heading));
  flow.tex = fmt::format("\\begin{{sheetsection}}[key={}]{{", key_value(section.key));
  phrases_.append_at(flow, section.title, Where::heading, section.heading);
  flow.tex += '}';
  writer_.flow(flow, 2);
  writer_.indent();
  blocks(section.content);
  writer_.outdent();
  writer_.line("\\end{sheetsection}");
}

void BlockWriter::blocks(const Blocks& blocks, std::size_t first) {
  for (std::size_t i = first; i < blocks.size(); ++i) {
    const bool after_words = i > 0 && std::holds_alternative<Paragraph>(blocks[i - 1].value);
    if (i > 0 && !(after_words && goes_on(blocks[i]))) writer_.blank();
    block(blocks[i]);
  }
}

void BlockWriter::block(const Block& block) {
  if (const auto* words = std::get_if<Paragraph>(&block.value)) {
    paragraph({}, *words);
  } else if (const auto* sub = std::get_if<Heading>(&block.value)) {
    subheading(*sub, block.span);
  } else if (const auto* points = std::get_if<List>(&block.value)) {
    list(*points, block.span);
  } else if (const auto* code = std::get_if<CodeBlock>(&block.value)) {
    code_block(*code, block.span);
  } else if (const auto* quoted = std::get_if<Quote>(&block.value)) {
    environment("quote", {}, block.span, [&] { blocks(quoted->content); });
  } else if (const auto* cells = std::get_if<Table>(&block.value)) {
    table(*cells, block.span);
  }
}

void BlockWriter::subheading(const Heading& heading, Span span) {
  Flow flow{.tex = "\\subheading{", .marks = {{0, phrases_.line_of(span)}}};
  phrases_.append(flow, heading.content, Where::heading);
  flow.tex += '}';
  writer_.flow(flow, 2);
}

void BlockWriter::paragraph(std::string_view prefix, const Paragraph& paragraph) {
  Flow flow{.tex = std::string(prefix)};
  phrases_.append(flow, paragraph.content, Where::paragraph);
  writer_.flow(flow, prefix.empty() ? 0 : 2);
}

template <typename Body>
void BlockWriter::environment(std::string_view name, std::string_view options, Span span,
                              Body body) {
  writer_.line(fmt::format("\\begin{{{}}}{}", name, options), phrases_.line_of(span));
  writer_.indent();
  body();
  writer_.outdent();
  writer_.line(fmt::format("\\end{{{}}}", name));
}

void BlockWriter::list(const List& list, Span span) {
  if (list.items.empty()) return;
  if (++list_depth_ > deepest_list) {
    result_.diagnostics.push_back(
        source_.diagnostic(Severity::error, span, "list-depth",
                           fmt::format("a list is nested deeper than {} levels", deepest_list),
                           "make a section or a paragraph of one of the levels"));
  }
  const char* unordered = list.described ? "description" : "itemize";
  environment(list.ordered ? "enumerate" : unordered, options_of(list), span, [&] {
    for (const ListItem& item : list.items) {
      list.described ? described_item(item) : list_item(item, list.ordered);
    }
  });
  --list_depth_;
}

void BlockWriter::described_item(const ListItem& item) {
  const auto* first =
      item.content.empty() ? nullptr : std::get_if<Paragraph>(&item.content.front().value);
  Flow flow{.tex = "\\item[{", .marks = {{0, phrases_.line_of(item.span)}}};
  phrases_.append(flow, item.term, Where::cell);
  flow.tex += "}]";
  if (first != nullptr) {
    flow.tex += ' ';
    phrases_.append(flow, first->content, Where::paragraph);
  }
  writer_.flow(flow, 2);
  writer_.indent();
  blocks(item.content, first != nullptr ? 1 : 0);
  writer_.outdent();
}

// A box takes the place of the bullet, and stands behind a number.
void BlockWriter::list_item(const ListItem& item, bool ordered) {
  const auto* first =
      item.content.empty() ? nullptr : std::get_if<Paragraph>(&item.content.front().value);
  std::string label = "\\item";
  if (item.tick != Tick::none) {
    label += fmt::format(fmt::runtime(ordered ? " {}~" : "[{}]"),
                         item.tick == Tick::ticked ? "\\ticked{}" : "\\unticked{}");
  }
  if (first != nullptr && !first->content.empty()) {
    paragraph(label.ends_with('~') ? label : label + " ", *first);
  } else {
    const bool bare = item.tick == Tick::none && item.content.empty();
    if (label.ends_with('~')) label.pop_back();
    writer_.line(bare ? "\\item{}" : label, phrases_.line_of(item.span));
  }
  writer_.indent();
  blocks(item.content, first != nullptr ? 1 : 0);
  writer_.outdent();
}

// The lines stand as they are in sheetcode, unless one of them needs another face or could end it.
void BlockWriter::code_block(const CodeBlock& code, Span span) {
  const auto label = fmt::format("{{{}}}", phrases_.checked(code.language, Context::heading, span));
  const std::vector<CodeLine> lines = lines_of(code, span, source_);
  std::vector<std::string> written;
  for (const CodeLine& line : lines) {
    auto words = as_written(line.text, phrases_.faces());
    if (!words) break;
    written.push_back(std::string(words->empty() ? 0 : line.indent, ' ') + *words);
  }
  if (written.size() == lines.size() && !lines.empty()) {
    environment("sheetcode", label, span, [&] {
      for (std::size_t i = 0; i < lines.size(); ++i) {
        writer_.code_line(written[i], phrases_.line_of(lines[i].place));
      }
    });
    return;
  }
  environment("codeblock", label, span, [&] {
    for (const CodeLine& line : lines) {
      const std::string indent = line.indent == 0 ? "" : fmt::format("[{}]", line.indent);
      writer_.line(fmt::format("\\codeline{}{{{}}}", indent,
                               phrases_.checked(line.text, Context::code, line.place)),
                   phrases_.line_of(line.place));
    }
  });
}

// The words for those who cannot see a picture are not printed.
bool BlockWriter::is_long(const Table& table, std::size_t column) const {
  const auto too_long = [&](const TableRow& row) {
    std::size_t characters = length(plain_text(row.cells[column], source_));
    visit_inlines(row.cells[column], [&](const Inline& one) {
      const auto* image = std::get_if<Image>(&one.value);
      if (image != nullptr) characters -= length(image->alternative);
    });
    return characters > longest_natural_cell;
  };
  return too_long(table.header) || std::ranges::any_of(table.rows, too_long);
}

std::string BlockWriter::column_letters(const Table& table) const {
  std::string letters;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const Align align = table.columns[i];
    if (align == Align::center)
      letters += 'c';
    else if (align == Align::right)
      letters += 'r';
    else
      letters += is_long(table, i) ? 'X' : 'l';
  }
  return letters;
}

void BlockWriter::table(const Table& table, Span span) {
  environment("sheettable", fmt::format("{{{}}}", column_letters(table)), span, [&] {
    row(table.header, "\\tableheadend");
    for (const TableRow& one : table.rows) row(one, "\\tabularnewline");
  });
}

void BlockWriter::row(const TableRow& row, std::string_view ending) {
  Flow flow;
  flow.mark(phrases_.line_of(row.span));
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (i > 0) {
      flow.trim_end();
      flow.tex += flow.tex.empty() ? "& " : " & ";
    }
    Flow cell;
    phrases_.append(cell, row.cells[i], Where::cell);
    // The end of a row looks for a star.
    if (i == 0 && cell.tex.starts_with('*')) cell.tex.replace(0, 1, "{*}");
    flow.tex += cell.tex;
  }
  flow.trim_end();
  flow.tex += fmt::format("{}{}", flow.tex.empty() ? "" : " ", ending);
  writer_.flow(flow, 2);
}

}  // namespace listok::emitter

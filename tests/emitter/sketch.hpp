// Blocks as one line of text, so that a test can show a whole document. Header only.
#pragma once

#include <fmt/format.h>

#include <string>

#include "emitter/model/model.hpp"

namespace listok::emitter {

inline std::string sketch(const Inlines& inlines, const Source& source);
inline std::string sketch(const Blocks& blocks, const Source& source);

inline std::string sketch(const Inline& one, const Source& source) {
  const auto of = [&](const Inlines& content) { return sketch(content, source); };
  if (const auto* text = std::get_if<Text>(&one.value)) return text->text;
  if (const auto* code = std::get_if<Code>(&one.value)) return "`" + code->text + "`";
  if (const auto* math = std::get_if<Math>(&one.value)) {
    const auto [begin, end] = math->formula;
    const auto written = source.text().substr(begin, end - begin);
    return fmt::format(fmt::runtime(math->display ? "$${}$$" : "${}$"),
                       math->text.empty() ? written : math->text);
  }
  if (const auto* em = std::get_if<Emphasis>(&one.value)) return "em(" + of(em->content) + ")";
  if (const auto* strong = std::get_if<Strong>(&one.value))
    return "strong(" + of(strong->content) + ")";
  if (const auto* strike = std::get_if<Strike>(&one.value))
    return "strike(" + of(strike->content) + ")";
  if (const auto* shifted = std::get_if<Shifted>(&one.value))
    return (shifted->up ? "sup(" : "sub(") + of(shifted->content) + ")";
  if (const auto* link = std::get_if<Link>(&one.value)) {
    return fmt::format("link({} -> {})", of(link->content), link->address);
  }
  if (const auto* image = std::get_if<Image>(&one.value)) {
    constexpr const char* units[] = {"", "%", "px", "pt", "mm", "cm", "in"};
    std::string size;
    for (const auto& [name, extent] : {std::pair("w", image->width), {"h", image->height}}) {
      if (extent.unit == Extent::Unit::unsaid) continue;
      size += fmt::format(", {}={}{}", name, extent.number,
                          units[static_cast<std::size_t>(extent.unit)]);
    }
    return fmt::format("image({}, {}, {}{})", image->file, image->alternative, image->caption,
                       size);
  }
  if (const auto* gap = std::get_if<FillIn>(&one.value)) {
    return fmt::format("{}({})", gap->line ? "line" : "gap", gap->length);
  }
  if (const auto* note = std::get_if<Note>(&one.value)) {
    return note->shared ? fmt::format("note{}({})", note->number, of(note->content))
                        : fmt::format("note({})", of(note->content));
  }
  return "<br>";
}

inline std::string sketch(const Inlines& inlines, const Source& source) {
  std::string all;
  for (const Inline& one : inlines) all += sketch(one, source);
  return all;
}

inline std::string sketch_row(const TableRow& row, const Source& source) {
  std::string all;
  for (const Inlines& cell : row.cells) all += (all.empty() ? "" : " & ") + sketch(cell, source);
  return all;
}

inline std::string sketch(const Block& block, const Source& source) {
  if (const auto* paragraph = std::get_if<Paragraph>(&block.value)) {
    return "p(" + sketch(paragraph->content, source) + ")";
  }
  if (const auto* heading = std::get_if<Heading>(&block.value)) {
    return fmt::format("h{}({})", heading->level, sketch(heading->content, source));
  }
  if (const auto* quote = std::get_if<Quote>(&block.value)) {
    return "quote(" + sketch(quote->content, source) + ")";
  }
  if (const auto* code = std::get_if<CodeBlock>(&block.value)) {
    return fmt::format("code({}: {})", code->language, code->text);
  }
  if (const auto* list = std::get_if<List>(&block.value)) {
    std::string all = list->ordered ? fmt::format("ol{}", list->start) : "ul";
    if (list->described) all = "dl";
    if (list->delimiter == ')') all += ")";
    if (!list->tight) all += " loose";
    for (const ListItem& item : list->items) {
      constexpr std::string_view boxes[] = {"", "☐ ", "☑ "};
      const std::string term = list->described ? sketch(item.term, source) + ": " : "";
      all += fmt::format("[{}{}{}]", boxes[static_cast<std::size_t>(item.tick)], term,
                         sketch(item.content, source));
    }
    return all;
  }
  const auto& table = std::get<Table>(block.value);
  std::string columns;
  for (const Align align : table.columns) columns += "-lcr"[static_cast<std::size_t>(align)];
  std::string all = fmt::format("table {}({}", columns, sketch_row(table.header, source));
  for (const TableRow& row : table.rows) all += "; " + sketch_row(row, source);
  return all + ")";
}

inline std::string sketch(const Blocks& blocks, const Source& source) {
  std::string all;
  for (const Block& block : blocks) all += (all.empty() ? "" : " ") + sketch(block, source);
  return all;
}

// "code line:column+length, …"
inline std::string sketch(const Diagnostics& diagnostics) {
  std::string all;
  for (const Diagnostic& one : diagnostics) {
    if (!all.empty()) all += ", ";
    all += one.code;
    if (one.line > 0) all += fmt::format(" {}:{}+{}", one.line, one.column, one.length);
  }
  return all;
}

}  // namespace listok::emitter

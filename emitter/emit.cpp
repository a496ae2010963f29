#include "emitter/emit.hpp"

#include <fmt/format.h>

#include "emitter/phrases.hpp"
#include "emitter/text.hpp"
#include "emitter/writer.hpp"

namespace listok::emitter {

namespace {

constexpr std::size_t deepest_list = 4;           // the class has labels for no more
constexpr std::size_t longest_natural_cell = 30;  // characters; longer text makes a column an X
constexpr std::size_t tab_width = 4;

std::string_view babel_name(std::string_view language) {
  return language == "ru" ? "russian" : "english";
}

// The options of the class that are not what it takes them to be anyway.
std::string class_options(const Page& page, std::string_view language) {
  const Page usual;
  std::string options(babel_name(language));
  if (page.size != usual.size) options += fmt::format(", size={}", page.size);
  if (page.min_size != usual.min_size) options += fmt::format(", min-size={}", page.min_size);
  if (page.max_size != 0 && page.max_size != page.size) {
    options += fmt::format(", max-size={}", page.max_size);
  }
  if (page.paper != usual.paper) options += fmt::format(", paper={}", page.paper);
  return options;
}

std::string in_language(const Words& words, const std::string& language) {
  const auto found = words.find(language);
  return found == words.end() ? std::string{} : found->second;
}

std::string filled_in(std::string_view footer, std::string_view title, const Item& item,
                      std::size_t total) {
  std::string text;
  while (!footer.empty()) {
    if (footer.starts_with("{title}")) {
      text += title;
    } else if (footer.starts_with("{n}")) {
      text += fmt::format("{}", item.number);
    } else if (footer.starts_with("{total}")) {
      text += fmt::format("{}", total);
    } else {
      text += footer.front();
      footer.remove_prefix(1);
      continue;
    }
    footer.remove_prefix(footer.find('}') + 1);
  }
  return text;
}

// A key is written as it is when it can be read as nothing but itself.
std::string key_value(std::string_view key) {
  constexpr std::string_view plain =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-";
  if (!key.empty() && key.find_first_not_of(plain) == key.npos) return std::string(key);
  return fmt::format("{{{}}}", escape(key, Context::heading));
}

class Sheet {
 public:
  Sheet(const Bank& bank, const Item& item, const Translation& translation)
      : bank_(bank),
        item_(item),
        translation_(translation),
        source_(*translation.source),
        phrases_(translation, result_) {}

  Emitted run() {
    writer_.line("% !TEX program = xelatex");
    writer_.line(
        fmt::format("% Made by listok from {}. Edit freely: the next run keeps your changes.",
                    translation_.path));
    writer_.line(fmt::format("\\documentclass[{}]{{listok}}",
                             class_options(bank_.page, translation_.language)));
    writer_.line("\\begin{document}");
    title();
    writer_.indent();
    for (const Section& one : translation_.sections) section(one);
    writer_.outdent();
    writer_.line("\\end{sheet}");
    writer_.line("\\end{document}");
    result_.tex = std::move(writer_).tex();
    result_.line_map = std::move(writer_).line_map();
    return std::move(result_);
  }

 private:
  // What the bank says, which no diagnostic of this file can point at.
  std::string words_of_bank(std::string_view text) {
    return keep_spaces(phrases_.checked(text, Context::heading, title_span()));
  }

  Span title_span() const {
    if (translation_.title.empty()) return {0, 0};
    return {translation_.title.front().span.begin, translation_.title.back().span.end};
  }

  std::string sheet_options() {
    std::vector<std::string> options;
    const auto add = [&options](std::string_view key, const auto& value) {
      options.push_back(fmt::format("{}={}", key, value));
    };
    const std::string bank_title = in_language(bank_.title, translation_.language);
    const std::string footer = in_language(bank_.footer, translation_.language);
    add("id", key_value(item_.id));
    add("number", item_.number);
    if (!bank_title.empty()) add("bank", "{" + words_of_bank(bank_title) + "}");
    if (!footer.empty()) {
      const auto text = filled_in(footer, bank_title, item_, bank_.items.size());
      add("footer", "{" + words_of_bank(text) + "}");
    }
    std::string tags;
    for (const auto& tag : translation_.tags) tags += (tags.empty() ? "" : ", ") + tag;
    if (!tags.empty()) add("tags", "{" + words_of_bank(tags) + "}");
    if (!translation_.difficulty.empty()) add("difficulty", key_value(translation_.difficulty));
    if (translation_.size) add("size", *translation_.size);
    if (translation_.min_size) add("min-size", *translation_.min_size);
    if (translation_.max_size) add("max-size", *translation_.max_size);
    return fmt::format("{}", fmt::join(options, ", "));
  }

  void title() {
    Flow flow;
    flow.mark(phrases_.line_of(title_span()));
    flow.tex = fmt::format("\\begin{{sheet}}[{}]{{", sheet_options());
    phrases_.append(flow, translation_.title, Where::heading);
    flow.tex += '}';
    writer_.flow(flow, 2);
  }

  void section(const Section& section) {
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

  void blocks(const Blocks& blocks, std::size_t first = 0) {
    for (std::size_t i = first; i < blocks.size(); ++i) {
      const bool after_words = i > 0 && std::holds_alternative<Paragraph>(blocks[i - 1].value);
      if (i > 0 && !(after_words && goes_on(blocks[i]))) writer_.blank();
      block(blocks[i]);
    }
  }

  // A list and a displayed formula belong to the words that announce them; all else stands alone.
  static bool goes_on(const Block& block) {
    const auto* words = std::get_if<Paragraph>(&block.value);
    if (words == nullptr || words->content.empty()) {
      return std::holds_alternative<List>(block.value);
    }
    const auto* formula = std::get_if<Math>(&words->content.front().value);
    return formula != nullptr && formula->display;
  }

  void block(const Block& block) {
    if (const auto* words = std::get_if<Paragraph>(&block.value)) {
      paragraph({}, *words);
    } else if (const auto* sub = std::get_if<Heading>(&block.value)) {
      Flow flow{.tex = "\\subheading{", .marks = {{0, phrases_.line_of(block.span)}}};
      phrases_.append(flow, sub->content, Where::heading);
      flow.tex += '}';
      writer_.flow(flow, 2);
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

  void paragraph(std::string_view prefix, const Paragraph& paragraph) {
    Flow flow{.tex = std::string(prefix), .marks = {}};
    phrases_.append(flow, paragraph.content, Where::paragraph);
    writer_.flow(flow, prefix.empty() ? 0 : 2);
  }

  template <typename Body>
  void environment(std::string_view name, std::string_view options, Span span, Body body) {
    writer_.line(fmt::format("\\begin{{{}}}{}", name, options), phrases_.line_of(span));
    writer_.indent();
    body();
    writer_.outdent();
    writer_.line(fmt::format("\\end{{{}}}", name));
  }

  void list(const List& list, Span span) {
    if (list.items.empty()) return;
    if (++list_depth_ > deepest_list) {
      result_.diagnostics.push_back(
          source_.diagnostic(Severity::error, span, "list-depth",
                             fmt::format("a list is nested deeper than {} levels", deepest_list),
                             "make a section or a paragraph of one of the levels"));
    }
    const bool from_one = !list.ordered || list.start == 1;
    environment(list.ordered ? "enumerate" : "itemize",
                from_one ? std::string{} : fmt::format("[start={}]", list.start), span, [&] {
                  for (const ListItem& item : list.items) list_item(item);
                });
    --list_depth_;
  }

  void list_item(const ListItem& item) {
    const auto* first =
        item.content.empty() ? nullptr : std::get_if<Paragraph>(&item.content.front().value);
    if (first != nullptr && !first->content.empty()) {
      paragraph("\\item ", *first);
    } else {
      writer_.line(item.content.empty() ? "\\item{}" : "\\item", phrases_.line_of(item.span));
    }
    writer_.indent();
    blocks(item.content, first != nullptr ? 1 : 0);
    writer_.outdent();
  }

  void code_block(const CodeBlock& code, Span span) {
    const auto label = phrases_.checked(code.language, Context::heading, span);
    environment("codeblock", fmt::format("{{{}}}", label), span, [&] {
      std::size_t from = span.begin;
      std::string_view rest(code.text);
      while (!rest.empty()) {
        const auto end = std::min(rest.find('\n'), rest.size());
        code_line(rest.substr(0, end), span, from);
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
    });
  }

  // `from`: where in the source to look for the line; moved past it.
  void code_line(std::string_view line, Span span, std::size_t& from) {
    const std::string spread = without_tabs(line);
    const auto begin = std::min(spread.find_first_not_of(' '), spread.size());
    const auto text =
        std::string_view(spread).substr(begin, spread.find_last_not_of(' ') + 1 - begin);
    if (text.empty()) {
      writer_.line("\\codeline{}");
      return;
    }
    const auto words = line.substr(line.find_first_not_of(" \t"));
    const auto found = source_.text().substr(0, span.end).find(words, from);
    if (found != std::string_view::npos) from = found;
    const Span place{from, span.end};
    const std::string indent = begin == 0 ? std::string{} : fmt::format("[{}]", begin);
    writer_.line(
        fmt::format("\\codeline{}{{{}}}", indent, phrases_.checked(text, Context::code, place)),
        phrases_.line_of(place));
    if (found != std::string_view::npos) from = found + words.size();
  }

  static std::string without_tabs(std::string_view line) {
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

  bool is_long(const Table& table, std::size_t column) const {
    const auto too_long = [&](const TableRow& row) {
      return length(plain_text(row.cells[column], source_)) > longest_natural_cell;
    };
    for (const TableRow& row : table.rows) {
      if (too_long(row)) return true;
    }
    return too_long(table.header);
  }

  std::string column_letters(const Table& table) const {
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

  void table(const Table& table, Span span) {
    environment("sheettable", fmt::format("{{{}}}", column_letters(table)), span, [&] {
      row(table.header, "\\tableheadend");
      for (const TableRow& one : table.rows) row(one, "\\tabularnewline");
    });
  }

  void row(const TableRow& row, std::string_view ending) {
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

  const Bank& bank_;
  const Item& item_;
  const Translation& translation_;
  const Source& source_;
  Emitted result_;
  Phrases phrases_;
  Writer writer_;
  std::size_t list_depth_ = 0;
};

}  // namespace

Emitted emit(const Bank& bank, const Item& item, const Translation& translation) {
  return Sheet(bank, item, translation).run();
}

}  // namespace listok::emitter

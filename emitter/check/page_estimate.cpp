#include "emitter/check/page_estimate.hpp"

#include <algorithm>
#include <cmath>

#include "emitter/model/paper.hpp"
#include "emitter/model/visit.hpp"
#include "emitter/text/letters.hpp"
#include "emitter/text/text.hpp"

namespace listok::emitter {

namespace {

constexpr double points_per_mm = 72.27 / 25.4;
constexpr double leading = 1.24;  // of the size, when the page is tight
// Of a character, in parts of the size. Measured: 0.46 in English, 0.51 in Russian.
constexpr double narrow_character = 0.38, usual_character = 0.48;
constexpr double small_line = 0.8;  // of code and tables, in lines of text

// The lines of one block, without the blocks inside it.
class Lines {
 public:
  explicit Lines(double characters) : characters_(characters) {}

  double of(const Block& block) const;

 private:
  double characters_;  // that a line holds

  double of_text(const Inlines& inlines) const;
  double of_row(const TableRow& row) const;
};

double Lines::of_text(const Inlines& inlines) const {
  std::size_t characters = 0, displays = 0;
  visit_inlines(inlines, [&](const Inline& one) {
    if (const auto* text = std::get_if<Text>(&one.value)) characters += length(text->text);
    if (const auto* code = std::get_if<Code>(&one.value)) characters += length(code->text);
    // What is written for a formula is longer than what is set.
    if (const auto* math = std::get_if<Math>(&one.value)) ++(math->display ? displays : characters);
  });
  return std::ceil(static_cast<double>(characters) / characters_) + static_cast<double>(displays);
}

// The cells stand side by side and share the width.
double Lines::of_row(const TableRow& row) const {
  double lines = 0;
  for (const Inlines& cell : row.cells) lines += of_text(cell);
  return small_line * std::max(1.0, lines / static_cast<double>(row.cells.size()));
}

double Lines::of(const Block& block) const {
  if (const auto* paragraph = std::get_if<Paragraph>(&block.value)) {
    return of_text(paragraph->content);
  }
  if (const auto* heading = std::get_if<Heading>(&block.value)) return of_text(heading->content);
  if (const auto* code = std::get_if<CodeBlock>(&block.value)) {
    return small_line * static_cast<double>(std::ranges::count(code->text, '\n'));
  }
  if (const auto* table = std::get_if<Table>(&block.value)) {
    double lines = of_row(table->header);
    for (const TableRow& row : table->rows) lines += of_row(row);
    return lines;
  }
  return 0;  // lists and quotes: what is inside is counted
}

double size_of(const Page& page, const Translation& translation) {
  return std::min(translation.min_size.value_or(page.min_size),
                  translation.size.value_or(page.size));
}

// The room that blocks take at least, in lines of the text.
class LeastLines {
 public:
  explicit LeastLines(double width) : width_(width) {}

  double of(const Block& block) const;

 private:
  double width_;  // of a line, in sizes

  static double width_of(const Inlines& inlines);
  static std::size_t breaks_in(const Inlines& inlines);
  double of_text(const Inlines& inlines) const;
  double of_row(const TableRow& row) const;
  double of_code(std::string_view text) const;
};

// In parts of the size. Of the letters in the faces of the class j is the narrowest with 0.249, and
// 0.92 of the size is the smallest that a block is set in; the letters of code have 0.6 of 0.93 of
// it.
constexpr double least_letter = 0.22, least_code_letter = 0.5, least_in_block = 0.46;
constexpr double least_formula = 0.1;
constexpr double least_table = 0.75;  // the size of a table that is too wide

double LeastLines::width_of(const Inlines& inlines) {
  double width = 0;
  visit_inlines(inlines, [&](const Inline& one) {
    const auto* text = std::get_if<Text>(&one.value);
    const auto* code = std::get_if<Code>(&one.value);
    if (text != nullptr) width += least_letter * static_cast<double>(letters_in(text->text));
    if (code != nullptr) width += least_code_letter * static_cast<double>(letters_in(code->text));
    const auto* math = std::get_if<Math>(&one.value);
    if (math != nullptr && !math->display) width += least_formula;
  });
  return width;
}

// Where a line ends in any case.
std::size_t LeastLines::breaks_in(const Inlines& inlines) {
  std::size_t breaks = 0;
  visit_inlines(inlines, [&](const Inline& one) {
    const auto* math = std::get_if<Math>(&one.value);
    const bool display = math != nullptr && math->display;
    const auto* gap = std::get_if<FillIn>(&one.value);
    const bool line = gap != nullptr && gap->line;
    if (display || line || std::holds_alternative<HardBreak>(one.value)) ++breaks;
  });
  return breaks;
}

double LeastLines::of_text(const Inlines& inlines) const {
  return std::max(std::ceil(width_of(inlines) / width_), static_cast<double>(breaks_in(inlines)));
}

double LeastLines::of_row(const TableRow& row) const {
  double width = 0;
  for (const Inlines& cell : row.cells) width += width_of(cell);
  return least_table * std::max(1.0, std::ceil(least_table * width / width_));
}

double LeastLines::of_code(std::string_view text) const {
  double lines = 0;
  while (!text.empty()) {
    const double letters = static_cast<double>(letters_in(take_line(text)));
    lines += std::max(1.0, std::ceil(least_in_block * letters / width_));
  }
  return small_line * lines;
}

double LeastLines::of(const Block& block) const {
  if (const auto* paragraph = std::get_if<Paragraph>(&block.value)) {
    return of_text(paragraph->content);
  }
  if (const auto* code = std::get_if<CodeBlock>(&block.value)) return of_code(code->text);
  if (const auto* table = std::get_if<Table>(&block.value)) {
    double lines = of_row(table->header);
    for (const TableRow& row : table->rows) lines += of_row(row);
    return lines;
  }
  return std::holds_alternative<Heading>(block.value) ? small_line : 0;
}

// Of two languages side by side each has half of the width, and less; the page may lie on its side.
TextArea largest_column(const Page& page) {
  const bool lies = page.bilingual == Orientation::landscape;
  if (page.paper == "a5") return lies ? TextArea{105, 148} : TextArea{74, 210};
  return lies ? TextArea{149, 216} : TextArea{108, 297};
}

}  // namespace

unsigned pages_of(const Page& page, const Translation& translation) {
  return translation.pages.value_or(page.pages);
}

std::optional<Excess> certain_excess(const Page& page, const Translation& translation,
                                     const Shown& shown) {
  constexpr double surely = 1.25;  // of the room, as if there could be a mistake in what is least
  const double size = size_of(page, translation);
  const TextArea area = shown.bilingual ? largest_column(page) : text_area(page);
  const unsigned pages = pages_of(page, translation);
  const double room = pages * area.height * points_per_mm / (leading * size);  // lines
  const LeastLines least(area.width * points_per_mm / size);
  double lines = 0;
  for (const Section& section : translation.sections) {
    const auto& keys = shown.sections;
    if (!keys.empty() && std::ranges::find(keys, section.key) == keys.end()) continue;
    visit_blocks(section.content, [&](const Block& block) { lines += least.of(block); });
  }
  if (lines < surely * room) return std::nullopt;
  return Excess{static_cast<std::size_t>(lines - room), size, pages};
}

PageEstimate estimate_pages(const Page& page, const Translation& translation) {
  const double size = size_of(page, translation);
  const TextArea area = text_area(page);
  const double lines_a_page = area.height * points_per_mm / (leading * size);
  const auto pages = [&](double character) {
    const Lines lines(area.width * points_per_mm / (character * size));
    double all = 0;
    for (const Section& section : translation.sections) {
      all += 1;  // the heading
      visit_blocks(section.content, [&](const Block& block) { all += lines.of(block); });
    }
    return all / lines_a_page;
  };
  return {pages(narrow_character), pages(usual_character)};
}

}  // namespace listok::emitter

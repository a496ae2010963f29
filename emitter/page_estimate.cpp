#include "emitter/page_estimate.hpp"

#include <algorithm>
#include <cmath>

#include "emitter/text.hpp"
#include "emitter/walk.hpp"

namespace listok::emitter {

namespace {

struct TextArea {
  double width, height;  // mm
};

// As the class has them.
TextArea area_of(const std::string& paper) {
  if (paper == "a5") return {116, 177};
  if (paper == "letter") return {155.9, 235.4};
  return {156, 249};
}

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

}  // namespace

PageEstimate estimate_pages(const Page& page, const Translation& translation) {
  const double size =
      std::min(translation.min_size.value_or(page.min_size), translation.size.value_or(page.size));
  const TextArea area = area_of(page.paper);
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

#include "emitter/model/paper.hpp"

namespace listok::emitter {

namespace {

struct Paper {
  double width, height, side, top, bottom;  // mm
};

Paper paper_of(std::string_view name) {
  if (name == "a5") return {148, 210, 16, 14, 19};
  if (name == "letter") return {215.9, 279.4, 30, 20, 24};
  return {210, 297, 27, 22, 26};
}

}  // namespace

TextArea text_area(const Page& page) {
  const Paper paper = paper_of(page.paper);
  const Margins& own = page.margins;
  const auto [top, bottom] = edge_margins(page);
  return {
      paper.width - own.left.value_or(paper.side) - own.right.value_or(paper.side) - own.binding,
      paper.height - top - bottom};
}

EdgeMargins edge_margins(const Page& page) {
  const Paper paper = paper_of(page.paper);
  return {page.margins.top.value_or(paper.top), page.margins.bottom.value_or(paper.bottom)};
}

}  // namespace listok::emitter

// Calls a function for all parts of an item, from the outside in, in the order of the text.
// In: blocks or inlines, const or not. Out: nothing. Errors: what the function throws.
#pragma once

#include "emitter/model/model.hpp"

namespace listok::emitter {

// `visit(inline)` for each, and for those inside emphasis and links. Inlines may be const or not.
template <typename SomeInlines, typename Visit>
void visit_inlines(SomeInlines& inlines, const Visit& visit) {
  for (auto& one : inlines) {
    visit(one);
    std::visit(
        [&](auto& value) {
          if constexpr (requires { value.content; }) visit_inlines(value.content, visit);
        },
        one.value);
  }
}

// `visit(block)` for each, and for those inside lists and quotes. Blocks may be const or not.
template <typename SomeBlocks, typename Visit>
void visit_blocks(SomeBlocks& blocks, const Visit& visit) {
  for (auto& block : blocks) {
    visit(block);
    if (auto* list = std::get_if<List>(&block.value)) {
      for (auto& item : list->items) visit_blocks(item.content, visit);
    } else if (auto* quote = std::get_if<Quote>(&block.value)) {
      visit_blocks(quote->content, visit);
    }
  }
}

// `visit(inlines, span)` for each running text of a block: of a paragraph, a heading, every cell, the
// terms of a list.
template <typename SomeBlock, typename Visit>
void visit_texts(SomeBlock& block, const Visit& visit) {
  if (auto* paragraph = std::get_if<Paragraph>(&block.value)) {
    visit(paragraph->content, block.span);
  } else if (auto* heading = std::get_if<Heading>(&block.value)) {
    visit(heading->content, block.span);
  } else if (auto* list = std::get_if<List>(&block.value)) {
    for (auto& item : list->items) {
      if (!item.term.empty()) visit(item.term, item.span);
    }
  } else if (auto* table = std::get_if<Table>(&block.value)) {
    for (auto& cell : table->header.cells) visit(cell, table->header.span);
    for (auto& row : table->rows) {
      for (auto& cell : row.cells) visit(cell, row.span);
    }
  }
}

// `visit(inline)` for each of all blocks.
template <typename SomeBlocks, typename Visit>
void visit_all_inlines(SomeBlocks& blocks, const Visit& visit) {
  visit_blocks(blocks, [&](auto& block) {
    visit_texts(block, [&](auto& inlines, Span) { visit_inlines(inlines, visit); });
  });
}

}  // namespace listok::emitter

#include "emitter/markdown/definition_lists.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "emitter/model/text_runs.hpp"

namespace listok::emitter {

namespace {

// `: ` at the beginning of its line, and no other mark before it.
bool begins_definition(std::string_view text, std::size_t at) {
  const bool mark = at + 1 < text.size() && text[at] == ':' &&
                    std::string_view(" \t").find(text[at + 1]) != std::string_view::npos;
  const std::size_t before = text.substr(0, at).find_last_not_of(" \t>");
  return mark && (before == text.npos || text[before] == '\n');
}

// Takes the mark away, if there is one.
bool take_mark(ListItem& item, const Source& source) {
  const Inline* first = first_text(item.content);
  if (first == nullptr) return false;
  const std::string_view text = std::get<Text>(first->value).text;
  if (!text.starts_with(':') || !begins_definition(source.text(), first->span.begin)) return false;
  drop_from_first_text(item.content, text.starts_with(": ") ? 2 : 1, 1);
  return true;
}

List* described_list_at_end(Blocks& blocks) {
  auto* list = blocks.empty() ? nullptr : std::get_if<List>(&blocks.back().value);
  return list != nullptr && list->described ? list : nullptr;
}

// The first definition of a term, or the next one of the same.
void add_definition(ListItem item, bool next, Span span, Blocks& blocks) {
  List* before = described_list_at_end(blocks);
  if (next && before != nullptr) {
    std::ranges::move(item.content, std::back_inserter(before->items.back().content));
    return;
  }
  if (!blocks.empty()) {
    if (auto* term = std::get_if<Paragraph>(&blocks.back().value)) {
      item.term = std::move(term->content);
      item.span.begin = blocks.back().span.begin;
      span.begin = item.span.begin;
      blocks.pop_back();
    }
  }
  if (List* list = described_list_at_end(blocks)) {
    list->items.push_back(std::move(item));
    return;
  }
  List& made = append(blocks, List{}, span);
  made.described = true;
  made.items.push_back(std::move(item));
}

}  // namespace

void add_list(List list, Span span, const Source& source, Blocks& blocks) {
  std::vector<ListItem> items = std::exchange(list.items, {});
  bool defined = false;  // by the item before
  for (ListItem& item : items) {
    if (!list.ordered && list.items.empty() && take_mark(item, source)) {
      add_definition(std::move(item), std::exchange(defined, true), span, blocks);
      continue;
    }
    list.items.push_back(std::move(item));
  }
  if (!list.items.empty()) append(blocks, std::move(list), span);
}

}  // namespace listok::emitter

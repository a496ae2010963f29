#include "emitter/markdown/footnotes.hpp"

#include <fmt/format.h>

#include <iterator>
#include <utility>

#include "emitter/base/limits.hpp"
#include "emitter/model/text_runs.hpp"
#include "emitter/model/visit.hpp"
#include "emitter/text/text.hpp"

namespace listok::emitter {

namespace {

bool begins_section(const Block& block) {
  const auto* heading = std::get_if<Heading>(&block.value);
  return heading != nullptr && heading->level <= 2;
}

}  // namespace

void Footnotes::add_block(Inlines& content, Block& block) {
  auto* paragraph = std::get_if<Paragraph>(&block.value);
  if (paragraph == nullptr) {
    findings_.error(block.span, "footnote-content", "a footnote holds more than paragraphs",
                    "say it in words, or in the text");
    return;
  }
  if (!content.empty()) content.push_back({HardBreak{}, {block.span.begin, block.span.begin}});
  std::ranges::move(paragraph->content, std::back_inserter(content));
}

bool Footnotes::take(Blocks& content) {
  const Inline* first = labels_.empty() ? nullptr : first_text(content);
  if (first == nullptr) return false;
  const std::string_view text = std::get<Text>(first->value).text;
  const std::string_view written = note_label_at(text);
  const std::string label = fold_case(written);
  std::size_t size = written.size() + std::string_view("[^]:").size();
  if (!labels_.contains(label) || text.substr(0, size).back() != ':') return false;
  const std::size_t begin = first->span.begin;
  Definition made{.mark = {begin, begin + size - 1}, .content = {}};
  if (text.substr(size).starts_with(' ')) ++size;
  drop_from_first_text(content, size, size);
  for (Block& block : content) add_block(made.content, block);
  refuse_inside(made.content);
  const auto [known, is_new] = definitions_.try_emplace(label, std::move(made));
  if (!is_new) {
    findings_.error(made.mark, "duplicate-footnote",
                    fmt::format("the footnote `[^{}]` stands on line {} already", label,
                                source_.place(known->second.mark.begin).line),
                    "give one of them another name");
  }
  return true;
}

// A mark to which no footnote belongs, as it is written.
void Footnotes::as_text(Inline& note) const {
  const Span span = note.span;
  note.value = Text{to_nfc(source_.text().substr(span.begin, span.end - span.begin))};
}

// Marks in places that a footnote cannot be set from.
void Footnotes::refuse_inside(Inlines& inlines) {
  visit_inlines(inlines, [&](Inline& one) {
    if (!std::holds_alternative<Note>(one.value)) return;
    as_text(one);
    findings_.error(one.span, "footnote-place",
                    fmt::format("`{}` stands in a title, a link or another footnote",
                                std::get<Text>(one.value).text),
                    "put the mark behind a word of the text");
  });
}

void Footnotes::count(Blocks& blocks) {
  unsigned last = 0;
  for (Block& block : blocks) {
    if (begins_section(block)) refuse_inside(std::get<Heading>(block.value).content);
  }
  visit_all_inlines(blocks, [&](Inline& one) {
    if (auto* link = std::get_if<Link>(&one.value)) refuse_inside(link->content);
    const auto* note = std::get_if<Note>(&one.value);
    if (note == nullptr) return;
    const auto found = definitions_.find(note->label);
    if (found == definitions_.end()) return as_text(one);
    if (found->second.references++ == 0) found->second.number = ++last;
  });
}

// An edition may leave out the section in which a note is referred to first, so that each section has
// its words once. An item with more sections than there may be is refused in any case.
void Footnotes::fill(Blocks& blocks) {
  std::size_t section = 1;
  for (Block& block : blocks) {
    if (begins_section(block)) ++section;
    Blocks one;
    one.push_back(std::move(block));
    visit_all_inlines(one, [&](Inline& part) {
      auto* note = std::get_if<Note>(&part.value);
      if (note == nullptr) return;
      Definition& definition = definitions_.at(note->label);
      note->number = definition.number;
      note->shared = definition.references > 1;
      if (definition.section == section || section > limits::headings + 1) return;
      definition.section = section;
      note->content = definition.content;
    });
    block = std::move(one.front());
  }
}

void Footnotes::set(Blocks& blocks) {
  if (labels_.empty()) return;
  count(blocks);
  fill(blocks);
  for (const auto& [label, definition] : definitions_) {
    if (definition.references > 0) continue;
    findings_.warning(
        definition.mark, "footnote-unused",
        fmt::format("the footnote `[^{}]` is not printed: nothing refers to it", label),
        fmt::format("write `[^{}]` where it belongs, or remove it", label));
  }
}

}  // namespace listok::emitter

#include "emitter/model/text_runs.hpp"

#include <algorithm>

#include "emitter/text/text.hpp"

namespace listok::emitter {

void append_text(Inlines& inlines, std::string_view words, Span span) {
  if (inlines.empty() || !std::holds_alternative<Text>(inlines.back().value)) {
    inlines.push_back({Text{}, span});
  }
  Inline& last = inlines.back();
  std::string& text = std::get<Text>(last.value).text;
  for (const char c : words) {
    const bool space = c == ' ' || c == '\t' || c == '\r' || c == '\n';
    if (!space) text += c;
    if (space && !text.ends_with(' ')) text += ' ';
  }
  last.span.end = std::max(last.span.end, span.end);
}

void trim_text(Inlines& inlines) {
  if (inlines.empty()) return;
  if (auto* first = std::get_if<Text>(&inlines.front().value)) {
    if (first->text.starts_with(' ')) first->text.erase(0, 1);
  }
  if (auto* last = std::get_if<Text>(&inlines.back().value)) {
    if (last->text.ends_with(' ')) last->text.pop_back();
  }
}

Inline* first_text(Blocks& blocks) {
  auto* paragraph = blocks.empty() ? nullptr : std::get_if<Paragraph>(&blocks.front().value);
  if (paragraph == nullptr || paragraph->content.empty()) return nullptr;
  Inline& first = paragraph->content.front();
  return std::holds_alternative<Text>(first.value) ? &first : nullptr;
}

void drop_from_first_text(Blocks& blocks, std::size_t bytes, std::size_t written) {
  Inlines& content = std::get<Paragraph>(blocks.front().value).content;
  Inline& first = content.front();
  std::string& text = std::get<Text>(first.value).text;
  text.erase(0, bytes);
  first.span.begin = std::min(first.span.begin + written, first.span.end);
  if (text.empty()) content.erase(content.begin());
  if (content.empty()) blocks.erase(blocks.begin());
}

void finish_text(Inlines& inlines) {
  for (Inline& one : inlines) {
    if (auto* text = std::get_if<Text>(&one.value)) text->text = to_nfc(text->text);
  }
  std::erase_if(inlines, [](const Inline& one) {
    const auto* text = std::get_if<Text>(&one.value);
    return text != nullptr && text->text.empty();
  });
}

}  // namespace listok::emitter

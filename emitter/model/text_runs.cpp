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

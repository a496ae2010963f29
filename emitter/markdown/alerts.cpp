#include "emitter/markdown/alerts.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "emitter/model/visit.hpp"
#include "emitter/text/text.hpp"

namespace listok::emitter {

namespace {

struct Alert {
  std::string_view mark, english, russian;
};

constexpr auto alerts = std::to_array<Alert>({
    {"note", "Note", "Примечание"},
    {"tip", "Tip", "Совет"},
    {"important", "Important", "Важно"},
    {"warning", "Warning", "Внимание"},
    {"caution", "Caution", "Осторожно"},
});

// What a mark that is not in the table says: `[!example]`.
std::string capitalized(std::string word) {
  if (!word.empty() && word.front() >= 'a' && word.front() <= 'z') {
    word.front() = static_cast<char>(word.front() - 'a' + 'A');
  }
  return word;
}

std::string word_for(std::string_view mark, std::string_view language) {
  const std::string folded = fold_case(mark);
  const auto found = std::find_if(alerts.begin(), alerts.end(),
                                  [&](const Alert& one) { return one.mark == folded; });
  if (found == alerts.end()) return capitalized(folded);
  return std::string(language == "ru" ? found->russian : found->english);
}

// The mark at the beginning of `text`, without its brackets.
std::optional<std::string_view> mark_of(std::string_view text) {
  constexpr std::string_view open = "[!";
  if (!text.starts_with(open)) return std::nullopt;
  const std::size_t close = text.find(']');
  if (close == text.npos || close == open.size()) return std::nullopt;
  const std::string_view mark = text.substr(open.size(), close - open.size());
  const bool word = std::all_of(mark.begin(), mark.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
  });
  return word ? std::optional(mark) : std::nullopt;
}

void name_alert(Quote& quote, std::string_view language) {
  if (quote.content.empty()) return;
  auto* first = std::get_if<Paragraph>(&quote.content.front().value);
  if (first == nullptr || first->content.empty()) return;
  auto* text = std::get_if<Text>(&first->content.front().value);
  if (text == nullptr) return;
  const std::optional<std::string_view> mark = mark_of(text->text);
  if (!mark) return;
  const Span span = first->content.front().span;
  Inline word{Strong{{{Text{word_for(*mark, language) + "."}, span}}}, span};
  text->text.erase(0, mark->size() + 3);  // with its brackets
  const bool foldable = text->text.starts_with('-') || text->text.starts_with('+');
  if (foldable) text->text.erase(0, 1);
  if (text->text.empty()) first->content.erase(first->content.begin());
  first->content.insert(first->content.begin(), std::move(word));
}

}  // namespace

void name_alerts(Blocks& blocks, std::string_view language) {
  visit_blocks(blocks, [&](Block& block) {
    if (auto* quote = std::get_if<Quote>(&block.value)) name_alert(*quote, language);
  });
}

}  // namespace listok::emitter

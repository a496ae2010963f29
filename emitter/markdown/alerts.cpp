#include "emitter/markdown/alerts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "emitter/model/languages.hpp"
#include "emitter/model/visit.hpp"
#include "emitter/text/ascii.hpp"
#include "emitter/text/text.hpp"

namespace listok::emitter {

namespace {

// In the order of OwnWords::alerts.
constexpr auto marks =
    std::to_array<std::string_view>({"note", "tip", "important", "warning", "caution"});

// What a mark that is not in the table says: `[!example]`.
std::string capitalized(std::string word) {
  if (!word.empty() && word.front() >= 'a' && word.front() <= 'z') {
    word.front() = static_cast<char>(word.front() - 'a' + 'A');
  }
  return word;
}

// The word of a mark that is in the table; empty for any other.
std::string_view known_word(std::string_view folded, std::string_view language) {
  const auto* found = std::find(marks.begin(), marks.end(), folded);
  if (found == marks.end()) return {};
  std::string_view words = language_of(language).words.alerts;
  for (auto left = found - marks.begin(); left > 0; --left) {
    words.remove_prefix(words.find('|') + 1);
  }
  return words.substr(0, words.find('|'));
}

std::string word_for(std::string_view mark, Span span, std::string_view language,
                     DiagnosticList& findings) {
  const std::string folded = fold_case(mark);
  const std::string_view known = known_word(folded, language);
  if (!known.empty()) return std::string(known);
  std::string word = capitalized(folded);
  if (language != "en") {
    findings.warning(span, "english-word",
                     fmt::format("`{}` is printed: listok has no word for `[!{}]`", word, mark),
                     "write the word itself, `> **…**`, or one of the marks `[!NOTE]`, `[!TIP]`, "
                     "`[!IMPORTANT]`, `[!WARNING]`, `[!CAUTION]`");
  }
  return word;
}

// The mark at the beginning of `text`, without its brackets.
std::optional<std::string_view> mark_of(std::string_view text) {
  constexpr std::string_view open = "[!";
  if (!text.starts_with(open)) return std::nullopt;
  const std::size_t close = text.find(']');
  if (close == text.npos || close == open.size()) return std::nullopt;
  const std::string_view mark = text.substr(open.size(), close - open.size());
  const bool word =
      std::all_of(mark.begin(), mark.end(), [](char c) { return is_ascii_letter(c) || c == '-'; });
  return word ? std::optional(mark) : std::nullopt;
}

void name_alert(Quote& quote, std::string_view language, DiagnosticList& findings) {
  if (quote.content.empty()) return;
  auto* first = std::get_if<Paragraph>(&quote.content.front().value);
  if (first == nullptr || first->content.empty()) return;
  auto* text = std::get_if<Text>(&first->content.front().value);
  if (text == nullptr) return;
  const std::optional<std::string_view> mark = mark_of(text->text);
  if (!mark) return;
  const Span span = first->content.front().span;
  const std::size_t size = mark->size() + std::string_view("[!]").size();
  const Span whole{span.begin, span.begin + size};
  std::string said = word_for(*mark, whole, language, findings) + ".";
  Inline word{Strong{{{Text{std::move(said)}, span}}}, span};
  text->text.erase(0, size);
  const bool foldable = text->text.starts_with('-') || text->text.starts_with('+');
  if (foldable) text->text.erase(0, 1);
  if (text->text.empty()) first->content.erase(first->content.begin());
  first->content.insert(first->content.begin(), std::move(word));
}

}  // namespace

void name_alerts(Blocks& blocks, std::string_view language, DiagnosticList& findings) {
  visit_blocks(blocks, [&](Block& block) {
    if (auto* quote = std::get_if<Quote>(&block.value)) name_alert(*quote, language, findings);
  });
}

}  // namespace listok::emitter

#include "emitter/markdown/alerts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "emitter/dialects/callouts.hpp"
#include "emitter/model/languages.hpp"
#include "emitter/model/text_runs.hpp"
#include "emitter/model/visit.hpp"
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

// The paragraph of a callout that has its title and nothing else, without the mark: what stands on one
// line, above more.
bool is_title(const Quote& quote, const Inlines& content, std::string_view source) {
  if (quote.content.size() < 2 || content.empty()) return false;
  const std::size_t begin = content.front().span.begin;
  const std::string_view written = source.substr(begin, content.back().span.end - begin);
  return written.find('\n') == written.npos && length(written) <= longest_callout_title;
}

void end_sentence(Inlines& title, Span span) {
  const auto* last = std::get_if<Text>(&title.back().value);
  const bool ended = last != nullptr && !last->text.empty() &&
                     std::string_view(".!?:").find(last->text.back()) != std::string_view::npos;
  if (!ended) append_text(title, ".", {span.end, span.end});
}

void name_alert(Quote& quote, const Source& source, std::string_view language,
                DiagnosticList& findings) {
  if (quote.content.empty()) return;
  auto* first = std::get_if<Paragraph>(&quote.content.front().value);
  if (first == nullptr || first->content.empty()) return;
  Inlines& content = first->content;
  auto* text = std::get_if<Text>(&content.front().value);
  if (text == nullptr) return;
  const std::optional<std::string_view> mark = callout_mark(text->text);
  if (!mark) return;
  const Span span = content.front().span;
  const std::size_t size = mark->size() + std::string_view("[!]").size();
  const Span whole{span.begin, span.begin + size};
  const std::string name(*mark);
  text->text.erase(0, size);
  const bool foldable = text->text.starts_with('-') || text->text.starts_with('+');
  if (foldable) text->text.erase(0, 1);
  if (text->text.find_first_not_of(' ') == text->text.npos) content.erase(content.begin());
  if (is_title(quote, content, source.text())) {
    trim_text(content);
    end_sentence(content, {span.begin, content.back().span.end});
    Inline title{Strong{std::move(content)}, span};
    content.clear();
    content.push_back(std::move(title));
    return;
  }
  std::string said = word_for(name, whole, language, findings) + ".";
  content.insert(content.begin(), Inline{Strong{{{Text{std::move(said)}, span}}}, span});
}

}  // namespace

void name_alerts(Blocks& blocks, const Source& source, std::string_view language,
                 DiagnosticList& findings) {
  visit_blocks(blocks, [&](Block& block) {
    if (auto* quote = std::get_if<Quote>(&block.value))
      name_alert(*quote, source, language, findings);
  });
}

}  // namespace listok::emitter

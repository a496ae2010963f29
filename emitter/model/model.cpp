#include "emitter/model/model.hpp"

#include <algorithm>

#include "emitter/text/text.hpp"

namespace listok::emitter {

namespace {

void append_words(std::string& words, const Inlines& inlines, const Source& source) {
  for (const Inline& one : inlines) {
    std::visit(
        [&](const auto& value) {
          using Kind = std::decay_t<decltype(value)>;
          if constexpr (std::is_same_v<Kind, Text> || std::is_same_v<Kind, Code>) {
            words += value.text;
          } else if constexpr (std::is_same_v<Kind, Math>) {
            const Span formula = value.formula;
            const auto written = source.text().substr(formula.begin, formula.end - formula.begin);
            words += to_one_line(value.text.empty() ? written : value.text);
          } else if constexpr (std::is_same_v<Kind, Image>) {
            words += value.alternative;
          } else if constexpr (std::is_same_v<Kind, HardBreak>) {
            words += ' ';
          } else if constexpr (std::is_same_v<Kind, FillIn>) {
            words.append(value.length, '_');
          } else if constexpr (std::is_same_v<Kind, Note>) {
            return;  // it stands elsewhere on the page
          } else {
            append_words(words, value.content, source);
          }
        },
        one.value);
  }
}

}  // namespace

std::string plain_text(const Inlines& inlines, const Source& source) {
  std::string words;
  append_words(words, inlines, source);
  return words;
}

bool holds_picture(const Inlines& inlines) {
  return std::ranges::any_of(inlines, [](const Inline& one) {
    return std::visit(
        [](const auto& value) {
          if constexpr (requires { value.content; }) return holds_picture(value.content);
          return std::is_same_v<std::decay_t<decltype(value)>, Image>;
        },
        one.value);
  });
}

const Translation* Item::in(std::string_view language) const {
  const auto found = std::find_if(translations.begin(), translations.end(),
                                  [&](const Translation& t) { return t.language == language; });
  return found == translations.end() ? nullptr : &*found;
}

}  // namespace listok::emitter

#include "emitter/check/lint.hpp"

#include <fmt/format.h>

#include <array>
#include <optional>
#include <string_view>

#include "emitter/model/languages.hpp"
#include "emitter/model/visit.hpp"
#include "emitter/text/ascii.hpp"

namespace listok::emitter {

namespace {

bool is_digit_at(std::string_view text, std::size_t at) {
  return at < text.size() && is_ascii_digit(text[at]);
}

// Where each kind stands first in a text.
using Finder = std::optional<Span> (*)(std::string_view text);

std::optional<Span> hyphen_for_dash(std::string_view text) {
  const std::size_t at = text.find(" - ");
  return at == text.npos ? std::nullopt : std::optional(Span{at + 1, at + 2});
}

std::optional<Span> straight_quotes(std::string_view text) {
  const std::size_t at = text.find('"');
  return at == text.npos ? std::nullopt : std::optional(Span{at, at + 1});
}

std::optional<Span> number_without_space(std::string_view text) {
  constexpr std::string_view sign = "№";
  for (auto at = text.find(sign); at != text.npos; at = text.find(sign, at + 1)) {
    if (is_digit_at(text, at + sign.size())) return Span{at, at + sign.size()};
  }
  return std::nullopt;
}

// With a number behind it: "(c)" alone numbers the points of a list.
std::optional<Span> copyright_in_letters(std::string_view text) {
  for (const std::string_view sign : {"(c)", "(C)", "(с)", "(С)"}) {
    for (auto at = text.find(sign); at != text.npos; at = text.find(sign, at + 1)) {
      const std::size_t behind = at + sign.size();
      const bool space = behind < text.size() && text[behind] == ' ';
      if (is_digit_at(text, behind + (space ? 1 : 0))) return Span{at, behind};
    }
  }
  return std::nullopt;
}

struct Kind {
  Finder find;
  std::string_view what;
  std::string_view hint;  // {} stands for the quotation marks of the language
};

constexpr std::array kinds{
    Kind{hyphen_for_dash, "a hyphen between spaces is printed as a hyphen", "a dash is `—` or `–`"},
    Kind{straight_quotes, "straight quotation marks are printed as they are", "write `{}`"},
    Kind{number_without_space, "no space follows `№`", "write `№ 5`"},
    Kind{copyright_in_letters, "`(c)` is printed as it is", "write `©`"},
};

struct Found {
  Span first;
  std::size_t times = 0;
};

// As it is written: an entity may be longer than what it stands for, and may hide it.
Span place_of(const Kind& kind, Span text, std::string_view source) {
  const auto found = kind.find(source.substr(text.begin, text.end - text.begin));
  return found ? Span{text.begin + found->begin, text.begin + found->end} : text;
}

Diagnostic told(const Translation& translation, const Kind& kind, const Found& found) {
  const std::string more = found.times > 1 ? fmt::format(", in {} places", found.times) : "";
  return translation.source->diagnostic(
      Severity::note, found.first, "lint", fmt::format("{}{}", kind.what, more),
      fmt::format(fmt::runtime(kind.hint), language_of(translation.language).quotation_marks));
}

}  // namespace

Diagnostics lint(const Translation& translation) {
  std::array<Found, kinds.size()> found;
  const std::string_view source = translation.source->text();
  const auto look = [&](const Inline& one) {
    const auto* text = std::get_if<Text>(&one.value);
    if (text == nullptr) return;
    for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
      if (!kinds[kind].find(text->text)) continue;
      if (found[kind].times++ == 0) found[kind].first = place_of(kinds[kind], one.span, source);
    }
  };
  visit_inlines(translation.title, look);
  for (const Section& section : translation.sections) visit_all_inlines(section.content, look);
  Diagnostics notes;
  for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
    if (found[kind].times > 0) notes.push_back(told(translation, kinds[kind], found[kind]));
  }
  return notes;
}

}  // namespace listok::emitter

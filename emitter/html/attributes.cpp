#include <algorithm>
#include <charconv>

#include "emitter/html/reader.hpp"

namespace listok::emitter {

std::optional<Span> HtmlReader::value_of(const HtmlToken& token, std::string_view name) const {
  const auto found = std::ranges::find(token.attributes, name, &HtmlAttribute::name);
  if (found == token.attributes.end()) return std::nullopt;
  return found->value;
}

std::string_view HtmlReader::written_value(const HtmlToken& token, std::string_view name) const {
  const std::optional<Span> value = value_of(token, name);
  return value ? run_->html.part(*value) : std::string_view();
}

// As the author wrote it, where that stands in one piece.
Attribute HtmlReader::attribute(const HtmlToken& token, std::string_view name) const {
  Attribute made;
  const std::optional<Span> value = value_of(token, name);
  if (!value || value->begin == value->end) return made;
  const std::string_view parsed = run_->html.part(*value);
  const Span span = run_->html.to_parsed(*value);
  const Span source = text_.to_source(span);
  if (parsed.find('\n') == parsed.npos && source.end - source.begin == parsed.size()) {
    made.text = text_.in_source(source);
    made.place = span;
  } else {
    made.text = unmasked(std::string(parsed));
  }
  for (const HtmlPiece& piece : pieces_of(made.text)) {
    if (piece.entity) made.entities.push_back(piece.span);
  }
  return made;
}

unsigned HtmlReader::number_of(const HtmlToken& token, std::string_view name,
                               unsigned otherwise) const {
  const std::string_view digits = written_value(token, name);
  unsigned number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  constexpr unsigned largest = 999'999'999;  // of a list in Markdown
  return error == std::errc() && end != digits.data() && number <= largest ? number : otherwise;
}

}  // namespace listok::emitter

#include "emitter/markdown/list_numbers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "emitter/text/ascii.hpp"

namespace listok::emitter {

namespace {

// A number with its mark, in the source.
struct Number {
  unsigned value = 0;
  Span place;
};

// The only number that stands as a mark before the text of an item, on the same line. Nothing when it
// stands elsewhere, or another list begins there too.
std::optional<Number> number_of(const ListItem& item, std::string_view text) {
  constexpr std::size_t longest = 9;  // digits
  const std::size_t begin = text.substr(0, item.span.begin).find_last_of("\r\n") + 1;
  std::optional<Number> found;
  for (std::size_t at = begin; at < item.span.begin;) {
    at = std::min(text.find_first_not_of(" \t>-+*", at), item.span.begin);
    Number number{0, {at, at}};
    std::size_t& end = number.place.end;
    for (; end < item.span.begin && end - at < longest && is_ascii_digit(text[end]); ++end) {
      number.value = number.value * 10 + static_cast<unsigned>(text[end] - '0');
    }
    if (end == at || end == item.span.begin || (text[end] != '.' && text[end] != ')')) break;
    if (found) return std::nullopt;
    at = ++end;
    found = number;
  }
  return found;
}

bool all_same(const std::vector<std::optional<Number>>& numbers) {
  std::optional<unsigned> first;
  for (const auto& one : numbers) {
    if (!one) continue;
    if (first && *first != one->value) return false;
    first = one->value;
  }
  return true;
}

}  // namespace

std::vector<List> divided_by_numbers(List list, const Source& source, DiagnosticList& findings) {
  std::vector<std::optional<Number>> numbers;
  if (list.ordered) {
    for (const ListItem& item : list.items) numbers.push_back(number_of(item, source.text()));
  }
  std::vector<List> parts;
  if (all_same(numbers)) {
    parts.push_back(std::move(list));
    return parts;
  }
  std::vector<ListItem> items = std::exchange(list.items, {});
  unsigned next = list.start;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto& number = numbers[i];
    if (i > 0 && number && number->value != next) {
      const auto [begin, end] = number->place;
      if (parts.size() == 1) {
        findings.record(
            Severity::note, number->place, "kept-numbers",
            fmt::format("`{}` is printed as it is written, where Markdown counts on with {}",
                        source.text().substr(begin, end - begin), next),
            "write numbers that count up, or the same at all items");
      }
      next = number->value;
      parts.push_back(list);
      parts.back().start = next;
    }
    if (i == 0) parts.push_back(list);
    parts.back().items.push_back(std::move(items[i]));
    ++next;
  }
  return parts;
}

}  // namespace listok::emitter

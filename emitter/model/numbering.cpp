#include "emitter/model/numbering.hpp"

#include <algorithm>
#include <charconv>
#include <tuple>

namespace listok::emitter {

namespace {

constexpr std::size_t most_digits = 9;  // more make no number of a sheet, and overflow

}  // namespace

std::optional<unsigned> number_in(std::string_view id) {
  const std::size_t digits = std::min(id.find_first_not_of("0123456789"), id.size());
  if (digits == 0 || digits > most_digits) return std::nullopt;
  unsigned number = 0;
  std::from_chars(id.data(), id.data() + digits, number);
  return number;
}

std::optional<unsigned> given_number(const Item& item) {
  for (const Translation& translation : item.translations) {
    if (translation.number) return translation.number;
  }
  return number_in(item.id);
}

void put_in_order(std::vector<Item>& items) {
  const auto rank = [](const Item& item) {
    const std::optional<unsigned> number = given_number(item);
    return std::tuple(!number, number.value_or(0), std::string_view(item.id));
  };
  std::sort(items.begin(), items.end(),
            [&](const Item& a, const Item& b) { return rank(a) < rank(b); });
  unsigned position = 0, last = 0;
  for (Item& item : items) {
    ++position;
    item.number = given_number(item).value_or(std::max(position, last + 1));
    last = item.number;
  }
}

}  // namespace listok::emitter

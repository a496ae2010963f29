#include "emitter/check/numbers_and_sizes.hpp"

#include <fmt/format.h>

#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "emitter/model/numbering.hpp"

namespace listok::emitter {

namespace {

// At `span` of the file, or at the file when the front matter does not say it.
Diagnostic error_at(const Translation& translation, Span span, std::string code,
                    std::string message, std::string hint) {
  const Source& source = *translation.source;
  if (span == Span{}) {
    return source.about_file(Severity::error, std::move(code), std::move(message), std::move(hint));
  }
  return source.diagnostic(Severity::error, span, std::move(code), std::move(message),
                           std::move(hint));
}

void numbers_twice(const Bank& bank, Diagnostics& found) {
  std::map<unsigned, std::vector<const Item*>> by_number;
  for (const Item& item : bank.items) {
    if (const auto number = given_number(item)) by_number[*number].push_back(&item);
  }
  for (const auto& [number, items] : by_number) {
    if (items.size() < 2) continue;
    for (const Item* item : items) {
      const Item* other = item == items.front() ? items.back() : items.front();
      for (const Translation& translation : item->translations) {
        found.push_back(error_at(
            translation, translation.number_at, "duplicate-number",
            fmt::format("`{}` and `{}` both have the number {}", item->id, other->id, number),
            "give each a number of its own, by `number:` or by the file name"));
      }
    }
  }
}

// The number of `translation`, from its front matter or its id.
std::optional<unsigned> number_of(const Item& item, const Translation& translation) {
  return translation.number ? translation.number : number_in(item.id);
}

void numbers_that_disagree(const Item& item, Diagnostics& found) {
  if (item.translations.empty()) return;
  const Translation& first = item.translations.front();
  for (const Translation& other : item.translations) {
    const auto one = number_of(item, first), two = number_of(item, other);
    if (one == two) continue;
    const auto told = [](std::optional<unsigned> number) {
      return number ? fmt::format("{}", *number) : std::string("none");
    };
    for (const Translation* each : {&first, &other}) {
      found.push_back(
          error_at(*each, each->number_at, "number-differs",
                   fmt::format("the number of `{}` is {} in `{}` and {} in `{}`", item.id,
                               told(one), first.language, told(two), other.language),
                   "write the same `number:` in every language"));
    }
  }
}

// Those that say how many pages there may be: the others follow them.
void pages_that_disagree(const Item& item, Diagnostics& found) {
  std::vector<const Translation*> saying;
  for (const Translation& one : item.translations) {
    if (one.pages && one.pages_at != Span{}) saying.push_back(&one);
  }
  for (const Translation* other : saying) {
    const Translation& first = *saying.front();
    if (*other->pages == *first.pages) continue;
    for (const Translation* each : {&first, other}) {
      found.push_back(
          error_at(*each, each->pages_at, "pages-differ",
                   fmt::format("`pages` of `{}` is {} in `{}` and {} in `{}`", item.id,
                               *first.pages, first.language, *other->pages, other->language),
                   "write the same `pages:` in every language, or in one alone"));
    }
  }
}

}  // namespace

void check_pages(const Bank& bank, Diagnostics& found) {
  for (const Item& item : bank.items) pages_that_disagree(item, found);
}

void check_numbers(const Bank& bank, Diagnostics& found) {
  numbers_twice(bank, found);
  for (const Item& item : bank.items) numbers_that_disagree(item, found);
}

void check_sizes(const Bank& bank, const Translation& translation, Diagnostics& found) {
  if (translation.size_at == Span{}) return;
  const double size = translation.size.value_or(bank.page.size);
  const double smallest = translation.min_size.value_or(bank.page.min_size);
  const double largest = translation.max_size.value_or(bank.page.max_size);
  // Zero stands for "no larger than size".
  if (smallest <= size && (largest == 0 || size <= largest)) return;
  std::string limits = fmt::format("{} <= {}", smallest, size);
  if (largest > 0) limits += fmt::format(" <= {}", largest);
  found.push_back(
      error_at(translation, translation.size_at, "size-order",
               fmt::format("the sizes of `{}` are not in order: {}", translation.path, limits),
               "min-size <= size <= max-size must hold, listok.yaml included"));
}

}  // namespace listok::emitter

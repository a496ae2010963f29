#include "emitter/check/check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "emitter/check/page_estimate.hpp"
#include "emitter/check/parity.hpp"
#include "emitter/check/picture_names.hpp"
#include "emitter/model/numbering.hpp"
#include "emitter/text/text.hpp"

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

// "en/01-mqa.md" for "ru/01-mqa.md".
std::string path_in(std::string_view language, const std::string& path) {
  const std::size_t slash = path.find('/');
  return fmt::format("{}/{}", language, slash == path.npos ? path : path.substr(slash + 1));
}

std::string example_in(std::string_view language, const Bank& bank) {
  for (const Item& item : bank.items) {
    if (!item.translations.empty()) return path_in(language, item.translations.front().path);
  }
  return fmt::format("{}/01-first.md", language);
}

void languages_without_items(const Bank& bank, std::set<std::string>& empty, Diagnostics& found) {
  for (const std::string& language : bank.languages) {
    const bool any = std::any_of(bank.items.begin(), bank.items.end(),
                                 [&](const Item& item) { return item.in(language) != nullptr; });
    if (any) continue;
    empty.insert(language);
    found.push_back(bank.source->about_file(
        Severity::error, "empty-language", fmt::format("no item is written in `{}`", language),
        fmt::format("write `{}`, or take `{}` out of `languages`", example_in(language, bank),
                    language)));
  }
}

void missing_translations(const Bank& bank, const std::set<std::string>& empty,
                          Diagnostics& found) {
  for (const Item& item : bank.items) {
    if (item.translations.empty()) continue;
    for (const std::string& language : bank.languages) {
      if (empty.contains(language) || item.in(language) != nullptr) continue;
      const Translation& first = item.translations.front();
      found.push_back(
          first.source->about_file(Severity::error, "missing-translation",
                                   fmt::format("`{}` is not written in `{}`", item.id, language),
                                   fmt::format("write `{}`", path_in(language, first.path))));
    }
  }
}

void ids_alike(const Bank& bank, Diagnostics& found) {
  std::map<std::string, std::vector<const Item*>> by_name;
  for (const Item& item : bank.items) by_name[fold_case(item.id)].push_back(&item);
  for (const auto& [name, items] : by_name) {
    if (items.size() < 2) continue;
    for (const Item* item : items) {
      const Item* other = item == items.front() ? items.back() : items.front();
      for (const Translation& translation : item->translations) {
        found.push_back(translation.source->about_file(
            Severity::error, "id-case",
            fmt::format("`{}` and `{}` differ in case only", item->id, other->id),
            "on many disks these are one file: rename one of them"));
      }
    }
  }
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

void sizes_out_of_order(const Bank& bank, const Translation& translation, Diagnostics& found) {
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

// The class has the last word on what fits; this is for what no page could hold.
void items_too_long(const Bank& bank, const Translation& translation, Diagnostics& found) {
  constexpr double far_too_much = 1.2;  // pages, of the densest text
  if (translation.broken) return;
  const PageEstimate pages = estimate_pages(bank.page, translation);
  if (pages.least < far_too_much) return;
  found.push_back(translation.source->about_file(
      Severity::warning, "too-long",
      fmt::format("the item is about {:.1f} pages long, set as small as it may be", pages.likely),
      "a sheet is one page: shorten the item, or make several of it"));
}

}  // namespace

Diagnostics check(const Bank& bank) {
  Diagnostics found;
  if (bank.items.empty()) {
    found.push_back(bank.source->about_file(
        Severity::error, "empty-bank", "the bank has no items",
        fmt::format("write one, such as `{}/01-first.md`",
                    bank.languages.empty() ? "en" : bank.languages.front())));
    return found;
  }
  std::set<std::string> empty;
  languages_without_items(bank, empty, found);
  missing_translations(bank, empty, found);
  ids_alike(bank, found);
  numbers_twice(bank, found);
  const PictureNames pictures(bank);
  for (const Item& item : bank.items) {
    numbers_that_disagree(item, found);
    check_parity(bank, item, found);
    for (const Translation& translation : item.translations) {
      sizes_out_of_order(bank, translation, found);
      items_too_long(bank, translation, found);
      pictures.check(translation, found);
    }
  }
  return found;
}

}  // namespace listok::emitter

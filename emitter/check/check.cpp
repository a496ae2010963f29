#include "emitter/check/check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "emitter/check/numbers_and_sizes.hpp"
#include "emitter/check/page_estimate.hpp"
#include "emitter/check/parity.hpp"
#include "emitter/check/picture_names.hpp"
#include "emitter/text/text.hpp"

namespace listok::emitter {

namespace {

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

// The class has the last word on what fits; this is for what no page could hold.
void items_too_long(const Bank& bank, const Translation& translation, Diagnostics& found) {
  constexpr double far_too_much = 1.2;  // of the pages there may be, set as densely as text can be
  if (translation.broken) return;
  const PageEstimate pages = estimate_pages(bank.page, translation);
  const unsigned allowed = pages_of(bank.page, translation);
  if (pages.least < far_too_much * allowed) return;
  found.push_back(translation.source->about_file(
      Severity::warning, "too-long",
      fmt::format("the item is about {:.1f} pages long, set as small as it may be", pages.likely),
      allowed == 1
          ? "a sheet is one page, or two by `pages: 2`: shorten the item, or make several of it"
          : "a sheet is two pages at most: shorten the item, or make several of it"));
}

}  // namespace

void nothing_shown(const Edition& edition, const Translation& translation, Diagnostics& found) {
  const auto shown = [&](const Section& section) {
    return std::ranges::count(edition.sections, section.key) > 0;
  };
  if (edition.sections.empty() || std::ranges::any_of(translation.sections, shown)) return;
  found.push_back(translation.source->about_file(
      Severity::warning, "nothing-shown",
      fmt::format("the edition `{}` shows nothing of this item: it has no section `{}`",
                  edition.name, fmt::join(edition.sections, "` or `")),
      "give it such a section, or show another"));
}

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
  check_numbers(bank, found);
  check_pages(bank, found);
  PictureNames pictures(bank);
  pictures.check(bank, found);
  for (const Item& item : bank.items) {
    check_parity(bank, item, found);
    for (const Translation& translation : item.translations) {
      check_sizes(bank, translation, found);
      if (!translation.broken && !translation.skimmed) {
        for (const Edition& edition : bank.editions) nothing_shown(edition, translation, found);
      }
      items_too_long(bank, translation, found);
      pictures.check(translation, found);
    }
  }
  return found;
}

}  // namespace listok::emitter

#include "emitter/check/parity.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "emitter/model/visit.hpp"

namespace listok::emitter {

namespace {

struct Kind {
  std::string_view one, many;
};

constexpr auto kinds = std::to_array<Kind>({{"list item", "list items"},
                                            {"code block", "code blocks"},
                                            {"table", "tables"},
                                            {"formula", "formulas"},
                                            {"image", "images"}});
using Counts = std::array<std::size_t, kinds.size()>;

Counts counts_of(const Section& section) {
  std::size_t items = 0, codes = 0, tables = 0, formulas = 0, images = 0;
  visit_blocks(section.content, [&](const Block& block) {
    if (const auto* list = std::get_if<List>(&block.value)) items += list->items.size();
    if (std::holds_alternative<CodeBlock>(block.value)) ++codes;
    if (std::holds_alternative<Table>(block.value)) ++tables;
  });
  visit_all_inlines(section.content, [&](const Inline& one) {
    if (std::holds_alternative<Math>(one.value)) ++formulas;
    if (std::holds_alternative<Image>(one.value)) ++images;
  });
  return {items, codes, tables, formulas, images};
}

std::string counted(std::size_t count, const Kind& kind) {
  return fmt::format("{} {}", count, count == 1 ? kind.one : kind.many);
}

void compare(const Translation& first, const Section& original, const Translation& second,
             const Section& section, Diagnostics& found) {
  const Counts here = counts_of(section), there = counts_of(original);
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    if (here[i] == there[i]) continue;
    found.push_back(second.source->diagnostic(
        Severity::warning, section.heading, "parity",
        fmt::format("the section `{}` has {} here and {} in `{}`", section.key,
                    counted(here[i], kinds[i]), there[i], first.path),
        "say the same in both languages"));
  }
}

// A section that one language has and another lacks: half a translation.
void sections_missing(const Bank& bank, const Item& item, Diagnostics& found) {
  const auto has = [](const Translation& translation, const std::string& key) {
    return std::any_of(translation.sections.begin(), translation.sections.end(),
                       [&](const Section& section) { return section.key == key; });
  };
  for (const SectionKind& kind : bank.sections) {
    const auto with = std::find_if(item.translations.begin(), item.translations.end(),
                                   [&](const Translation& t) { return has(t, kind.key); });
    if (with == item.translations.end()) continue;
    for (const Translation& translation : item.translations) {
      if (has(translation, kind.key) || translation.broken) continue;
      const auto title = kind.titles.find(translation.language);
      found.push_back(translation.source->about_file(
          Severity::warning, "section-missing",
          fmt::format("the section `{}` is in `{}` but not here", kind.key, with->path),
          fmt::format("write `## {}`", title == kind.titles.end() ? kind.key : title->second)));
    }
  }
}

}  // namespace

void check_parity(const Bank& bank, const Item& item, Diagnostics& found) {
  sections_missing(bank, item, found);
  const Translation* first = nullptr;
  for (const Translation& translation : item.translations) {
    if (translation.broken) continue;
    if (first == nullptr) {
      first = &translation;
      continue;
    }
    for (const Section& section : translation.sections) {
      const auto original =
          std::find_if(first->sections.begin(), first->sections.end(),
                       [&](const Section& one) { return one.key == section.key; });
      if (original == first->sections.end()) continue;
      compare(*first, *original, translation, section, found);
    }
  }
}

}  // namespace listok::emitter

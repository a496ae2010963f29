#include "cli/commands/edition.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "cli/commands/bank.hpp"
#include "emitter/model/languages.hpp"
#include "latex/folder/output_names.hpp"

namespace listok::cli {
namespace {

using Strings = std::vector<std::string>;

Strings names_of_editions(const emitter::Bank& bank) {
  Strings names;
  for (const emitter::Edition& edition : bank.editions) names.push_back(edition.name);
  if (bank.languages.size() >= 2) names.emplace_back(latex::layout::bilingual);
  return names;
}

// Of a bank that declares none: what its items have.
Strings section_keys(const emitter::Bank& bank) {
  Strings keys;
  for (const emitter::SectionKind& kind : bank.sections) keys.push_back(kind.key);
  if (!keys.empty()) return keys;
  for (const emitter::Item& item : bank.items) {
    for (const emitter::Translation& translation : item.translations) {
      for (const emitter::Section& section : translation.sections) {
        if (std::find(keys.begin(), keys.end(), section.key) == keys.end()) {
          keys.push_back(section.key);
        }
      }
    }
  }
  return keys;
}

// "вопрос" is "question", as it is in the headings of items.
Strings by_meaning(Strings keys, const Strings& known, const Strings& languages) {
  for (std::string& key : keys) {
    const std::string heading = emitter::fold_heading(key);
    for (const std::string& language : languages) {
      if (std::ranges::count(known, key) > 0) break;
      const std::string meant(emitter::meaning_of(heading, language).key);
      if (std::ranges::count(known, meant) > 0) key = meant;
    }
  }
  return keys;
}

// What a cover calls it: the titles of its sections, where the bank has any.
emitter::Words title_of(const emitter::Edition& edition, const emitter::Bank& bank) {
  emitter::Words title;
  for (const emitter::SectionKind& kind : bank.sections) {
    if (!emitter::is_wanted(kind.key, edition.sections)) continue;
    for (const auto& [language, words] : kind.titles) {
      title[language] += (title[language].empty() ? "" : " · ") + words;
    }
  }
  return title;
}

std::string name_of(const emitter::Edition& edition) {
  std::string name = fmt::format("{}", fmt::join(edition.sections, "+"));
  if (edition.space == emitter::Space::lines) name += "+lines";
  if (edition.space == emitter::Space::grid) name += "+grid";
  return name;
}

}  // namespace

void check_editions(const emitter::Bank& bank, const Strings& given) {
  check_names(given, names_of_editions(bank), "--edition");
}

void check_pair(const emitter::Bank& bank, const emitter::Selection& selection,
                const Strings& editions) {
  const std::string bilingual(latex::layout::bilingual);
  if (editions.empty() || !emitter::is_wanted(bilingual, editions)) return;
  Strings chosen;
  if (!selection.languages.empty()) {
    std::ranges::copy_if(bank.languages, std::back_inserter(chosen), [&](const auto& language) {
      return emitter::chosen_language(language, selection);
    });
  }
  if (chosen.size() <= 2) return;
  throw UsageError(fmt::format("a bilingual sheet has two languages, and `--lang` chooses `{}`",
                               fmt::join(chosen, "`, `")),
                   fmt::format("name two of them: `--lang {} --lang {}`", chosen[0], chosen[1]));
}

emitter::Edition custom_edition(const emitter::Bank& bank, const Strings& given,
                                emitter::Space space) {
  constexpr std::size_t longest = 200;  // bytes; disks allow 255
  const Strings known = section_keys(bank);
  const Strings keys = by_meaning(given, known, bank.languages);
  check_names(keys, known, "--sections");
  emitter::Edition edition{"", {}, space};
  for (const std::string& key : known) {
    if (emitter::is_wanted(key, keys)) edition.sections.push_back(key);
  }
  edition.name = name_of(edition);
  edition.title = title_of(edition, bank);
  const Strings taken = names_of_editions(bank);
  if (std::find(taken.begin(), taken.end(), edition.name) != taken.end()) {
    throw UsageError(fmt::format("the folder `{}` is that of an edition of the bank", edition.name),
                     fmt::format("make that with `--edition {}`", edition.name));
  }
  if (edition.name.size() > longest) {
    throw UsageError("these sections are too many to name a folder by",
                     "give the edition a name in listok.yaml");
  }
  return edition;
}

}  // namespace listok::cli

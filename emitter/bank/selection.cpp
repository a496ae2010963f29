#include "emitter/bank/selection.hpp"

#include <algorithm>
#include <set>

#include "emitter/base/glob.hpp"

namespace listok::emitter {

namespace {

template <typename Test>
bool any_translation(const Item& item, Test test) {
  return std::any_of(item.translations.begin(), item.translations.end(), test);
}

bool has_wanted_tag(const Translation& translation, const Selection& selection) {
  return selection.tags.empty() ||
         std::any_of(translation.tags.begin(), translation.tags.end(),
                     [&](const std::string& tag) { return is_wanted(tag, selection.tags); });
}

bool has_wanted_difficulty(const Translation& translation, const Selection& selection) {
  return is_wanted(translation.difficulty, selection.difficulties);
}

bool says_nothing(const Translation& translation) {
  return translation.broken && translation.tags.empty() && translation.difficulty.empty();
}

}  // namespace

bool is_wanted(const std::string& name, const std::vector<std::string>& wanted) {
  return wanted.empty() ||
         std::any_of(wanted.begin(), wanted.end(), [&](const std::string& pattern) {
           return name == pattern || matches_glob(name, pattern);
         });
}

bool chosen(const Item& item, const Selection& selection) {
  return is_wanted(item.id, selection.ids) &&
         any_translation(item, [&](const auto& one) { return has_wanted_tag(one, selection); }) &&
         any_translation(item,
                         [&](const auto& one) { return has_wanted_difficulty(one, selection); });
}

bool chosen_language(const std::string& language, const Selection& selection) {
  return is_wanted(language, selection.languages);
}

std::optional<LanguagePair> chosen_pair(const Bank& bank, const Selection& selection) {
  const auto& all = bank.languages;
  if (all.size() < 2) return std::nullopt;
  std::vector<std::string> chosen;
  for (const std::string& language : all) {
    if (chosen_language(language, selection)) chosen.push_back(language);
  }
  if (chosen.size() >= 2) return LanguagePair{chosen[0], chosen[1]};
  if (chosen.empty()) return LanguagePair{all[0], all[1]};
  return chosen[0] == all[0] ? LanguagePair{all[0], all[1]} : LanguagePair{all[0], chosen[0]};
}

std::vector<const Item*> chosen_items(const Bank& bank, const Selection& selection) {
  std::vector<const Item*> items;
  for (const Item& item : bank.items) {
    if (chosen(item, selection)) items.push_back(&item);
  }
  return items;
}

Diagnostics of_choice(Diagnostics diagnostics, const Bank& bank, const Selection& selection) {
  std::set<std::string> other_items, other_languages;  // files
  const std::vector<const Item*> items = chosen_items(bank, selection);
  const std::set<const Item*> among(items.begin(), items.end());
  for (const Item& item : bank.items) {
    const bool ours = among.contains(&item) ||
                      (is_wanted(item.id, selection.ids) && any_translation(item, says_nothing));
    for (const Translation& translation : item.translations) {
      const std::string file = translation.source->name();
      if (!ours) other_items.insert(file);
      if (!chosen_language(translation.language, selection)) other_languages.insert(file);
    }
  }
  std::erase_if(diagnostics, [&](const Diagnostic& one) {
    return other_items.contains(one.file) ||
           (other_languages.contains(one.file) && one.code != "missing-translation");
  });
  return diagnostics;
}

}  // namespace listok::emitter

// Chooses a part of a bank: `--lang`, `--only`, `--tag`, `--difficulty`.
// In: a bank, and names or patterns. Out: its items and diagnostics that are chosen.
// Errors: none; a name that fits nothing chooses nothing.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "emitter/base/diagnostic.hpp"
#include "emitter/model/model.hpp"

namespace listok::emitter {

// Names or globs (emitter/base/glob.hpp). The values of a list are alternatives; the lists narrow
// each other; an empty one leaves everything.
struct Selection {
  std::vector<std::string> languages;
  std::vector<std::string> ids;
  std::vector<std::string> tags;  // of any language of the item, as is its difficulty
  std::vector<std::string> difficulties;

  // No item is left out, whatever the languages.
  bool all_items() const { return ids.empty() && tags.empty() && difficulties.empty(); }
};

// True when `name` is one of `wanted` or fits it, and when nothing is wanted.
bool is_wanted(const std::string& name, const std::vector<std::string>& wanted);

bool chosen(const Item& item, const Selection& selection);
bool chosen_language(const std::string& language, const Selection& selection);

// The languages that stand side by side on a bilingual sheet, as the bank orders them.
struct LanguagePair {
  std::string one, two;
};
// The first two of the languages that are chosen; where one alone is chosen, it and the first of the
// others. Nothing when the bank has but one language.
std::optional<LanguagePair> chosen_pair(const Bank& bank, const Selection& selection);

// Those that are chosen, in the order of the bank. What narrows a selection by position goes here.
std::vector<const Item*> chosen_items(const Bank& bank, const Selection& selection);

// Without the diagnostics of files that are surely not chosen. An item whose tags and difficulty
// could not be read may be, and a translation that is missing matters to the language it is
// missing in.
Diagnostics of_choice(Diagnostics diagnostics, const Bank& bank, const Selection& selection);

}  // namespace listok::emitter

#include "cli/bank.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "emitter/load.hpp"

namespace listok::cli {
namespace {

namespace fs = std::filesystem;

std::string hint_for(const std::string& name, const std::vector<std::string>& known) {
  constexpr std::size_t most = 20;  // more would hide the message
  if (known.empty()) return "it has none at all";
  const std::string_view meant = emitter::nearest(name, known);
  if (!meant.empty()) return fmt::format("did you mean `{}`?", meant);
  const auto end = known.begin() + static_cast<std::ptrdiff_t>(std::min(most, known.size()));
  const char* more = known.size() > most ? " …" : "";
  return fmt::format("it has {}{}", fmt::join(known.begin(), end, ", "), more);
}

}  // namespace

fs::path bank_folder(const CommandLine& line, std::size_t argument) {
  if (line.arguments.size() > argument) return line.arguments[argument];
  if (auto found = emitter::find_bank(fs::current_path())) return fs::relative(*found);
  throw UsageError("there is no bank here: no listok.yaml in this folder or above it",
                   "name the bank's folder, or begin one with `listok new bank FOLDER`");
}

void check_names(const std::vector<std::string>& given, const std::vector<std::string>& known,
                 const std::string& option) {
  for (const std::string& name : given) {
    const bool fits = std::any_of(known.begin(), known.end(), [&](const std::string& one) {
      return emitter::is_wanted(one, {name});
    });
    if (!fits) {
      throw UsageError(fmt::format("the bank has no `{}` for `{}`", name, option),
                       hint_for(name, known));
    }
  }
}

void check_choice(const emitter::Bank& bank, const emitter::Choice& choice) {
  std::vector<std::string> ids;
  std::set<std::string> tags, difficulties;
  for (const emitter::Item& item : bank.items) {
    ids.push_back(item.id);
    for (const emitter::Translation& translation : item.translations) {
      tags.insert(translation.tags.begin(), translation.tags.end());
      if (!translation.difficulty.empty()) difficulties.insert(translation.difficulty);
    }
  }
  check_names(choice.languages, bank.languages, "--lang");
  check_names(choice.ids, ids, "--only");
  check_names(choice.tags, {tags.begin(), tags.end()}, "--tag");
  check_names(choice.difficulties, {difficulties.begin(), difficulties.end()}, "--difficulty");
  if (emitter::chosen_items(bank, choice).empty()) {
    throw UsageError("no item of the bank has all that is asked for",
                     "several values of one option are alternatives; different options narrow");
  }
}

std::optional<emitter::Bank> read_bank(const CommandLine& line, Console& console,
                                       const std::optional<std::set<std::string>>& whole) {
  const fs::path folder = bank_folder(line);
  emitter::Loaded loaded = emitter::load(folder, whole);
  if (whole && !loaded.diagnostics.empty()) loaded = emitter::load(folder);
  const emitter::Choice& choice = line.build.choice;
  if (!loaded.bank || loaded.bank->items.empty()) {
    console.diagnostics(loaded.diagnostics);
    return std::nullopt;
  }
  console.diagnostics(emitter::of_choice(std::move(loaded.diagnostics), *loaded.bank, choice));
  check_choice(*loaded.bank, choice);
  return std::move(loaded.bank);
}

}  // namespace listok::cli

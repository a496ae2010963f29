#include "cli/commands/bank.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>

#include "cli/arguments/suggestion.hpp"
#include "latex/build/named_faces.hpp"

namespace listok::cli {
namespace {

namespace fs = std::filesystem;

// The number that "1", "01" or "1-*" stands for.
std::optional<unsigned> number_of(std::string_view name) {
  unsigned number = 0;
  const char* const end = name.data() + name.size();
  const auto read = std::from_chars(name.data(), end, number);
  if (read.ec != std::errc()) return std::nullopt;
  const std::string_view rest(read.ptr, static_cast<std::size_t>(end - read.ptr));
  if (rest.find_first_not_of("-_.*") != rest.npos) return std::nullopt;
  return number;
}

bool fits_any(const std::string& name, const std::vector<std::string>& known) {
  return std::any_of(known.begin(), known.end(),
                     [&](const std::string& one) { return emitter::is_wanted(one, {name}); });
}

[[noreturn]] void refuse_name(const std::string& name, const std::string& option,
                              const std::string& hint) {
  throw UsageError(fmt::format("the bank has no `{}` for `{}`", name, option), hint);
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
    if (!fits_any(name, known)) refuse_name(name, option, suggestion(name, known));
  }
}

void check_ids(const std::vector<std::string>& given, const emitter::Bank& bank,
               const std::string& option) {
  std::vector<std::string> ids;
  for (const emitter::Item& item : bank.items) ids.push_back(item.id);
  for (const std::string& name : given) {
    if (fits_any(name, ids)) continue;
    std::vector<std::string> numbered;
    const auto number = number_of(name);
    for (const emitter::Item& item : bank.items) {
      if (number == item.number) numbered.push_back(item.id);
    }
    refuse_name(name, option, suggestion(name, ids, std::move(numbered)));
  }
}

void check_selection(const emitter::Bank& bank, const emitter::Selection& selection) {
  std::set<std::string> tags, difficulties;
  for (const emitter::Item& item : bank.items) {
    for (const emitter::Translation& translation : item.translations) {
      tags.insert(translation.tags.begin(), translation.tags.end());
      if (!translation.difficulty.empty()) difficulties.insert(translation.difficulty);
    }
  }
  check_names(selection.languages, bank.languages, "--lang");
  check_ids(selection.ids, bank, "--only");
  check_names(selection.tags, {tags.begin(), tags.end()}, "--tag");
  check_names(selection.difficulties, {difficulties.begin(), difficulties.end()}, "--difficulty");
  if (emitter::chosen_items(bank, selection).empty()) {
    throw UsageError("no item of the bank has all that is asked for",
                     "several values of one option are alternatives; different options narrow");
  }
}

bool has_items(const emitter::Loaded& loaded, Console& console) {
  if (loaded.bank && !loaded.bank->items.empty()) return true;
  console.diagnostics(loaded.diagnostics);
  return false;
}

std::optional<emitter::Bank> read_bank(const CommandLine& line, Console& console) {
  emitter::Loaded loaded = emitter::load(bank_folder(line), std::nullopt, latex::machine_faces());
  const emitter::Selection& selection = line.build.selection;
  if (!has_items(loaded, console)) return std::nullopt;
  console.diagnostics(emitter::of_choice(std::move(loaded.diagnostics), *loaded.bank, selection));
  check_selection(*loaded.bank, selection);
  return std::move(loaded.bank);
}

}  // namespace listok::cli

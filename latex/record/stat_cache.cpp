#include "latex/record/stat_cache.hpp"

#include <fmt/format.h>

#include <charconv>
#include <string_view>
#include <vector>

#include "emitter/base/parallel.hpp"
#include "latex/folder/output_names.hpp"
#include "latex/record/diagnostic_json.hpp"
#include "latex/system/files.hpp"

namespace listok::latex {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view heading = "listok snapshot 3\n";

fs::path file_of(const std::string& key) { return fs::path(layout::snapshots) / key; }

// Each file as it is now, in the order of `names`.
std::vector<Stamp> states_of(const std::vector<const std::string*>& names) {
  std::vector<Stamp> states(names.size());
  emitter::in_parallel(names.size(), [&](std::size_t number) {
    states[number] = stamp(*names[number]).value_or(Stamp{});
  });
  return states;
}

// Consumes a number and the character after it.
template <typename Number>
bool take(std::string_view& text, Number& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end == text.data() + text.size()) return false;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()) + 1);
  return true;
}

// Consumes what stands before the end of the line.
bool take(std::string_view& text, std::string& words) {
  const auto end = text.find('\n');
  if (end == std::string_view::npos) return false;
  words = text.substr(0, end);
  text.remove_prefix(end + 1);
  return true;
}

bool take(std::string_view& text, StatCache& snapshot) {
  std::size_t refused = 0, said = 0;
  if (!take(text, snapshot.sheets) || !take(text, snapshot.failed) ||
      !take(text, snapshot.tweaked) || !take(text, refused) || !take(text, said) ||
      !take(text, snapshot.of_reading) || !take(text, snapshot.order)) {
    return false;
  }
  std::string line;
  for (; refused > 0; --refused) {
    if (!take(text, line)) return false;
    snapshot.refused.insert(line);
  }
  for (; said > 0; --said) {
    auto diagnostic = take(text, line) ? read_kept_line(line) : std::nullopt;
    if (!diagnostic) return false;
    snapshot.diagnostics.push_back(std::move(*diagnostic));
  }
  return true;
}

bool take(std::string_view& text, Sightings& files) {
  while (!text.empty()) {
    Stamp state;
    std::string name;
    if (!take(text, state.bytes) || !take(text, state.modified) || !take(text, state.changed) ||
        !take(text, state.inode) || !take(text, name)) {
      return false;
    }
    files.emplace_hint(files.end(), std::move(name), state);
  }
  return true;
}

}  // namespace

Sightings look_at(const std::set<std::string>& names) {
  std::vector<const std::string*> all;
  for (const std::string& name : names) all.push_back(&name);
  const std::vector<Stamp> states = states_of(all);
  auto state = states.begin();
  Sightings files;
  for (const std::string& name : names) files.emplace_hint(files.end(), name, *state++);
  return files;
}

std::optional<Comparison> compare_stat_cache(const Folder& output, const std::string& key,
                                             const Sightings& seen) {
  const auto text = output.read(file_of(key));
  if (!text || !text->starts_with(heading)) return std::nullopt;
  std::string_view rest = *text;
  rest.remove_prefix(heading.size());
  Comparison comparison;
  if (!take(rest, comparison.snapshot) || !take(rest, comparison.files)) return std::nullopt;
  std::vector<const std::string*> unseen;
  std::vector<Stamp> before;
  for (const auto& [name, state] : comparison.files) {
    const auto found = seen.find(name);
    if (found == seen.end()) {
      unseen.push_back(&name);
      before.push_back(state);
    } else if (found->second != state) {
      comparison.changed.insert(name);
    }
  }
  const std::vector<Stamp> states = states_of(unseen);
  for (std::size_t number = 0; number < unseen.size(); ++number) {
    if (states[number] != before[number]) comparison.changed.insert(*unseen[number]);
  }
  return comparison;
}

void keep_stat_cache(const Folder& output, const std::string& key, const StatCache& snapshot,
                     const Sightings& files) {
  std::string text = fmt::format("{}{} {} {} {} {} {} {}\n", heading, snapshot.sheets,
                                 snapshot.failed, snapshot.tweaked, snapshot.refused.size(),
                                 snapshot.diagnostics.size(), snapshot.of_reading, snapshot.order);
  for (const std::string& pdf : snapshot.refused) text += pdf + "\n";
  for (const auto& diagnostic : snapshot.diagnostics) text += kept_line(diagnostic);
  for (const auto& [name, state] : files) {
    fmt::format_to(std::back_inserter(text), "{} {} {} {} {}\n", state.bytes, state.modified,
                   state.changed, state.inode, name);
  }
  output.write(file_of(key), text);
}

}  // namespace listok::latex

#include "latex/snapshot.hpp"

#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <ranges>
#include <string_view>
#include <vector>

#include "emitter/parallel.hpp"
#include "latex/files.hpp"

namespace listok::latex {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view heading = "listok snapshot 2\n";

fs::path file_of(const std::string& key) { return fs::path(".listok") / "snapshots" / key; }

// Each file as it is now, in the order of `names`.
template <typename Names>
std::vector<Stamp> states_of(const Names& names) {
  std::vector<const std::string*> all;
  for (const std::string& name : names) all.push_back(&name);
  std::vector<Stamp> states(all.size());
  emitter::in_parallel(all.size(), [&](std::size_t number) {
    states[number] = stamp(*all[number]).value_or(Stamp{});
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

}  // namespace

std::int64_t now() {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

bool is_newer(const Stamp& state, std::int64_t begun) {
  constexpr std::int64_t grain = 20'000'000;  // the clock of files ticks less often than ours
  return state.nanoseconds > begun - grain;
}

std::map<std::string, Stamp> look_at(const std::set<std::string>& names) {
  const std::vector<Stamp> states = states_of(names);
  auto state = states.begin();
  std::map<std::string, Stamp> files;
  for (const std::string& name : names) files.emplace_hint(files.end(), name, *state++);
  return files;
}

std::optional<Comparison> compare_snapshot(const Folder& output, const std::string& key) {
  const auto text = output.read(file_of(key));
  if (!text || !text->starts_with(heading)) return std::nullopt;
  std::string_view rest = *text;
  rest.remove_prefix(heading.size());
  Comparison comparison;
  auto& [sheets, tweaked, order] = comparison.snapshot;
  if (!take(rest, sheets) || !take(rest, tweaked) || !take(rest, order)) return std::nullopt;
  while (!rest.empty()) {
    Stamp state;
    std::string name;
    if (!take(rest, state.bytes) || !take(rest, state.nanoseconds) || !take(rest, name)) {
      return std::nullopt;
    }
    comparison.files.emplace_hint(comparison.files.end(), std::move(name), state);
  }
  const std::vector<Stamp> states = states_of(std::views::keys(comparison.files));
  auto now = states.begin();
  for (const auto& [name, before] : comparison.files) {
    if (*now++ != before) comparison.changed.insert(name);
  }
  return comparison;
}

void keep_snapshot(const Folder& output, const std::string& key, const Snapshot& snapshot,
                   const std::map<std::string, Stamp>& files) {
  std::string text =
      fmt::format("{}{} {} {}\n", heading, snapshot.sheets, snapshot.tweaked, snapshot.order);
  for (const auto& [name, state] : files) {
    fmt::format_to(std::back_inserter(text), "{} {} {}\n", state.bytes, state.nanoseconds, name);
  }
  output.write(file_of(key), text);
}

}  // namespace listok::latex

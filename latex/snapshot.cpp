#include "latex/snapshot.hpp"

#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <string_view>
#include <vector>

#include "emitter/parallel.hpp"
#include "latex/files.hpp"

namespace listok::latex {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view heading = "listok snapshot 2\n";

fs::path file_of(const fs::path& output, const std::string& key) {
  return output / ".listok" / "snapshots" / key;
}

// Each file as it is now.
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
  std::vector<const std::string*> all;
  for (const std::string& name : names) all.push_back(&name);
  const std::vector<Stamp> states = states_of(all);
  std::map<std::string, Stamp> files;
  for (std::size_t number = 0; number < all.size(); ++number) {
    files.emplace_hint(files.end(), *all[number], states[number]);
  }
  return files;
}

std::optional<Comparison> compare_snapshot(const fs::path& output, const std::string& key) {
  const auto text = read_file(file_of(output, key));
  if (!text || !text->starts_with(heading)) return std::nullopt;
  std::string_view rest = *text;
  rest.remove_prefix(heading.size());
  Comparison comparison;
  auto& [sheets, tweaked, order] = comparison.snapshot;
  if (!take(rest, sheets) || !take(rest, tweaked) || !take(rest, order)) return std::nullopt;
  std::vector<const std::string*> names;
  while (!rest.empty()) {
    Stamp state;
    std::string name;
    if (!take(rest, state.bytes) || !take(rest, state.nanoseconds) || !take(rest, name)) {
      return std::nullopt;
    }
    const auto file = comparison.files.emplace_hint(comparison.files.end(), std::move(name), state);
    names.push_back(&file->first);
  }
  const std::vector<Stamp> states = states_of(names);
  for (std::size_t number = 0; number < names.size(); ++number) {
    const std::string& name = *names[number];
    if (states[number] != comparison.files.at(name)) comparison.changed.insert(name);
  }
  return comparison;
}

void keep_snapshot(const fs::path& output, const std::string& key, const Snapshot& snapshot,
                   const std::map<std::string, Stamp>& files) {
  std::string text =
      fmt::format("{}{} {} {}\n", heading, snapshot.sheets, snapshot.tweaked, snapshot.order);
  for (const auto& [name, state] : files) {
    fmt::format_to(std::back_inserter(text), "{} {} {}\n", state.bytes, state.nanoseconds, name);
  }
  write_file(file_of(output, key), text);
}

}  // namespace listok::latex

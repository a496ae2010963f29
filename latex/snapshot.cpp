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
std::vector<Stamp> states_of(const std::vector<Seen>& files) {
  std::vector<Stamp> states(files.size());
  emitter::in_parallel(files.size(), [&](std::size_t number) {
    states[number] = stamp(files[number].name).value_or(Stamp{});
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

std::vector<Seen> look_at(std::set<std::string> names) {
  std::vector<Seen> files;
  files.reserve(names.size());
  while (!names.empty()) files.push_back({std::move(names.extract(names.begin()).value()), {}});
  const std::vector<Stamp> states = states_of(files);
  for (std::size_t number = 0; number < files.size(); ++number) {
    files[number].state = states[number];
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
  std::vector<Seen> files;
  while (!rest.empty()) {
    Seen& file = files.emplace_back();
    if (!take(rest, file.state.bytes) || !take(rest, file.state.nanoseconds) ||
        !take(rest, file.name)) {
      return std::nullopt;
    }
  }
  const std::vector<Stamp> states = states_of(files);
  for (std::size_t number = 0; number < files.size(); ++number) {
    if (states[number] != files[number].state) comparison.changed.insert(files[number].name);
    comparison.files.insert(comparison.files.end(), std::move(files[number].name));
  }
  return comparison;
}

void keep_snapshot(const fs::path& output, const std::string& key, const Snapshot& snapshot,
                   const std::vector<Seen>& files) {
  std::string text =
      fmt::format("{}{} {} {}\n", heading, snapshot.sheets, snapshot.tweaked, snapshot.order);
  for (const auto& [name, state] : files) {
    fmt::format_to(std::back_inserter(text), "{} {} {}\n", state.bytes, state.nanoseconds, name);
  }
  write_file(file_of(output, key), text);
}

}  // namespace listok::latex

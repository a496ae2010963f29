#include "latex/snapshot.hpp"

#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <string_view>

#include "latex/files.hpp"

namespace listok::latex {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view heading = "listok snapshot 1\n";

fs::path file_of(const fs::path& output, const std::string& key) {
  return output / ".listok" / "snapshots" / key;
}

void add_line(std::string& text, const std::string& file) {
  const Stamp state = stamp(file).value_or(Stamp{});
  fmt::format_to(std::back_inserter(text), "{} {} {}\n", state.bytes, state.nanoseconds, file);
}

// Consumes a number and the character after it.
template <typename Number>
bool take(std::string_view& text, Number& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end == text.data() + text.size()) return false;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()) + 1);
  return true;
}

bool matches(std::string_view& text) {
  Stamp before;
  if (!take(text, before.bytes) || !take(text, before.nanoseconds)) return false;
  const auto end = text.find('\n');
  if (end == std::string_view::npos) return false;
  const bool same = stamp(fs::path(text.substr(0, end))).value_or(Stamp{}) == before;
  text.remove_prefix(end + 1);
  return same;
}

}  // namespace

std::int64_t now() {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

std::optional<Snapshot> unchanged(const fs::path& output, const std::string& key) {
  const auto text = read_file(file_of(output, key));
  if (!text || !text->starts_with(heading)) return std::nullopt;
  std::string_view rest = *text;
  rest.remove_prefix(heading.size());
  Snapshot snapshot;
  if (!take(rest, snapshot.sheets) || !take(rest, snapshot.tweaked)) return std::nullopt;
  while (!rest.empty()) {
    if (!matches(rest)) return std::nullopt;
  }
  return snapshot;
}

void keep_snapshot(const fs::path& output, const std::string& key, const Snapshot& snapshot,
                   std::int64_t begun, const std::set<std::string>& sources,
                   const std::set<std::string>& results) {
  constexpr std::int64_t grain = 20'000'000;  // the clock of files ticks less often than ours
  for (const std::string& source : sources) {
    const auto state = stamp(source);
    if (state && state->nanoseconds > begun - grain) return;
  }
  std::string text = fmt::format("{}{} {}\n", heading, snapshot.sheets, snapshot.tweaked);
  for (const std::string& source : sources) add_line(text, source);
  for (const std::string& result : results) add_line(text, result);
  write_file(file_of(output, key), text);
}

}  // namespace listok::latex

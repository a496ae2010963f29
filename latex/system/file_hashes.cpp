#include "latex/system/file_hashes.hpp"

#include <chrono>

#include "latex/system/files.hpp"

namespace listok::latex {

std::int64_t now() {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

namespace {

constexpr std::int64_t second = 1'000'000'000;
constexpr std::int64_t tick = second / 50;  // the clocks of disks tick less often than ours

}  // namespace

bool is_newer(const emitter::Stamp& state, std::int64_t begun) {
  // Where no fractions are kept, each other second.
  const std::int64_t grain = state.changed % second == 0 ? 2 * second : tick;
  // A time that lies ahead was set by a clock that was wrong, and the file was not changed since.
  const bool wrong = state.changed > now() + 3600 * second;
  return state.changed > begun - grain && !wrong;
}

const Hash& FileHashes::of_one(const std::string& file) {
  const auto [entry, added] = known_.try_emplace(file);
  if (!added) return entry->second;
  const auto state = stamp(file);
  std::error_code error;
  const bool readable = state && std::filesystem::is_regular_file(file, error);
  const auto bytes = readable ? read_file(file) : std::nullopt;
  Hasher hasher("file");
  // What was saved just before the build was there long before an engine could read it.
  if (bytes) hasher.add(*bytes);
  if (state && is_newer(*state, begun_ + tick)) hasher.add(std::to_string(now()));
  return entry->second = hasher.hash();
}

Hash FileHashes::of(const std::vector<std::string>& files) {
  const auto [entry, added] = known_lists_.try_emplace(files);
  if (!added) return entry->second;
  Hasher hasher("files");
  for (const std::string& file : files) hasher.add(file).add(hex(of_one(file)));
  return entry->second = hasher.hash();
}

}  // namespace listok::latex

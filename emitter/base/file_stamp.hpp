// Notes what a file looks like, so that a change of it is noticed later without reading it.
// In: a path. Out: its size in bytes, times in nanoseconds since the epoch, and inode.
// Errors: none; a file that cannot be looked at counts as one that is not there.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>

struct stat;

namespace listok::emitter {

// Whoever writes a file, moves one into its place, or sets its times changes one of these: the last
// time is set only by the system. The device is left out, for its number may differ after a
// restart. Zeros stand for a file that is not there.
struct Stamp {
  std::uintmax_t bytes = 0;
  std::int64_t modified = 0;  // nanoseconds since the epoch, as anybody may set them
  std::int64_t changed = 0;   // of content, name, links or rights, by the clock of the disk
  std::uint64_t inode = 0;

  bool operator==(const Stamp&) const = default;
};

Stamp stamp_of(const struct stat& info);

// Nothing when it is not there. Links are followed. A string, not a path: to take thousands of
// names apart costs as much as to look at the files.
std::optional<Stamp> stamp(const std::string& file);

// What was looked at, each as it was before it was read.
using Sightings = std::map<std::string, Stamp>;

// Looks at `file` and remembers it, unless it has been seen: the first look is the one that counts.
void see(const std::filesystem::path& file, Sightings& seen);

}  // namespace listok::emitter

// What the last build looked at, so that the next one sees at a glance that nothing has changed:
// thousands of stamps are compared in the time in which a few items are read.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "latex/files.hpp"

namespace listok::latex {

struct Snapshot {
  std::size_t sheets = 0;  // all up to date
  std::size_t tweaked = 0;
  std::string order;  // stands for the ids of all items and their numbers
};

// A snapshot beside what is there now.
struct Comparison {
  Snapshot snapshot;
  std::set<std::string> files;    // that it names
  std::set<std::string> changed;  // those of them that are not as they were
};

struct Seen {
  std::string name;
  Stamp state;  // of an absent file: zeros
};

// Files and folders as they are now, in the order of their names.
std::vector<Seen> look_at(std::set<std::string> names);

// Nanoseconds since the epoch of the system clock, as in a Stamp.
std::int64_t now();

// Whether a file with this stamp may have been written after `begun`.
bool is_newer(const Stamp& state, std::int64_t begun);

// Looks at every file of the snapshot of the build that `key` stands for; nothing: there is none.
std::optional<Comparison> compare_snapshot(const std::filesystem::path& output,
                                           const std::string& key);

void keep_snapshot(const std::filesystem::path& output, const std::string& key,
                   const Snapshot& snapshot, const std::vector<Seen>& files);

}  // namespace listok::latex

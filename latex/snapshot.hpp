// What the last build looked at, so that the next one sees at a glance that nothing has changed:
// thousands of stamps are compared in the time in which a few items are read.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "latex/folder.hpp"

namespace listok::latex {

struct Snapshot {
  std::size_t sheets = 0;  // all up to date
  std::size_t tweaked = 0;
  // Stands for the ids of all items and their numbers; empty where one sheet decides over another.
  std::string order;

  // Whether an item that has not changed can be passed over: its sheets stand by themselves, and none
  // is a person's.
  bool settles() const { return !order.empty() && tweaked == 0; }
};

// A snapshot beside what is there now.
struct Comparison {
  Snapshot snapshot;
  std::map<std::string, Stamp> files;  // that it names, as they were
  std::set<std::string> changed;       // those of them that are not so any more
};

// Files and folders as they are now; zeros for one that is not there.
std::map<std::string, Stamp> look_at(const std::set<std::string>& names);

// Nanoseconds since the epoch of the system clock, as in a Stamp.
std::int64_t now();

// Whether a file with this stamp may have been written after `begun`.
bool is_newer(const Stamp& state, std::int64_t begun);

// Looks at every file of the snapshot of the build that `key` stands for; nothing: there is none.
std::optional<Comparison> compare_snapshot(const Folder& output, const std::string& key);

void keep_snapshot(const Folder& output, const std::string& key, const Snapshot& snapshot,
                   const std::map<std::string, Stamp>& files);

}  // namespace listok::latex

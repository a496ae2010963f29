// Keeps what the last build looked at and what it said, so that the next one sees at a glance that
// nothing has changed: thousands of stamps are compared in the time in which a few items are read.
// In: names of files. Out: which of them have changed.
// Errors: Trouble when the snapshot cannot be read or written; a broken one counts as none.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "emitter/base/diagnostic.hpp"
#include "latex/folder/output_folder.hpp"

namespace listok::latex {

using emitter::Sightings;

struct StatCache {
  std::size_t sheets = 0;  // up to date
  std::size_t failed = 0;  // as in BuildResult
  std::size_t tweaked = 0;
  // Stands for the ids of all items and their numbers; empty where one sheet decides over another.
  std::string order;
  std::set<std::string> refused;  // PDFs of which there is not even a .tex
  // All that hold for as long as nothing changes, as they were said; the first `of_reading` are
  // what the reading of the bank gave.
  emitter::Diagnostics diagnostics;
  std::size_t of_reading = 0;

  // Whether an item that has not changed can be passed over: its sheets stand by themselves, and
  // none is a person's.
  bool settles() const { return !order.empty() && tweaked == 0; }
};

// A snapshot compared with what is there now.
struct Comparison {
  StatCache snapshot;
  Sightings files;                // that it names, as they were
  std::set<std::string> changed;  // those of them that are not so any more
};

// Files and folders as they are now; zeros for one that is not there.
Sightings look_at(const std::set<std::string>& names);

// Looks at every file of the snapshot of the build that `key` stands for, but for those that have
// been `seen`; nothing: there is none.
std::optional<Comparison> compare_stat_cache(const Folder& output, const std::string& key,
                                             const Sightings& seen = {});

void keep_stat_cache(const Folder& output, const std::string& key, const StatCache& snapshot,
                     const Sightings& files);

}  // namespace listok::latex

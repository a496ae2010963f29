// Keeps other builds out of an output folder; shards share the folder, each with its own part of
// it.
// In: the options of the build. Out: an object that holds the folder for as long as it lives.
// Errors: Trouble when the folder cannot be written.
#pragma once

#include <filesystem>
#include <optional>
#include <stop_token>

#include "latex/base/options.hpp"
#include "latex/folder/lock.hpp"

namespace listok::latex {

class OutputLock {
 public:
  // Waits for another listok that works in the folder, and reports that to the observer. Then,
  // unless other shards may be at work, removes what a listok that was killed left behind. Throws
  // Trouble when the folder cannot be written.
  OutputLock(const BuildOptions& options, const Observer& observer, const std::stop_token& stop);
  ~OutputLock();
  OutputLock(const OutputLock&) = delete;
  OutputLock& operator=(const OutputLock&) = delete;

 private:
  Folder output_;
  FileLock common_;
  std::optional<FileLock> own_;  // of a shard
  std::filesystem::path mark_;   // the lock that says that somebody is at work
};

}  // namespace listok::latex

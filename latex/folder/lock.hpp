// Lets one process at a time work in a folder.
// In: a file of the folder. Out: an object that holds the lock for as long as it lives.
// Errors: Trouble when the file cannot be written or locked.
#pragma once

#include <filesystem>
#include <functional>
#include <stop_token>

#include "latex/folder/output_folder.hpp"

namespace listok::latex {

// Holds a file of a folder, which is made as needed and stays. The kernel lets go of it when the
// process dies, however it dies.
class FileLock {
 public:
  enum class Kind { exclusive, shared };

  // Waits for processes that hold it, after a call of `wait`, until `stop` is requested: then it is
  // not held. Throws Trouble when the file cannot be written.
  FileLock(
      const Folder& folder, const std::filesystem::path& file, const std::stop_token& stop,
      Kind kind = Kind::exclusive, const std::function<void()>& wait = [] {});
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;

 private:
  Descriptor descriptor_;
};

}  // namespace listok::latex

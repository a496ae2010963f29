// Limits which files a child process may touch, by Landlock, the sandbox that Linux offers to every
// user. Source: the kernel's "Landlock: unprivileged access control".
// In: paths. Out: a ruleset, and whether a process is confined by it.
// Errors: Trouble when the ruleset cannot be made.
#pragma once

#include <filesystem>
#include <vector>

namespace listok::latex {

// Of what lies beneath a folder, or of a file. What is in none of the lists cannot be touched;
// paths that do not exist are passed over.
struct FileRights {
  std::vector<std::filesystem::path> executable = {};  // and read
  std::vector<std::filesystem::path> readable = {};
  std::vector<std::filesystem::path> writable = {};  // and read
};

// The version of this kernel's Landlock; 0: it has none, or it is switched off.
int landlock_version();

// A ruleset that has been made.
class Landlock {
 public:
  // By the rights that version `most` and all before it know, however new the kernel is: before
  // version 3 a file that may be read can be cut short. Throws Trouble when the kernel, which has
  // Landlock, does not make the ruleset.
  explicit Landlock(const FileRights& rights, int most = landlock_version());
  ~Landlock();
  Landlock(const Landlock&) = delete;
  Landlock& operator=(const Landlock&) = delete;

  // Confines the calling process, which has given up new privileges, for good; false when the
  // kernel refuses. Async-signal-safe, for use between fork and exec.
  bool enforce() const;

 private:
  int ruleset_ = -1;
};

}  // namespace listok::latex

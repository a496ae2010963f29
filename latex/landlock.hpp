// Which files a child may touch: Landlock, the sandbox that Linux offers to every user.
// Source: the kernel's "Landlock: unprivileged access control".
#pragma once

#include <filesystem>
#include <vector>

namespace listok::latex {

// A ruleset: what lies beneath `readable` may be read and executed, what lies beneath `writable`
// read and written, and nothing else. Paths that do not exist are passed over.
class Landlock {
 public:
  // Does nothing, and enforce() allows everything, when the kernel has no Landlock.
  Landlock(const std::vector<std::filesystem::path>& readable,
           const std::vector<std::filesystem::path>& writable);
  ~Landlock();
  Landlock(const Landlock&) = delete;
  Landlock& operator=(const Landlock&) = delete;

  // Confines the calling process for good; false when the kernel refuses. Async-signal-safe, for use
  // between fork and exec.
  bool enforce() const;

 private:
  int ruleset_ = -1;
};

// True when this kernel can confine children.
bool landlock_available();

}  // namespace listok::latex

// Limits what a child process may ask of the kernel, by a filter of system calls. Landlock guards
// files; this guards all else, and what the older versions of Landlock leave open.
// In: a program and its arguments. Out: whether the process is confined. Errors: none is thrown.
// Source: the kernel's "Seccomp BPF".
#pragma once

#include <linux/filter.h>

#include <vector>

namespace listok::latex {

// Lets through what a program needs that computes from files to files: memory, files, clocks, and
// signals to itself. All else fails with EPERM: networks, new processes and programs, other
// processes and their signals, mounts, keys, debugging, and changes to the owner, mode, time,
// attributes and, by path, size of files. What the kernel learned after this was written is as in
// an old kernel (ENOSYS); calls of a foreign architecture kill.
class SeccompFilter {
 public:
  enum class Threads { none, own };

  // Own threads are as confined as the one that starts them.
  explicit SeccompFilter(Threads threads = Threads::none);

  // Confines the calling process, which has given up new privileges, for good, but that it may
  // become the program that execve starts with these very arguments: their addresses are compared,
  // and mean nothing in the new program. False when the kernel refuses. Async-signal-safe, for use
  // between fork and exec; what it fills into the filter belongs only to the child.
  bool enforce(const char* program, const char* const* arguments, const char* const* environment);

 private:
  std::vector<sock_filter> code_;
  // Places in the code: of its own number; of the lower half of an address, that of the upper being
  // three further on.
  std::vector<std::size_t> own_pid_;
  std::vector<std::size_t> start_;
};

// Whether this kernel filters, on an architecture whose calls the filter knows.
bool seccomp_available();

}  // namespace listok::latex

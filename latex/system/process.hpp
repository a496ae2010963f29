// Runs one child process, sandboxed. (Library: Boost.Process v2.)
// In: a command with its limits, in seconds and bytes. Out: how it ended, as a value.
// Errors: Trouble when the sandbox cannot be made.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "latex/system/landlock.hpp"
#include "latex/system/seccomp.hpp"

namespace listok::latex {

struct Limits {
  double wall_seconds = 60;
  double cpu_seconds = 60;
  std::size_t memory_bytes = std::size_t{4} << 30;  // address space
  std::size_t file_bytes = std::size_t{1} << 30;    // largest file it may write
};

// What a child can touch, and ask of the kernel, at most; as far as this kernel can say no.
struct Sandbox {
  FileRights files = {};
  int landlock = landlock_version();    // the version at most; 0: all files
  bool filtered = seccomp_available();  // by a SeccompFilter; false: all calls
};

struct Command {
  std::filesystem::path program;  // absolute; started without a shell
  std::vector<std::string> arguments;
  std::filesystem::path folder;                    // its working directory
  std::map<std::string, std::string> environment;  // all of it: nothing is inherited
  std::filesystem::path output;                    // file that takes stdout and stderr
  Limits limits;
  std::optional<Sandbox> sandbox = {};  // nothing: it may do what the user may, but gain privileges
  // Called some times a second while the child runs, by the thread that waits for it.
  std::function<void()> watch = [] {};
};

// How a child ended. Never an exception: a dead child is data.
struct ProcessResult {
  enum class Cause { exited, signalled, timed_out, too_busy, stopped, not_started };
  Cause cause = Cause::not_started;
  int code = 0;        // exit status, signal number, or errno of the failed start or its sandbox
  double seconds = 0;  // wall time

  bool success() const { return cause == Cause::exited && code == 0; }
};

// "exited with status 1", "was killed by signal 11", "ran longer than 60 s" …
std::string describe(const ProcessResult& ended, const Limits& limits);

// Runs `command` in a process group of its own, with stdin from /dev/null, and waits for it. Throws
// Trouble when the kernel, which has Landlock, cannot make the sandbox. At a limit of time, or when
// `stop` is requested, the whole group gets SIGINT, at which TeX ends its log, then SIGKILL, and is
// reaped.
ProcessResult run(const Command& command, std::stop_token stop);

}  // namespace listok::latex

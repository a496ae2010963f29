#include "latex/engine/out_of_memory.hpp"

#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <fstream>
#include <string>

#include "latex/system/files.hpp"

namespace listok::latex {
namespace {

// How kpathsea, the loader of programs, C++ and others say it.
constexpr std::array<std::string_view, 8> last_words{
    "memory exhausted",      "std::bad_alloc", "Cannot allocate memory", "cannot allocate",
    "failed to map segment", "out of memory",  "Out of memory",          "malloc failed"};

std::string_view last_line(std::string_view text) {
  while (text.ends_with('\n')) text.remove_suffix(1);
  return text.substr(text.rfind('\n') + 1);
}

// What a new process could have, in bytes; as much as there can be where the kernel does not say.
std::size_t available_memory() {
  std::ifstream lines("/proc/meminfo");
  std::string name, unit;
  std::size_t kilobytes = 0;
  while (lines >> name >> kilobytes) {
    if (name == "MemAvailable:") return kilobytes * 1024;
    std::getline(lines, unit);
  }
  return ~std::size_t{0};
}

std::size_t allowed_memory() {
  rlimit limit{};
  return ::getrlimit(RLIMIT_AS, &limit) == 0 ? limit.rlim_max : RLIM_INFINITY;
}

}  // namespace

bool is_out_of_memory(const ProcessResult& ended, std::string_view said) {
  switch (ended.cause) {
    case ProcessResult::Cause::not_started: return ended.code == ENOMEM || ended.code == EAGAIN;
    // Nobody but the kernel, short of memory, kills a program outright.
    case ProcessResult::Cause::signalled:
      if (ended.code == SIGKILL) return true;
      break;
    case ProcessResult::Cause::exited:
      if (ended.code == 0) return false;
      break;
    default: return false;
  }
  const std::string_view last = last_line(said);
  return std::ranges::any_of(last_words, [&](std::string_view words) {
    return last.find(words) != std::string_view::npos;
  });
}

void require_memory(const ProcessResult& ended, std::string_view said, std::size_t enough,
                    std::string_view task) {
  if (!is_out_of_memory(ended, said)) return;
  const bool killed = ended.cause == ProcessResult::Cause::signalled && ended.code == SIGKILL;
  const std::size_t had = std::min(allowed_memory(), available_memory());
  if (!killed && ended.cause != ProcessResult::Cause::not_started && had >= enough) return;
  throw Trouble(
      fmt::format("memory ran out while {}", task),
      "run fewer engines at a time with `-j 1`, or raise the limit of memory (`ulimit -v`)");
}

}  // namespace listok::latex

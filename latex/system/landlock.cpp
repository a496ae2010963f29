#include "latex/system/landlock.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <linux/landlock.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstring>

#include "latex/system/files.hpp"

namespace listok::latex {
namespace {

constexpr std::uint64_t truncate_right = std::uint64_t{1} << 14;  // since version 3
constexpr std::uint64_t ioctl_right = std::uint64_t{1} << 15;     // of devices; since version 5

constexpr std::uint64_t read_file_right = LANDLOCK_ACCESS_FS_READ_FILE;
constexpr std::uint64_t write_file_right = LANDLOCK_ACCESS_FS_WRITE_FILE | truncate_right;
constexpr std::uint64_t of_files =
    read_file_right | write_file_right | LANDLOCK_ACCESS_FS_EXECUTE | ioctl_right;

constexpr std::uint64_t reading = read_file_right | LANDLOCK_ACCESS_FS_READ_DIR;
constexpr std::uint64_t executing = read_file_right | LANDLOCK_ACCESS_FS_EXECUTE;
constexpr std::uint64_t writing = reading | write_file_right | LANDLOCK_ACCESS_FS_MAKE_REG |
                                  LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_REMOVE_FILE |
                                  LANDLOCK_ACCESS_FS_REMOVE_DIR;

// What a version of Landlock can forbid. Links and moves between folders need no mention: Landlock
// forbids them unless a ruleset of version 2 allows them.
std::uint64_t rights_of(int version) {
  std::uint64_t rights = writing | executing | LANDLOCK_ACCESS_FS_MAKE_CHAR |
                         LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_MAKE_FIFO |
                         LANDLOCK_ACCESS_FS_MAKE_BLOCK | LANDLOCK_ACCESS_FS_MAKE_SYM;
  rights &= ~truncate_right;
  if (version >= 3) rights |= truncate_right;
  if (version >= 5) rights |= ioctl_right;
  return rights;
}

[[noreturn]] void fail(const char* action, int error) {
  throw Trouble(
      fmt::format("the kernel has Landlock, but cannot {}: {}", action, std::strerror(error)),
      "no engine is started without its sandbox; `listok doctor` tells what it is here");
}

// Returns errno, 0 when all went well.
int allow(int ruleset, const std::filesystem::path& path, std::uint64_t rights) {
  const int descriptor = ::open(path.c_str(), O_PATH | O_CLOEXEC);
  if (descriptor < 0) return 0;
  struct stat info{};
  const bool folder = ::fstat(descriptor, &info) == 0 && S_ISDIR(info.st_mode);
  landlock_path_beneath_attr rule{};
  rule.allowed_access = folder ? rights : rights & of_files;
  rule.parent_fd = descriptor;
  const bool added =
      ::syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) == 0;
  const int error = added ? 0 : errno;
  ::close(descriptor);
  return error;
}

}  // namespace

int landlock_version() {
  const long version =
      ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
  return std::max(0, static_cast<int>(version));
}

Landlock::Landlock(const FileRights& rights, int most) {
  const int version = std::min(most, landlock_version());
  if (version < 1) return;
  landlock_ruleset_attr handled{};
  handled.handled_access_fs = rights_of(version);
  ruleset_ = static_cast<int>(
      ::syscall(SYS_landlock_create_ruleset, &handled, sizeof handled.handled_access_fs, 0));
  if (ruleset_ < 0) fail("make a ruleset", errno);
  const auto allow_all = [&](const auto& paths, std::uint64_t wanted) {
    for (const auto& path : paths) {
      const int error = allow(ruleset_, path, wanted & handled.handled_access_fs);
      if (error == 0) continue;
      ::close(ruleset_);  // the destructor of an object whose constructor throws is not called
      fail("add a rule to a ruleset", error);
    }
  };
  allow_all(rights.executable, executing);
  allow_all(rights.readable, reading);
  allow_all(rights.writable, writing);
}

Landlock::~Landlock() {
  if (ruleset_ >= 0) ::close(ruleset_);
}

bool Landlock::enforce() const {
  return ruleset_ < 0 || ::syscall(SYS_landlock_restrict_self, ruleset_, 0) == 0;
}

}  // namespace listok::latex

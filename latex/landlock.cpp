#include "latex/landlock.hpp"

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstdint>

namespace listok::latex {
namespace {

constexpr std::uint64_t truncate_right = std::uint64_t{1} << 14;  // since version 3

constexpr std::uint64_t read_file = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_EXECUTE;
constexpr std::uint64_t read_folder = read_file | LANDLOCK_ACCESS_FS_READ_DIR;
constexpr std::uint64_t write_file = LANDLOCK_ACCESS_FS_WRITE_FILE;
constexpr std::uint64_t write_folder =
    write_file | LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_MAKE_DIR |
    LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_REMOVE_DIR;
constexpr std::uint64_t all_rights = read_folder | write_folder | LANDLOCK_ACCESS_FS_MAKE_CHAR |
                                     LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_MAKE_FIFO |
                                     LANDLOCK_ACCESS_FS_MAKE_BLOCK | LANDLOCK_ACCESS_FS_MAKE_SYM;

long version() {
  return ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
}

void allow(int ruleset, const std::filesystem::path& path, std::uint64_t for_file,
           std::uint64_t for_folder) {
  const int descriptor = ::open(path.c_str(), O_PATH | O_CLOEXEC);
  if (descriptor < 0) return;
  struct stat info {};
  const bool folder = ::fstat(descriptor, &info) == 0 && S_ISDIR(info.st_mode);
  landlock_path_beneath_attr rule{};
  rule.allowed_access = folder ? for_folder : for_file;
  rule.parent_fd = descriptor;
  ::syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
  ::close(descriptor);
}

}  // namespace

bool landlock_available() { return version() > 0; }

Landlock::Landlock(const std::vector<std::filesystem::path>& readable,
                   const std::vector<std::filesystem::path>& writable) {
  const long supported = version();
  if (supported < 1) return;
  const std::uint64_t truncating = supported >= 3 ? truncate_right : 0;
  landlock_ruleset_attr handled{};
  handled.handled_access_fs = all_rights | truncating;
  ruleset_ = static_cast<int>(
      ::syscall(SYS_landlock_create_ruleset, &handled, sizeof handled.handled_access_fs, 0));
  if (ruleset_ < 0) return;
  for (const auto& path : readable) allow(ruleset_, path, read_file, read_folder);
  for (const auto& path : writable) {
    allow(ruleset_, path, read_file | write_file | truncating,
          read_folder | write_folder | truncating);
  }
}

Landlock::~Landlock() {
  if (ruleset_ >= 0) ::close(ruleset_);
}

bool Landlock::enforce() const {
  if (ruleset_ < 0) return true;
  return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
         ::syscall(SYS_landlock_restrict_self, ruleset_, 0) == 0;
}

}  // namespace listok::latex

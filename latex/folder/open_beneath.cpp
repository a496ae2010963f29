#include "latex/folder/open_beneath.hpp"

#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>

namespace listok::latex {
namespace {

namespace fs = std::filesystem;

constexpr int always = O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK;

bool leads_out(const fs::path& name) {
  if (name.is_absolute()) return true;
  for (const fs::path& step : name) {
    if (step == "..") return true;
  }
  return false;
}

int open_at_once(int root, const fs::path& name, int flags, mode_t mode) {
  open_how how{};
  how.flags = static_cast<__u64>(flags);
  how.mode = (flags & O_CREAT) != 0 ? mode : 0;
  how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS;
  long opened = -1;
  do {
    opened = ::syscall(SYS_openat2, root, name.c_str(), &how, sizeof how);
  } while (opened < 0 && (errno == EINTR || errno == EAGAIN));
  return static_cast<int>(opened);
}

int open_by_steps(int root, const fs::path& name, int flags, mode_t mode) {
  Descriptor folder;
  int at = root;
  const fs::path way = name.parent_path();
  for (const fs::path& step : way) {
    Descriptor next(::openat(at, step.c_str(), O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!next) return -1;
    folder = std::move(next);
    at = folder.number();
  }
  const int opened = ::openat(at, name.filename().c_str(), flags, mode);
  const int error = errno;
  folder = {};
  errno = error;
  return opened;
}

// "" where the file system keeps files and folders of this kind.
std::string name_of(mode_t mode, bool folder) {
  switch (mode & S_IFMT) {
    case S_IFLNK: return "a symbolic link";
    case S_IFIFO: return "a pipe";
    case S_IFSOCK: return "a socket";
    case S_IFCHR:
    case S_IFBLK: return "a device";
    case S_IFDIR: return folder ? "" : "a folder";
    default: return "";
  }
}

}  // namespace

Descriptor open_beneath(int root, const fs::path& name, int flags, mode_t mode) {
  static std::atomic<bool> steps = false;  // the kernel knows no better
  if (leads_out(name)) {
    errno = EXDEV;
    return {};
  }
  const fs::path whole = name.empty() ? fs::path(".") : name;
  flags |= always;
  if ((flags & O_PATH) != 0) flags &= ~O_NONBLOCK;
  if (!steps) {
    const int opened = open_at_once(root, whole, flags, mode);
    // A sandbox that does not know the call answers EPERM; so may a file that is really forbidden.
    const bool unknown = opened < 0 && (errno == ENOSYS || errno == EPERM);
    if (!unknown) return Descriptor(opened);
    if (errno == ENOSYS) steps = true;
  }
  return Descriptor(open_by_steps(root, whole, flags, mode));
}

Blocked what_blocks(int root, const fs::path& name, bool folder) {
  fs::path at;
  for (auto step = name.begin(); step != name.end(); ++step) {
    const bool last = std::next(step) == name.end();
    const Descriptor above = open_beneath(root, at, O_PATH | O_DIRECTORY);
    at /= *step;
    struct stat info{};
    if (!above || ::fstatat(above.number(), step->c_str(), &info, AT_SYMLINK_NOFOLLOW) != 0) break;
    if (std::string what = name_of(info.st_mode, !last || folder); !what.empty()) return {at, what};
  }
  return {};
}

}  // namespace listok::latex

#include "latex/folder/lock.hpp"

#include <sys/file.h>

#include <cerrno>
#include <chrono>
#include <thread>
#include <utility>

#include "latex/system/files.hpp"

namespace listok::latex {

FileLock::FileLock(const Folder& folder, const std::filesystem::path& file,
                   const std::stop_token& stop, Kind kind, const std::function<void()>& wait)
    : descriptor_(folder.open_lock(file)) {
  using namespace std::chrono_literals;
  const int operation = (kind == Kind::exclusive ? LOCK_EX : LOCK_SH) | LOCK_NB;
  bool told = false;
  while (::flock(descriptor_.number(), operation) != 0) {
    if (errno != EWOULDBLOCK && errno != EINTR) throw trouble("lock", folder / file, errno);
    if (!std::exchange(told, true)) wait();
    if (stop.stop_requested()) return;
    std::this_thread::sleep_for(20ms);
  }
}

}  // namespace listok::latex

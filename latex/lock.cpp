#include "latex/lock.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <thread>
#include <utility>

#include "latex/files.hpp"

namespace listok::latex {

FileLock::FileLock(const std::filesystem::path& file, const std::stop_token& stop, Kind kind,
                   const std::function<void()>& wait) {
  using namespace std::chrono_literals;
  make_folder(file.parent_path());
  descriptor_ = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  const int operation = (kind == Kind::exclusive ? LOCK_EX : LOCK_SH) | LOCK_NB;
  bool told = false;
  while (descriptor_ < 0 || ::flock(descriptor_, operation) != 0) {
    if (descriptor_ < 0 || (errno != EWOULDBLOCK && errno != EINTR)) {
      const int error = errno;
      if (descriptor_ >= 0) ::close(descriptor_);
      throw Trouble(
          fmt::format("cannot write `{}`: {}", file.string(), std::strerror(error)),
          error == EACCES || error == EROFS ? "choose a folder that you may write with `-o`" : "");
    }
    if (!std::exchange(told, true)) wait();
    if (stop.stop_requested()) return;
    std::this_thread::sleep_for(20ms);
  }
}

FileLock::~FileLock() { ::close(descriptor_); }

}  // namespace listok::latex

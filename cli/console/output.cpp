#include "cli/console/output.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace listok::cli {
namespace {

// Writes all of `text`; 0, or errno.
int write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t count = ::write(descriptor, text.data(), text.size());
    if (count > 0) {
      text.remove_prefix(static_cast<std::size_t>(count));
    } else if (count < 0 && errno == EAGAIN) {  // another program has set it not to wait
      pollfd room{descriptor, POLLOUT, 0};
      if (::poll(&room, 1, -1) < 0 && errno != EINTR) return errno;
    } else if (count == 0 || errno != EINTR) {
      return count == 0 ? EIO : errno;
    }
  }
  return 0;
}

}  // namespace

void hold_standard_streams() {
  ::signal(SIGPIPE, SIG_IGN);
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    // Opened so, it can be neither read nor written, as if it were closed.
    if (::fcntl(descriptor, F_GETFD) < 0) ::open("/", O_PATH);
  }
}

void Output::add(std::string_view lines) {
  constexpr std::size_t many = std::size_t{1} << 16U;
  if (fault_ != 0) return;
  waiting_ += lines;
  if (waiting_.size() >= many) flush();
}

void Output::flush() {
  if (fault_ == 0) fault_ = write_all(descriptor_, waiting_);
  waiting_.clear();
}

std::string reason_of(int fault) {
  return fault == EBADF ? "it is closed" : std::generic_category().message(fault);
}

}  // namespace listok::cli

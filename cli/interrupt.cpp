#include "cli/interrupt.hpp"

#include <pthread.h>
#include <signal.h>

#include <ctime>

namespace listok::cli {
namespace {

sigset_t awaited() {
  sigset_t signals;
  sigemptyset(&signals);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&signals, signal);
  return signals;
}

}  // namespace

Interrupt::Interrupt() {
  const sigset_t signals = awaited();
  ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  waiter_ = std::jthread([this](std::stop_token end) {
    const sigset_t waited = awaited();
    const std::timespec moment{0, 100'000'000};
    while (!end.stop_requested()) {
      if (::sigtimedwait(&waited, nullptr, &moment) > 0) source_.request_stop();
    }
  });
}

Interrupt::~Interrupt() {
  waiter_.request_stop();
  ::pthread_kill(waiter_.native_handle(), SIGHUP);  // ends its wait at once
}

}  // namespace listok::cli

#include "cli/console/interrupt.hpp"

#include <pthread.h>
#include <signal.h>
#include <unistd.h>

#include <ctime>

namespace listok::cli {
namespace {

sigset_t awaited() {
  sigset_t signals;
  sigemptyset(&signals);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&signals, signal);
  return signals;
}

// Ends the program as the signal does by itself. Engines end with it, and the next run removes what
// is left.
[[noreturn]] void end_at_once(int signal) {
  ::signal(signal, SIG_DFL);
  sigset_t one;
  sigemptyset(&one);
  sigaddset(&one, signal);
  ::pthread_sigmask(SIG_UNBLOCK, &one, nullptr);
  ::kill(::getpid(), signal);
  ::_exit(128 + signal);
}

}  // namespace

Interrupt::Interrupt() {
  const sigset_t signals = awaited();
  ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  waiter_ = std::jthread([this](std::stop_token end) {
    const sigset_t waited = awaited();
    const std::timespec moment{0, 100'000'000};
    while (!end.stop_requested()) {
      const int signal = ::sigtimedwait(&waited, nullptr, &moment);
      if (signal > 0 && !source_.request_stop() && !end.stop_requested()) end_at_once(signal);
    }
  });
}

Interrupt::~Interrupt() {
  waiter_.request_stop();
  ::pthread_kill(waiter_.native_handle(), SIGHUP);  // ends its wait at once
}

}  // namespace listok::cli

// Turns Ctrl-C and SIGTERM into a request to stop.
// Out: a stop token. Errors: none.
#pragma once

#include <stop_token>
#include <thread>

namespace listok::cli {

// While it lives, the first SIGINT, SIGTERM or SIGHUP requests a stop instead of ending the
// program; the second ends it, whatever it is doing. Make it before any other thread: threads
// inherit the blocked signals.
class Interrupt {
 public:
  Interrupt();
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;

  std::stop_token token() const { return source_.get_token(); }

 private:
  std::stop_source source_;
  std::jthread waiter_;
};

}  // namespace listok::cli

#include "cli/console/output.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <thread>

using namespace listok::cli;

namespace {

struct Pipe {
  Pipe() { BOOST_REQUIRE(::pipe(ends) == 0); }
  ~Pipe() {
    close(0);
    close(1);
  }
  void close(int end) {
    if (ends[end] >= 0) ::close(ends[end]);
    ends[end] = -1;
  }
  int ends[2] = {-1, -1};  // of reading, of writing
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(output, Pipe)

BOOST_AUTO_TEST_CASE(lines_are_written_when_many_have_come_together) {
  Output out(ends[1]);
  out.add("one\n");
  ::fcntl(ends[0], F_SETFL, O_NONBLOCK);
  char letters[8];
  BOOST_TEST(::read(ends[0], letters, sizeof letters) == -1);  // nothing yet
  out.flush();
  BOOST_TEST(::read(ends[0], letters, sizeof letters) == 4);
  BOOST_TEST(out.fault() == 0);
}

BOOST_AUTO_TEST_CASE(a_pipe_that_does_not_wait_loses_nothing) {
  ::fcntl(ends[1], F_SETFL, O_NONBLOCK);
  std::size_t got = 0;
  std::jthread reader([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));  // until it is full
    char letters[4096];
    for (ssize_t count = 1; count > 0; got += static_cast<std::size_t>(count)) {
      count = ::read(ends[0], letters, sizeof letters);
    }
  });
  Output out(ends[1]);
  for (int line = 0; line < 1000; ++line) out.add(std::string(999, 'x') + "\n");
  out.flush();
  BOOST_TEST(out.fault() == 0);
  close(1);
  reader.join();
  BOOST_TEST(got == 1'000'000U);
}

BOOST_AUTO_TEST_CASE(after_the_first_error_all_is_dropped) {
  ::signal(SIGPIPE, SIG_IGN);  // as hold_standard_streams has it
  close(0);
  Output out(ends[1]);
  out.add("one\n");
  out.flush();
  BOOST_TEST(out.fault() == EPIPE);
  out.add("two\n");
  out.flush();
  BOOST_TEST(out.fault() == EPIPE);
  ::signal(SIGPIPE, SIG_DFL);
}

BOOST_AUTO_TEST_CASE(in_words) {
  BOOST_TEST(reason_of(ENOSPC) == "No space left on device");
  BOOST_TEST(reason_of(EBADF) == "it is closed");
}

BOOST_AUTO_TEST_SUITE_END()

#include "latex/system/seccomp.hpp"

#include <pthread.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>

#include "tests/needs.hpp"

using listok::latex::SeccompFilter;
using listok::tests::needs_seccomp;

namespace {

void* ask_for_a_network(void* refused) {
  *static_cast<bool*>(refused) = ::socket(AF_INET, SOCK_STREAM, 0) < 0;
  return nullptr;
}

// What a confined process could do, as the bits of its exit status.
enum : int { thread_started = 1, thread_is_confined = 2, process_started = 4, failed = 8 };

int tried(SeccompFilter::Threads threads) {
  SeccompFilter calls(threads);
  const pid_t child = ::fork();
  if (child == 0) {
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
        !calls.enforce(nullptr, nullptr, nullptr)) {
      ::_exit(failed);
    }
    int could = 0;
    bool refused = false;
    pthread_t thread{};
    if (::pthread_create(&thread, nullptr, ask_for_a_network, &refused) == 0) {
      could |= thread_started;
      ::pthread_join(thread, nullptr);
      if (refused) could |= thread_is_confined;
    }
    const pid_t another = ::fork();
    if (another == 0) ::_exit(0);
    if (another > 0) could |= process_started;
    ::_exit(could);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : failed;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(seccomp)

BOOST_AUTO_TEST_CASE(threads_of_its_own_are_let_through_where_they_are_asked_for, needs_seccomp()) {
  BOOST_TEST(tried(SeccompFilter::Threads::none) == 0);
  BOOST_TEST(tried(SeccompFilter::Threads::own) == (thread_started | thread_is_confined));
}

BOOST_AUTO_TEST_SUITE_END()

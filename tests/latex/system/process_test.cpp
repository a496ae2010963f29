#include "latex/system/process.hpp"

#include <signal.h>

#include <boost/test/unit_test.hpp>
#include <chrono>
#include <fstream>
#include <thread>

#include "tests/scratch.hpp"

using namespace listok::latex;
using listok::tests::Scratch;

namespace {

struct ProcessFixture : Scratch {
  Command shell(const std::string& script) {
    return {"/bin/sh", {"-c", script}, path, {{"PATH", "/usr/bin:/bin"}}, path / "output", limits};
  }
  std::string output() const { return read_file(path / "output").value_or(""); }

  Limits limits{.wall_seconds = 20, .cpu_seconds = 20};
};

// Ended: reaped already, or a zombie that waits for whoever adopted it.
bool gone(pid_t process) {
  std::ifstream stat("/proc/" + std::to_string(process) + "/stat");
  std::string pid;
  std::string name;
  std::string state;
  return !(stat >> pid >> name >> state) || state == "Z";
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(process, ProcessFixture)

BOOST_AUTO_TEST_CASE(a_child_that_ends_well) {
  const ProcessResult ended = run(shell("echo out; echo err >&2"), {});
  BOOST_TEST(ended.success());
  BOOST_TEST(output() == "out\nerr\n");
}

BOOST_AUTO_TEST_CASE(an_exit_status_is_data) {
  const ProcessResult ended = run(shell("exit 7"), {});
  BOOST_TEST((ended.cause == ProcessResult::Cause::exited));
  BOOST_TEST(ended.code == 7);
  BOOST_TEST(describe(ended, limits) == "exited with status 7");
}

BOOST_AUTO_TEST_CASE(a_signal_is_data) {
  const ProcessResult ended = run(shell("kill -SEGV $$"), {});
  BOOST_TEST((ended.cause == ProcessResult::Cause::signalled));
  BOOST_TEST(ended.code == SIGSEGV);
}

BOOST_AUTO_TEST_CASE(a_program_that_is_not_there) {
  Command command = shell("");
  command.program = path / "nothing";
  const ProcessResult ended = run(command, {});
  BOOST_TEST((ended.cause == ProcessResult::Cause::not_started));
  BOOST_TEST(describe(ended, limits) == "could not be started (error 2)");
}

BOOST_AUTO_TEST_CASE(one_that_computes_for_ever_is_ended) {
  limits.cpu_seconds = 1;
  const ProcessResult ended = run(shell("while :; do :; done"), {});
  BOOST_TEST((ended.cause == ProcessResult::Cause::too_busy));
  BOOST_TEST(describe(ended, limits) == "used more than 1 s of processor time");
}

BOOST_AUTO_TEST_CASE(it_works_in_its_folder_and_reads_nothing_from_standard_input) {
  BOOST_TEST(run(shell("pwd -P; wc -c"), {}).success());
  BOOST_TEST(output() == std::filesystem::canonical(path).string() + "\n0\n");
}

BOOST_AUTO_TEST_CASE(its_environment_is_what_it_was_given_and_no_more) {
  ::setenv("LISTOK_SECRET", "1", 1);
  BOOST_TEST(run(shell("tr '\\0' '\\n' </proc/$$/environ"), {}).success());
  BOOST_TEST(output() == "PATH=/usr/bin:/bin\n");
}

BOOST_AUTO_TEST_CASE(at_the_deadline_the_whole_group_is_ended_and_reaped) {
  limits.wall_seconds = 0.3;
  const ProcessResult ended = run(shell("trap '' TERM; sleep 60 & echo $! $$; wait; sleep 60"), {});
  BOOST_TEST((ended.cause == ProcessResult::Cause::timed_out));
  BOOST_TEST(describe(ended, limits) == "ran longer than 0.3 s");
  int grandchild = 0;
  int child = 0;
  BOOST_REQUIRE(std::sscanf(output().c_str(), "%d %d", &grandchild, &child) == 2);
  BOOST_TEST(gone(child));
  for (int tries = 0; tries < 100 && !gone(grandchild); ++tries) {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));  // SIGKILL takes its moment
  }
  BOOST_TEST(gone(grandchild));
}

BOOST_AUTO_TEST_CASE(a_child_that_leaves_a_grandchild_behind) {
  const ProcessResult ended = run(shell("sleep 60 & echo $!"), {});
  BOOST_TEST(ended.success());
  BOOST_TEST(ended.seconds < 20);
}

BOOST_AUTO_TEST_CASE(a_stop_ends_it) {
  std::stop_source source;
  const std::jthread stopper([&source] {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    source.request_stop();
  });
  BOOST_TEST((run(shell("sleep 60"), source.get_token()).cause == ProcessResult::Cause::stopped));
}

BOOST_AUTO_TEST_CASE(a_stop_before_the_start) {
  std::stop_source source;
  source.request_stop();
  BOOST_TEST((run(shell("sleep 60"), source.get_token()).cause == ProcessResult::Cause::stopped));
}

BOOST_AUTO_TEST_CASE(it_cannot_write_more_than_its_limit) {
  limits.file_bytes = 4096;
  BOOST_TEST(!run(shell("exec head -c 100000 /dev/zero"), {}).success());
  BOOST_TEST(output().size() == 4096U);
}

// As a shell hands it down to what it starts in the background.
BOOST_AUTO_TEST_CASE(an_interrupt_that_we_ignore_reaches_it) {
  const auto before = ::signal(SIGINT, SIG_IGN);
  const ProcessResult ended = run(shell("kill -INT $$"), {});
  ::signal(SIGINT, before);
  BOOST_TEST((ended.cause == ProcessResult::Cause::signalled));
  BOOST_TEST(ended.code == SIGINT);
}

BOOST_AUTO_TEST_CASE(signals_blocked_by_us_are_not_blocked_for_it) {
  sigset_t signals;
  sigset_t before;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  ::pthread_sigmask(SIG_BLOCK, &signals, &before);
  const ProcessResult ended = run(shell("kill -INT $$; sleep 5"), {});
  ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
  BOOST_TEST(ended.code == SIGINT);
}

BOOST_AUTO_TEST_SUITE_END()

// What a sandboxed child can do: a program that tries everything is started by `run`.
#include <signal.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <boost/test/data/test_case.hpp>
#include <map>
#include <sstream>

#include "latex/engine/engine_files.hpp"
#include "latex/folder/output_folder.hpp"
#include "latex/system/process.hpp"
#include "tests/needs.hpp"
#include "tests/scratch.hpp"

using namespace listok::latex;
using listok::tests::needs_landlock;
using listok::tests::needs_sandbox;
using listok::tests::needs_seccomp;
using listok::tests::Scratch;

namespace {

const std::string canary = "CANARY";

struct Sandboxed : Scratch {
  Sandboxed() {
    write_file(path / "in" / "readable", canary);
    write_file(path / "in" / "other", "x");
    write_file(path / "secret", canary);
    std::filesystem::create_directory(path / "out");
    // Of the probe's own needs, as the engines' are found.
    Command asked{LISTOK_PROBE, {}, path, {{"LD_TRACE_LOADED_OBJECTS", "1"}}, path / "traced", {}};
    BOOST_REQUIRE(run(asked, {}).success());
    sandbox.files = libraries_in(read_file(path / "traced").value());
    sandbox.files.executable.push_back(LISTOK_PROBE);
    sandbox.files.readable.insert(sandbox.files.readable.end(),
                                  {path / "in", "/etc/ld.so.cache", "/dev/null"});
    sandbox.files.writable = {path / "out"};
  }

  Command command() {
    return {LISTOK_PROBE,
            {path / "in" / "readable", path / "secret", path / "out" / "written",
             std::to_string(::getpid())},
            path,
            {},
            path / "said",
            {},
            sandbox};
  }

  // What the probe said of each thing that it tried.
  std::map<std::string, std::string> tried() {
    BOOST_TEST(run(command(), {}).success());
    std::map<std::string, std::string> answers;
    std::istringstream said(read_file(path / "said").value());
    for (std::string line; std::getline(said, line);) {
      const auto colon = line.find(": ");
      answers[line.substr(0, colon)] = line.substr(colon + 2);
    }
    return answers;
  }

  void nothing_was_changed() const {
    BOOST_TEST(read_file(path / "in" / "readable").value() == canary);
    BOOST_TEST(read_file(path / "secret").value() == canary);
  }

  Sandbox sandbox;
};

constexpr const char* no_right = "Permission denied";       // says Landlock
constexpr const char* no_call = "Operation not permitted";  // says seccomp

}  // namespace

BOOST_FIXTURE_TEST_SUITE(sandbox, Sandboxed)

// Version 1 is that of Linux 5.13, 2 of Debian 12, 3 the first that knows of cutting files short.
BOOST_AUTO_TEST_CASE(files_are_guarded_from_the_first_version_on, needs_sandbox()) {
  for (const int version : {1, 2, 3, landlock_version()}) {
    BOOST_TEST_CONTEXT("Landlock " << version) {
      sandbox.landlock = version;
      const auto answers = tried();
      BOOST_TEST(answers.at("read") == "done");
      BOOST_TEST(answers.at("write") == "done");
      BOOST_TEST(answers.at("read another") == no_right);
      BOOST_TEST(answers.at("write what may be read") == no_right);
      BOOST_TEST(answers.at("write another") == no_right);
      for (const char* change : {"cut by opening", "cut by opening for nothing", "cut by name",
                                 "mode", "mode of what is open", "owner", "time", "attribute"}) {
        BOOST_TEST(answers.at(change) == no_call, change << ": " << answers.at(change));
      }
      nothing_was_changed();
    }
  }
}

BOOST_AUTO_TEST_CASE(of_the_kernel_it_can_ask_no_more_than_it_needs, needs_seccomp()) {
  for (const int version : {0, landlock_version()}) {
    sandbox.landlock = version;
    const auto answers = tried();
    BOOST_TEST(answers.at("signal to itself") == "done");
    BOOST_TEST(answers.at("a call of tomorrow") == "Function not implemented");
    for (const char* call : {"link",
                             "pipe",
                             "socket",
                             "socketpair",
                             "fork",
                             "program",
                             "program by descriptor",
                             "signal to the parent",
                             "signal to all",
                             "debug",
                             "memory of the parent",
                             "mount",
                             "namespace",
                             "key",
                             "ring",
                             "bpf",
                             "perf",
                             "userfault",
                             "personality",
                             "pidfd",
                             "survive the parent"}) {
      BOOST_TEST(answers.at(call) == no_call, call << ": " << answers.at(call));
    }
  }
}

// Without these two the tests above could not fail.
BOOST_AUTO_TEST_CASE(without_landlock_all_files_are_open, needs_seccomp()) {
  sandbox.landlock = 0;
  const auto answers = tried();
  BOOST_TEST(answers.at("read another") == "done");
  BOOST_TEST(answers.at("write another") == "done");
  BOOST_TEST(answers.at("cut by name") == no_call);
  nothing_was_changed();
}

BOOST_AUTO_TEST_CASE(without_a_filter_calls_are_open) {
  sandbox.landlock = 0;
  sandbox.filtered = false;
  const auto answers = tried();
  for (const char* call : {"cut by opening", "cut by name", "mode", "time", "link", "pipe",
                           "socketpair", "fork", "signal to the parent"}) {
    BOOST_TEST(answers.at(call) == "done", call << ": " << answers.at(call));
  }
  BOOST_TEST(read_file(path / "in" / "readable").value().empty());
}

BOOST_AUTO_TEST_CASE(without_a_filter_the_first_versions_let_files_be_cut_short, needs_landlock()) {
  sandbox.filtered = false;
  sandbox.landlock = 2;
  BOOST_TEST(tried().at("cut by opening") == "done");
}

BOOST_AUTO_TEST_CASE(without_a_filter_the_third_version_does_not, needs_landlock(3)) {
  sandbox.filtered = false;
  sandbox.landlock = 3;
  BOOST_TEST(tried().at("cut by opening") == no_right);
  nothing_was_changed();
}

#ifdef __x86_64__
BOOST_AUTO_TEST_CASE(calls_of_a_foreign_architecture_kill, needs_seccomp()) {
  for (const char* calls : {"x32", "32 bits"}) {
    Command foreign = command();
    foreign.environment["FOREIGN"] = calls;
    const ProcessResult ended = run(foreign, {});
    foreign.sandbox.reset();
    const ProcessResult free = run(foreign, {});
    BOOST_TEST((ended.cause == ProcessResult::Cause::signalled), calls);
    // Where a kernel has no such calls, the instruction itself is a fault, and no filter sees it.
    if (free.success()) {
      BOOST_TEST(ended.code == SIGSYS, calls);
    } else {
      BOOST_TEST(free.code == SIGSEGV, calls);
    }
  }
}
#endif

// Neither a shell nor another program that lies in a folder it may read.
BOOST_AUTO_TEST_CASE(only_what_is_named_is_executed, needs_landlock()) {
  Command shell{"/bin/sh", {"-c", "exit 0"}, path, {}, path / "said", {}, sandbox};
  shell.sandbox->files.readable.emplace_back("/usr/bin");
  const ProcessResult ended = run(shell, {});
  BOOST_TEST((ended.cause == ProcessResult::Cause::not_started));
  BOOST_TEST(ended.code == EACCES);
}

BOOST_AUTO_TEST_SUITE_END()

#include "latex/engine/out_of_memory.hpp"

#include <boost/test/unit_test.hpp>
#include <cerrno>
#include <csignal>

#include "latex/system/files.hpp"

using namespace listok::latex;
using Cause = ProcessResult::Cause;

BOOST_AUTO_TEST_SUITE(memory)

BOOST_AUTO_TEST_CASE(how_a_program_ends_that_gets_no_memory) {
  struct Row {
    ProcessResult ended;
    const char* said;
    bool out;
  };
  const Row rows[] = {
      {{Cause::exited, 1, 0}, "x\nfatal: memory exhausted (xmalloc of 85240488 bytes).\n", true},
      {{Cause::exited, 127, 0},
       "xelatex: error while loading shared libraries: libz.so.1: failed to map segment from "
       "shared object",
       true},
      {{Cause::signalled, SIGABRT, 0},
       "terminate called after throwing an instance of 'std::bad_alloc'\n  what():  "
       "std::bad_alloc\n",
       true},
      {{Cause::signalled, SIGKILL, 0}, "", true},
      {{Cause::not_started, ENOMEM, 0}, "", true},
      {{Cause::not_started, EAGAIN, 0}, "", true},
      {{Cause::not_started, ENOENT, 0}, "", false},
      {{Cause::signalled, SIGSEGV, 0}, "", false},
      {{Cause::exited, 0, 0}, "fatal: memory exhausted", false},
      {{Cause::exited, 1, 0},
       "! TeX capacity exceeded, sorry [main memory size=5000000].\nTranscript written on "
       "batch.log.\n",
       false},
      // A sheet may say what it likes: TeX has the last word.
      {{Cause::exited, 1, 0},
       "fatal: memory exhausted (xmalloc of 1 bytes).\nTranscript written on batch.log.\n",
       false},
      {{Cause::timed_out, 0, 0}, "fatal: memory exhausted", false},
      {{Cause::stopped, 0, 0}, "", false},
  };
  for (const Row& row : rows) {
    BOOST_TEST(is_out_of_memory(row.ended, row.said) == row.out, row.said);
  }
}

BOOST_AUTO_TEST_CASE(who_used_up_all_that_is_allowed_is_at_fault) {
  const ProcessResult ended{Cause::exited, 1, 0};
  const char* said = "fatal: memory exhausted (xmalloc of 85240488 bytes).\n";
  BOOST_CHECK_NO_THROW(require_memory(ended, said, 1 << 20, "it ran"));  // any machine has that
  BOOST_CHECK_EXCEPTION(require_memory(ended, said, ~std::size_t{0}, "it ran"), Trouble,
                        [](const Trouble& trouble) {
                          return trouble.what() == std::string("memory ran out while it ran");
                        });
}

BOOST_AUTO_TEST_SUITE_END()

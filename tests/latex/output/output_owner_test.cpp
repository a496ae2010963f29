// Whose an output folder is: the bank's, and the process's that works in it.
#include "latex/output/output_owner.hpp"

#include <boost/test/unit_test.hpp>
#include <thread>

#include "latex/output/output_lock.hpp"
#include "tests/scratch.hpp"

using namespace listok;
using namespace listok::latex;
using listok::tests::Scratch;
namespace fs = std::filesystem;

namespace {

struct Owned : Scratch {
  Owned() {
    options.output = Folder(path / "out");
    for (const char* bank : {"one", "two"}) write_file(path / bank / "listok.yaml", "");
    observer.diagnostic = [this](const emitter::Diagnostic& one) { said += one.code + " "; };
  }

  bool claimed(const char* bank) { return claim(options.output, path / bank, observer); }
  std::string noted() const { return options.output.read(".listok/bank").value_or("none"); }

  BuildOptions options;
  Observer observer;
  std::string said;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(output_owner, Owned)

BOOST_AUTO_TEST_CASE(the_first_bank_has_it_for_as_long_as_it_is_there) {
  BOOST_TEST(claimed("one"));
  BOOST_TEST(noted() == "../one\n");
  BOOST_TEST(claimed("one"));
  BOOST_TEST(said == "");
  BOOST_TEST(!claimed("two"));
  BOOST_TEST(said == "other-bank ");
  BOOST_TEST(noted() == "../one\n");
  fs::rename(path / "one", path / "moved");
  BOOST_TEST(claimed("moved"));
  BOOST_TEST(noted() == "../moved\n");
}

BOOST_AUTO_TEST_CASE(a_note_that_listok_has_not_written_is_not_believed) {
  const std::string notes[] = {
      "", "\n", "../one", "../one\n../two\n", "../o\x1Bne\n", std::string(5000, 'x') + "\n"};
  for (const std::string& note : notes) {
    options.output.write(".listok/bank", note);
    BOOST_TEST(claimed("two"), note);
    BOOST_TEST(noted() == "../two\n");
  }
  BOOST_TEST(said == "");
}

BOOST_AUTO_TEST_CASE(who_comes_second_waits_and_says_so) {
  std::optional<OutputLock> first(std::in_place, options, observer, std::stop_token());
  std::jthread other([&first] {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    first.reset();
  });
  const OutputLock second(options, observer, {});
  BOOST_TEST(!first);
  BOOST_TEST(said == "waiting ");
}

BOOST_AUTO_TEST_CASE(who_is_stopped_while_he_waits_leaves_all_as_it_is) {
  const OutputLock first(options, observer, {});
  std::stop_source stop;
  stop.request_stop();
  { const OutputLock second(options, observer, stop.get_token()); }
  BOOST_TEST(options.output.stamp(".listok/lock").value().bytes == 1U);  // somebody is at work
}

BOOST_AUTO_TEST_CASE(what_a_killed_one_left_is_tidied_up_by_the_next) {
  const auto leave = [this] {
    write_file(path / "out/.listok/scratch-abcdef/f", "x");
    write_file(path / "out/ru/.listok-abcdef", "a draft");
    write_file(path / "out/ru/.listok-mine", "no draft");
    write_file(path / "out/ru/01.tex", "x");
  };
  leave();
  { const OutputLock lock(options, observer, {}); }
  BOOST_TEST(fs::exists(path / "out/ru/.listok-abcdef"));  // nobody was killed
  options.output.resize(".listok/lock", 1);
  { const OutputLock lock(options, observer, {}); }
  BOOST_TEST(!fs::exists(path / "out/.listok/scratch-abcdef"));
  BOOST_TEST(!fs::exists(path / "out/ru/.listok-abcdef"));
  BOOST_TEST(fs::exists(path / "out/ru/.listok-mine"));
  BOOST_TEST(fs::exists(path / "out/ru/01.tex"));
  BOOST_TEST(options.output.stamp(".listok/lock").value().bytes == 0U);
}

BOOST_AUTO_TEST_CASE(shards_work_together_and_tidy_up_nothing) {
  BuildOptions other = options;
  options.shard = Shard{1, 2};
  other.shard = Shard{2, 2};
  write_file(path / "out/.listok/scratch-abcdef/f", "x");
  {
    const OutputLock first(options, observer, {});
    const OutputLock second(other, observer, {});
    BOOST_TEST(options.output.stamp(".listok/lock-2-of-2").value().bytes == 1U);
  }
  BOOST_TEST(said == "");
  BOOST_TEST(fs::exists(path / "out/.listok/scratch-abcdef"));
  options.output.resize(".listok/lock-2-of-2", 1);  // it was killed
  options.shard.reset();
  { const OutputLock whole(options, observer, {}); }
  BOOST_TEST(!fs::exists(path / "out/.listok/scratch-abcdef"));
  BOOST_TEST(options.output.stamp(".listok/lock-2-of-2").value().bytes == 0U);
}

BOOST_AUTO_TEST_SUITE_END()

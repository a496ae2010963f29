#include "latex/system/file_hashes.hpp"

#include <boost/test/unit_test.hpp>
#include <chrono>
#include <thread>

#include "latex/folder/output_folder.hpp"
#include "latex/system/files.hpp"
#include "tests/scratch.hpp"

using namespace listok::latex;
using listok::tests::Scratch;

BOOST_FIXTURE_TEST_SUITE(file_hashes, Scratch)

BOOST_AUTO_TEST_CASE(content_counts_and_nothing_else) {
  const std::string font = path / "serif.ttf";
  write_file(font, "faces");
  std::this_thread::sleep_for(std::chrono::milliseconds(50));
  const Hash before = FileHashes(now()).of({font});
  std::filesystem::permissions(font, std::filesystem::perms::owner_read);
  std::this_thread::sleep_for(std::chrono::milliseconds(50));
  BOOST_TEST((FileHashes(now()).of({font}) == before));
  write_file(font, "other");
  std::this_thread::sleep_for(std::chrono::milliseconds(50));
  BOOST_TEST((FileHashes(now()).of({font}) != before));
  std::filesystem::remove(font);
  const Hash gone = FileHashes(now()).of({font});
  BOOST_TEST((gone != before));
  BOOST_TEST((FileHashes(now()).of({font}) == gone));
  BOOST_TEST((FileHashes(now()).of({}) != gone));
}

BOOST_AUTO_TEST_CASE(what_changed_since_then_is_like_nothing_else) {
  const std::int64_t begun = now();
  // The clock of disks may be a tick behind.
  std::this_thread::sleep_for(std::chrono::milliseconds(50));
  const std::string part = path / "part.txt";
  write_file(part, "text");
  BOOST_TEST((FileHashes(begun).of({part}) != FileHashes(begun).of({part})));
}

BOOST_AUTO_TEST_CASE(disks_without_fractions_of_a_second_are_told) {
  constexpr std::int64_t second = 1'000'000'000;
  BOOST_TEST(is_newer({1, 0, 100 * second, 1}, 101 * second));
  BOOST_TEST(!is_newer({1, 0, 100 * second, 1}, 103 * second));
  BOOST_TEST(!is_newer({1, 0, 100 * second + 1, 1}, 101 * second));
  BOOST_TEST(is_newer({1, 0, 101 * second + 1, 1}, 101 * second));
}

BOOST_AUTO_TEST_CASE(a_clock_that_was_wrong_makes_nothing_new_for_ever) {
  constexpr std::int64_t hour = 3'600'000'000'000;
  BOOST_TEST(is_newer({1, 0, now() + hour / 2, 1}, now()));  // of a disk of another machine
  BOOST_TEST(!is_newer({1, 0, now() + 48 * hour, 1}, now()));
}

BOOST_AUTO_TEST_SUITE_END()

#include "latex/files.hpp"

#include <sys/stat.h>

#include <boost/test/unit_test.hpp>

#include "tests/scratch.hpp"

using namespace listok::latex;
using listok::tests::Scratch;
namespace fs = std::filesystem;

BOOST_FIXTURE_TEST_SUITE(files, Scratch)

BOOST_AUTO_TEST_CASE(write_makes_folders_and_replaces) {
  const fs::path file = path / "a" / "b.txt";
  write_file(file, "one");
  write_file(file, "two");
  BOOST_TEST(read_file(file).value() == "two");
  BOOST_TEST(std::distance(fs::directory_iterator(path / "a"), {}) == 1);  // no temporary is left
}

BOOST_AUTO_TEST_CASE(a_file_that_is_not_there_is_nothing) {
  BOOST_TEST(!read_file(path / "x").has_value());
  BOOST_TEST(!read_file(path / "x" / "y").has_value());
  BOOST_TEST(!stamp(path / "x").has_value());
}

BOOST_AUTO_TEST_CASE(a_folder_in_the_place_of_a_file_is_trouble) {
  fs::create_directory(path / "d");
  BOOST_CHECK_THROW(write_file(path / "d", "x"), Trouble);
  BOOST_TEST(std::distance(fs::directory_iterator(path), {}) == 1);
}

BOOST_AUTO_TEST_CASE(a_file_in_the_place_of_a_folder_is_trouble) {
  write_file(path / "f", "kept");
  BOOST_CHECK_THROW(write_file(path / "f" / "g", "x"), Trouble);
  BOOST_TEST(read_file(path / "f").value() == "kept");
}

BOOST_AUTO_TEST_CASE(the_same_bytes_are_not_written_again) {
  write_file(path / "f", "same");
  const auto before = stamp(path / "f");
  write_if_changed(path / "f", "same");
  BOOST_TEST((stamp(path / "f") == before));
  write_if_changed(path / "f", "other");
  BOOST_TEST((stamp(path / "f") != before));
}

BOOST_AUTO_TEST_CASE(many_files_are_written_in_their_order) {
  Writes writes;
  for (int number = 0; number < 250; ++number) {  // more than are open at a time
    writes.add(path / "many" / std::to_string(number), std::to_string(number));
  }
  writes.add(path / "many" / "7", "last");
  writes.flush();
  writes.flush();  // nothing is left
  BOOST_TEST(std::distance(fs::directory_iterator(path / "many"), {}) == 250);
  BOOST_TEST(read_file(path / "many" / "249").value() == "249");
  BOOST_TEST(read_file(path / "many" / "7").value() == "last");
}

BOOST_AUTO_TEST_CASE(files_are_put_in_place) {
  write_scratch_file(path / "a", "new");
  write_file(path / "out" / "a", "old");
  const Move move{path / "a", path / "out" / "a"};
  put_in_place({&move, 1});
  BOOST_TEST(read_file(path / "out" / "a").value() == "new");
  BOOST_TEST(!fs::exists(path / "a"));
  BOOST_CHECK_THROW(put_in_place({&move, 1}), Trouble);
  BOOST_TEST(read_file(path / "out" / "a").value() == "new");
}

BOOST_AUTO_TEST_CASE(a_file_moves_to_another_disk, *boost::unit_test::precondition([](auto) {
                       struct stat here {
                       }, there{};
                       return ::stat("/dev/shm", &there) == 0 &&
                              ::stat(fs::temp_directory_path().c_str(), &here) == 0 &&
                              here.st_dev != there.st_dev;
                     })) {
  write_scratch_file(path / "a", "new");
  fs::create_directory_symlink("/dev/shm", path / "disk");
  const Move move{path / "a", path / "disk" / ("listok-test-" + path.filename().string())};
  put_in_place({&move, 1});
  BOOST_TEST(read_file(move.to).value() == "new");
  BOOST_TEST(!fs::exists(path / "a"));
  fs::remove(move.to);
}

BOOST_AUTO_TEST_CASE(a_scratch_folder_goes_with_its_scope) {
  fs::path inside;
  {
    const ScratchFolder scratch(path / "new");
    inside = scratch.path();
    write_scratch_file(inside / "f", "x");
    BOOST_TEST(fs::exists(inside / "f"));
  }
  BOOST_TEST(!fs::exists(inside));
}

BOOST_AUTO_TEST_SUITE_END()

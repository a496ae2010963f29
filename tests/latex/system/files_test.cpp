#include "latex/folder/output_folder.hpp"
#include "latex/system/files.hpp"

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

BOOST_AUTO_TEST_CASE(a_pipe_and_a_device_are_not_read) {
  BOOST_REQUIRE(::mkfifo((path / "pipe").c_str(), 0600) == 0);
  BOOST_CHECK_THROW(read_file(path / "pipe"), Trouble);
  BOOST_CHECK_THROW(read_file("/dev/zero"), Trouble);
}

BOOST_AUTO_TEST_CASE(what_cannot_be_read_to_its_end_is_trouble) {
  BOOST_CHECK_EXCEPTION(read_file("/proc/self/mem"), Trouble, [](const Trouble& trouble) {
    return std::string(trouble.what()).starts_with("cannot read `/proc/self/mem`: ");
  });
  fs::create_symlink("loop", path / "loop");
  BOOST_CHECK_THROW(read_file(path / "loop"), Trouble);
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

#include "latex/pictures/picture_memory.hpp"

#include <boost/test/unit_test.hpp>

#include "latex/folder/output_folder.hpp"
#include "tests/scratch.hpp"
#include "tests/variable.hpp"

using namespace listok::latex;
using listok::tests::Scratch;
using listok::tests::Variable;
namespace fs = std::filesystem;

namespace {

struct Remembered : Scratch {
  Remembered() { write_file(path / "made", "the picture in its place"); }

  const Variable cache{"XDG_CACHE_HOME", path};
  const fs::path known = path / "listok/pictures/known";
  const PictureVerdict sound{hash_of("sound"), {}, false};
  const PictureVerdict anew{hash_of("anew"), {}, true};
  const listok::pictures::Fault fault{"image-words", "has letters", "install a face"};
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(picture_memory, Remembered)

BOOST_AUTO_TEST_CASE(verdicts_are_remembered) {
  PictureMemory memory;
  BOOST_TEST(!memory.recall(sound.bytes));
  memory.add(sound, {});
  memory.add(anew, path / "made");
  memory.save();
  const PictureMemory later;
  BOOST_TEST((later.recall(sound.bytes) == sound));
  BOOST_TEST((later.recall(anew.bytes) == anew));
  BOOST_TEST(!later.recall(hash_of("another")));
  BOOST_TEST(read_file(later.made_of(anew.bytes)).value() == "the picture in its place");
  fs::remove(later.made_of(anew.bytes));  // somebody tidies up
  BOOST_TEST(!later.recall(anew.bytes));
}

BOOST_AUTO_TEST_CASE(a_loss_is_remembered_and_what_another_face_cures_is_not) {
  PictureMemory memory;
  const PictureVerdict moving{hash_of("moving"), {}, true, fault};
  memory.add(moving, path / "made");
  memory.add({hash_of("faceless"), fault, false, {}, false}, {});
  memory.save();
  const PictureMemory later;
  BOOST_TEST((later.recall(moving.bytes) == moving));
  BOOST_TEST(!later.recall(hash_of("faceless")));
}

BOOST_AUTO_TEST_CASE(what_is_broken_or_old_is_passed_over) {
  PictureMemory memory;
  memory.add(sound, {});
  memory.save();
  const std::string text = read_file(known).value();
  write_file(known, text + "no verdict\n\n");
  BOOST_TEST((PictureMemory().recall(sound.bytes) == sound));
  write_file(known, "listok pictures 0\n" + text.substr(text.find('\n') + 1));
  BOOST_TEST(!PictureMemory().recall(sound.bytes));
}

BOOST_AUTO_TEST_CASE(a_cache_that_cannot_be_used_is_done_without) {
  fs::create_directories(known);
  PictureMemory memory;
  memory.add(sound, {});
  BOOST_CHECK_NO_THROW(memory.save());
  fs::remove_all(path / "listok");
  write_file(path / "listok", "a file");
  PictureMemory none;
  none.add(anew, path / "made");
  BOOST_CHECK_NO_THROW(none.save());
  BOOST_TEST(!PictureMemory().recall(anew.bytes));
}

BOOST_AUTO_TEST_CASE(it_forgets_the_older_half_when_it_is_full) {
  PictureMemory memory;
  const auto numbered = [](int number, bool made) {
    return PictureVerdict{hash_of(std::to_string(number)), {}, made};
  };
  memory.add(anew, path / "made");
  memory.add({hash_of("moving"), {}, true, fault}, path / "made");
  for (int number = 1; number < 20'000; ++number) memory.add(numbered(number, false), {});
  memory.save();
  const PictureMemory later;
  BOOST_TEST(!later.recall(anew.bytes));
  BOOST_TEST(!fs::exists(later.made_of(anew.bytes)));
  BOOST_TEST(!fs::exists(later.made_of(hash_of("moving"))));
  BOOST_TEST(!later.recall(numbered(9'998, false).bytes));
  BOOST_TEST(later.recall(numbered(9'999, false).bytes).has_value());
  BOOST_TEST(later.recall(numbered(19'999, false).bytes).has_value());
}

BOOST_AUTO_TEST_SUITE_END()

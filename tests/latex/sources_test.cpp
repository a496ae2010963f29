#include "latex/sources.hpp"

#include <boost/test/unit_test.hpp>

#include "tests/scratch.hpp"

using namespace listok::latex;
using listok::tests::Scratch;

BOOST_FIXTURE_TEST_SUITE(sources, Scratch)

BOOST_AUTO_TEST_CASE(who_wins) {
  const std::optional<std::string> none;
  struct Row {
    std::optional<std::string> disk;
    std::string generated;
    std::optional<std::string> base, offered;
    Settlement settlement;
  };
  const Row rows[] = {
      {none, "new", none, none, Settlement::write},           // no file yet
      {none, "new", "old", none, Settlement::write},          // removed by a person
      {"old", "old", "old", none, Settlement::keep},          // nothing happened
      {"old", "new", "old", none, Settlement::write},         // the bank changed
      {"mine", "old", "old", none, Settlement::keep},         // a person changed it
      {"mine", "new", "old", none, Settlement::conflict},     // both did
      {"mine", "new", none, none, Settlement::conflict},      // the record is lost
      {"new", "new", none, none, Settlement::keep},           // lost, but nothing to lose
      {"mine", "new", "old", "new", Settlement::keep},        // a conflict the person dealt with
      {"mine", "newer", "old", "new", Settlement::conflict},  // and then the bank changed again
  };
  for (const Row& row : rows) {
    BOOST_TEST((settle(row.disk, row.generated, row.base, row.offered) == row.settlement));
  }
}

BOOST_AUTO_TEST_CASE(a_conflict_from_beginning_to_end) {
  const std::filesystem::path file = "ru/a.tex";
  BOOST_TEST(update_source(path, file, "one", false).text == "one");
  write_file(path / file, "mine");
  const Source tweaked = update_source(path, file, "one", false);
  BOOST_TEST(tweaked.text == "mine");
  BOOST_TEST(tweaked.tweaked);
  BOOST_TEST(tweaked.diagnostics.empty());

  const Source conflict = update_source(path, file, "two", false);
  BOOST_TEST(conflict.text == "mine");
  BOOST_REQUIRE(conflict.diagnostics.size() == 1U);
  BOOST_TEST(conflict.diagnostics[0].code == "tex-conflict");
  BOOST_TEST(read_file(path / "ru/a.tex.new").value() == "two");

  std::filesystem::remove(path / "ru/a.tex.new");  // "I have seen it"
  BOOST_TEST(update_source(path, file, "two", false).diagnostics.empty());
  BOOST_TEST(read_file(path / file).value() == "mine");
}

BOOST_AUTO_TEST_CASE(force_keeps_a_copy) {
  update_source(path, "ru/a.tex", "one", false);
  write_file(path / "ru/a.tex", "mine");
  const Source forced = update_source(path, "ru/a.tex", "two", true);
  BOOST_TEST(forced.text == "two");
  BOOST_TEST(!forced.tweaked);
  BOOST_TEST(read_file(path / "ru/a.tex.orig").value() == "mine");
}

BOOST_AUTO_TEST_SUITE_END()

#include "latex/record/stat_cache.hpp"

#include <boost/test/unit_test.hpp>

#include "latex/record/ordered_text.hpp"
#include "latex/system/stamp_lines.hpp"
#include "tests/scratch.hpp"

using namespace listok;
using namespace listok::latex;
using listok::tests::Scratch;
namespace fs = std::filesystem;

namespace {

using Names = std::set<std::string>;

struct Looked : Scratch {
  Looked() {
    for (const char* name : {"a", "b c", "d"}) write_file(path / name, name);
    files = look_at({name_of("a"), name_of("b c"), name_of("d"), name_of("none")});
  }
  std::string name_of(const char* file) const { return (path / file).string(); }

  static StatCache whole() {
    StatCache snapshot;
    snapshot.sheets = 5;
    snapshot.failed = 2;
    snapshot.tweaked = 1;
    snapshot.order = "0123abcd";
    snapshot.refused = {"ru/01.pdf", "ru/02.pdf"};
    snapshot.of_reading = 1;
    snapshot.diagnostics.resize(2);
    snapshot.diagnostics[0].message = "one\twith \"quotes\"";
    snapshot.diagnostics[0].source_line = "a line";
    snapshot.diagnostics[1].code = "two";
    return snapshot;
  }

  Sightings files;
  const Folder output{path / "out"};
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(stat_cache, Looked)

BOOST_AUTO_TEST_CASE(what_was_kept_is_read) {
  BOOST_TEST(!compare_stat_cache(output, "k"));
  keep_stat_cache(output, "k", whole(), files);
  BOOST_TEST(!compare_stat_cache(output, "another"));
  const auto found = compare_stat_cache(output, "k");
  BOOST_REQUIRE(found);
  BOOST_TEST(found->snapshot.sheets == 5U);
  BOOST_TEST(found->snapshot.failed == 2U);
  BOOST_TEST(found->snapshot.tweaked == 1U);
  BOOST_TEST(found->snapshot.order == "0123abcd");
  BOOST_TEST(found->snapshot.of_reading == 1U);
  BOOST_TEST((found->snapshot.refused == whole().refused));
  BOOST_TEST((found->snapshot.diagnostics == whole().diagnostics));
  BOOST_TEST((found->files == files));
  BOOST_TEST(found->changed.empty());
  keep_stat_cache(output, "k", {}, {});
  BOOST_TEST(compare_stat_cache(output, "k").value().files.empty());
}

BOOST_AUTO_TEST_CASE(every_change_of_a_file_is_seen) {
  keep_stat_cache(output, "k", whole(), files);
  const auto changed = [this](const Sightings& seen = {}) {
    return compare_stat_cache(output, "k", seen).value().changed;
  };
  write_file(path / "a", "A");
  BOOST_TEST((changed() == Names{name_of("a")}));
  fs::remove(path / "b c");
  write_file(path / "none", "there is one now");
  BOOST_TEST((changed() == Names{name_of("a"), name_of("b c"), name_of("none")}));
  // Who has looked already is believed.
  BOOST_TEST((changed(files) == Names{}));
  Sightings seen;
  seen[name_of("d")] = Stamp{};
  BOOST_TEST((changed(seen) == Names{name_of("a"), name_of("b c"), name_of("d"), name_of("none")}));
}

BOOST_AUTO_TEST_CASE(what_is_cut_off_or_of_another_version_is_none) {
  keep_stat_cache(output, "k", whole(), files);
  const fs::path file = ".listok/snapshots/k";
  const std::string text = output.read(file).value();
  std::size_t entries = 0;  // a snapshot that ends with a line is one of fewer files
  for (std::size_t size = 0; size < text.size(); ++size) {
    output.write(file, text.substr(0, size));
    const auto found = compare_stat_cache(output, "k");
    if (!found) continue;
    BOOST_TEST(text[size - 1] == '\n', size);
    BOOST_TEST(found->files.size() == entries++);
  }
  BOOST_TEST(entries == files.size());
  for (const char* broken :
       {"listok snapshot 2\n0 0 0 0 0 0 \n", "listok snapshot 3\nx 0 0 0 0 0 \n",
        "listok snapshot 3\n0 0 0 0 1 0 \nno diagnostic\n",
        "listok snapshot 3\n0 0 0 0 0 0 \n1 2 3 x name\n"}) {
    output.write(file, broken);
    BOOST_TEST(!compare_stat_cache(output, "k"), broken);
  }
}

BOOST_AUTO_TEST_CASE(an_item_can_be_passed_over_where_sheets_stand_by_themselves) {
  StatCache snapshot;
  BOOST_TEST(!snapshot.settles());
  snapshot.order = "x";
  BOOST_TEST(snapshot.settles());
  snapshot.tweaked = 1;
  BOOST_TEST(!snapshot.settles());
}

BOOST_AUTO_TEST_CASE(lines_of_stamps) {
  const std::string lines =
      stamp_line(path / "a") + stamp_line(path / "b c") + stamp_line(path / "none");
  BOOST_TEST(stamp_line(path / "none") == "0 0 0 0 " + name_of("none") + "\n");
  BOOST_TEST(are_as_they_were(""));
  BOOST_TEST(are_as_they_were(lines));
  BOOST_TEST(!are_as_they_were(lines.substr(0, lines.size() - 1)));
  BOOST_TEST(!are_as_they_were("1 2 3\n"));
  BOOST_TEST(!are_as_they_were("\n" + lines));
  write_file(path / "b c", "other");
  BOOST_TEST(!are_as_they_were(lines));
}

BOOST_AUTO_TEST_CASE(parts_that_are_made_at_once_stay_in_order) {
  std::string expected;
  for (int number = 0; number < 1234; ++number) expected += std::to_string(number) + " ";
  BOOST_TEST(text_in_order(1234, [](std::size_t number) { return std::to_string(number) + " "; }) ==
             expected);
  BOOST_TEST(text_in_order(0, [](std::size_t) { return std::string("x"); }) == "");
}

BOOST_AUTO_TEST_SUITE_END()

#include "latex/folder/output_folder.hpp"
#include "latex/output/tex_files.hpp"

#include <fmt/format.h>

#include <boost/test/unit_test.hpp>

#include "tests/needs.hpp"
#include "tests/scratch.hpp"
#include "tests/variable.hpp"

using namespace listok::latex;
using listok::tests::needs_git;
using listok::tests::Scratch;
using listok::tests::Variable;

BOOST_FIXTURE_TEST_SUITE(sources, Scratch, needs_git())

BOOST_AUTO_TEST_CASE(who_wins) {
  using Maybe = std::optional<std::string>;
  const Maybe none;
  struct Row {
    const char* story;
    Maybe disk;
    std::string generated;
    Maybe base, merged;
    Decision settlement;
  };
  const Row rows[] = {
      {"a new item", none, "new", none, none, Decision::write},
      {"the file was deleted, to have it anew", none, "old", "old", none, Decision::write},
      {"… and the bank changed", none, "new", "old", none, Decision::write},
      {"nothing happened", "old", "old", "old", none, Decision::keep},
      {"the bank, or the way .tex is written, changed", "old", "new", "old", none, Decision::write},
      {"a person changed it", "mine", "old", "old", none, Decision::keep},
      {"both, in different places", "mine", "new", "old", "mine and new", Decision::merge},
      {"both, in the same place", "mine", "new", "old", none, Decision::conflict},
      {"both, and the person's was undone", "mine", "new", "old", "new", Decision::write},
      {"both, and the person has all that is new", "mine", "new", "old", "mine", Decision::keep},
      {"both alike", "new", "new", "old", none, Decision::keep},
      {"the record is lost, nothing happened", "old", "old", none, none, Decision::keep},
      {"lost, and a person or the bank changed", "mine", "new", none, none, Decision::unknown},
      {"lost: no merge counts without its base", "mine", "new", none, "both", Decision::unknown},
      {"lost, and the file too", none, "new", none, none, Decision::write},
  };
  for (const Row& row : rows) {
    const Texts texts{row.disk, row.generated, row.base};
    BOOST_TEST((decide(texts, row.merged) == row.settlement), row.story);
    // A merge is asked for exactly where it decides.
    const bool decides = decide(texts, none) != decide(texts, "something else");
    BOOST_TEST(both_changed(texts) == decides, row.story);
  }
}

// A sheet of some lines, one of them changed by each side.
struct Sheet : Scratch {
  const std::filesystem::path file = "ru/a.tex";

  static std::string sheet(std::string_view first, std::string_view last) {
    return fmt::format("{}\n2\n3\n4\n{}\n", first, last);
  }
  Source update(std::string_view text, bool force = false) const {
    PendingWrites writes(path);
    Source source =
        update_source(path, file, read_texts(path, file, std::string(text)), force, writes);
    writes.flush();
    return source;
  }
  void edit(std::string_view text) const { write_file(path / file, text); }
  std::string disk() const { return read_file(path / file).value(); }
  bool exists(const std::filesystem::path& name) const {
    return std::filesystem::exists(path / name);
  }
};

BOOST_FIXTURE_TEST_CASE(an_edit_and_a_new_text_are_merged, Sheet) {
  BOOST_TEST(!update(sheet("1", "5")).tweaked);
  edit(sheet("mine", "5"));
  const Source tweaked = update(sheet("1", "5"));
  BOOST_TEST(tweaked.tweaked);
  BOOST_TEST(tweaked.diagnostics.empty());

  const Source merged = update(sheet("1", "new"));
  BOOST_TEST(merged.text == sheet("mine", "new"));
  BOOST_TEST(disk() == merged.text);
  BOOST_TEST(merged.tweaked);
  BOOST_REQUIRE(merged.diagnostics.size() == 1U);
  BOOST_TEST(merged.diagnostics[0].code == "tex-merged");
  BOOST_TEST((merged.diagnostics[0].severity == listok::emitter::Severity::note));

  BOOST_TEST(update(sheet("1", "new")).diagnostics.empty());               // reported once
  BOOST_TEST(update(sheet("1", "newer")).text == sheet("mine", "newer"));  // again, from there
  edit(sheet("1", "newer"));                                               // the person undoes it
  const Source undone = update(sheet("1", "newest"));
  BOOST_TEST(undone.text == sheet("1", "newest"));
  BOOST_TEST(!undone.tweaked);
}

BOOST_FIXTURE_TEST_CASE(what_is_saved_while_listok_writes_is_merged_by_the_next_run, Sheet) {
  for (const bool edited : {false, true}) {  // before it was read
    const std::string last = edited ? "newer" : "new";
    update(sheet("1", edited ? "new" : "5"));
    if (edited) edit(sheet("first", "new"));
    PendingWrites writes(path);
    const Texts texts = read_texts(path, file, sheet("1", last));
    edit(sheet("mine", edited ? "new" : "5"));
    update_source(path, file, texts, false, writes);
    writes.flush();
    BOOST_TEST(disk() == sheet("mine", edited ? "new" : "5"));
    BOOST_REQUIRE(writes.kept().size() == 1U);
    BOOST_TEST(writes.kept()[0] == file);
    BOOST_TEST(update(sheet("1", last)).text == sheet("mine", last));
    BOOST_TEST(disk() == sheet("mine", last));
  }
}

BOOST_FIXTURE_TEST_CASE(a_conflict_from_beginning_to_end, Sheet) {
  update("one");
  edit("mine");
  const Source conflict = update("two");
  BOOST_TEST(conflict.text == "mine");
  BOOST_REQUIRE(conflict.diagnostics.size() == 1U);
  BOOST_TEST(conflict.diagnostics[0].code == "tex-conflict");
  BOOST_TEST(read_file(path / "ru/a.tex.new").value() == "two");
  BOOST_TEST(!update("two").diagnostics.empty());  // until the person does something

  std::filesystem::remove(path / "ru/a.tex.new");  // "I have seen it"
  BOOST_TEST(update("two").diagnostics.empty());
  BOOST_TEST(disk() == "mine");
}

BOOST_FIXTURE_TEST_CASE(what_was_carried_over_is_the_next_base, Sheet) {
  update(sheet("1", "5"));
  edit(sheet("mine", "5"));
  update(sheet("bank", "5"));
  edit(sheet("mine and bank", "5"));
  std::filesystem::remove(path / "ru/a.tex.new");
  const Source merged = update(sheet("bank", "new"));  // the bank changes before the next run
  BOOST_TEST(merged.text == sheet("mine and bank", "new"));
  BOOST_TEST(!exists("ru/a.tex.new"));
}

BOOST_FIXTURE_TEST_CASE(what_was_offered_may_be_taken, Sheet) {
  update("one");
  edit("mine");
  update("two");
  std::filesystem::rename(path / "ru/a.tex.new", path / file);
  BOOST_TEST(update("three").text == "three");
  BOOST_TEST(disk() == "three");
}

BOOST_FIXTURE_TEST_CASE(an_offer_ends_with_its_conflict, Sheet) {
  update("one");
  edit("mine");
  update("two");
  BOOST_TEST(update("one").diagnostics.empty());  // the bank takes it back
  BOOST_TEST(!exists("ru/a.tex.new"));
  BOOST_TEST(disk() == "mine");
}

BOOST_FIXTURE_TEST_CASE(an_offer_that_a_person_works_in_is_kept, Sheet) {
  update("one");
  edit("mine");
  update("two");
  write_file(path / "ru/a.tex.new", "two and mine");
  update("three");
  BOOST_TEST(read_file(path / "ru/a.tex.new").value() == "three");
  BOOST_TEST(read_file(path / "ru/a.tex.new.orig").value() == "two and mine");
}

BOOST_FIXTURE_TEST_CASE(force_keeps_a_copy_of_each, Sheet) {
  update("one");
  edit("mine");
  const Source forced = update("two", true);
  BOOST_TEST(forced.text == "two");
  BOOST_TEST(!forced.tweaked);
  edit("mine again");
  update("three", true);
  BOOST_TEST(disk() == "three");
  BOOST_TEST(read_file(path / "ru/a.tex.orig").value() == "mine");
  BOOST_TEST(read_file(path / "ru/a.tex.orig2").value() == "mine again");
}

BOOST_FIXTURE_TEST_CASE(force_spares_what_is_not_in_conflict, Sheet) {
  update(sheet("1", "5"));
  edit(sheet("mine", "5"));
  BOOST_TEST(update(sheet("1", "5"), true).text == sheet("mine", "5"));
  BOOST_TEST(update(sheet("1", "new"), true).text == sheet("mine", "new"));
}

BOOST_FIXTURE_TEST_CASE(nothing_is_overwritten_when_the_record_is_lost, Sheet) {
  update(sheet("1", "5"));
  edit(sheet("mine", "5"));
  std::filesystem::remove_all(path / ".listok");
  const Source lost = update(sheet("1", "new"));
  BOOST_TEST(disk() == sheet("mine", "5"));
  BOOST_TEST(lost.text == disk());
  BOOST_REQUIRE(lost.diagnostics.size() == 1U);
  BOOST_TEST(lost.diagnostics[0].code == "tex-conflict");
  BOOST_TEST(read_file(path / "ru/a.tex.new").value() == sheet("1", "new"));
  edit(sheet("mine", "new"));
  std::filesystem::remove(path / "ru/a.tex.new");
  BOOST_TEST(update(sheet("1", "newer")).text == sheet("mine", "newer"));  // there is a base again
}

BOOST_FIXTURE_TEST_CASE(without_git_the_new_text_is_set_beside, Sheet) {
  update(sheet("1", "5"));
  edit(sheet("mine", "5"));
  const Source source = [&] {
    const Variable programs("PATH", path);
    return update(sheet("1", "new"));
  }();
  BOOST_TEST(source.text == sheet("mine", "5"));
  BOOST_REQUIRE(source.diagnostics.size() == 1U);
  BOOST_TEST(source.diagnostics[0].hint.find("with git installed") != std::string::npos);
  BOOST_TEST(read_file(path / "ru/a.tex.new").value() == sheet("1", "new"));
  BOOST_TEST(update(sheet("1", "new")).text == sheet("mine", "new"));  // git is here: merged
  BOOST_TEST(!exists("ru/a.tex.new"));
}

BOOST_AUTO_TEST_CASE(a_class_is_ours_but_no_change_is_lost) {
  const std::filesystem::path file = "ru/listok.cls";
  const auto update = [&](std::string_view text) {
    PendingWrites writes(path);
    auto warnings = update_own_file(path, file, text, writes);
    writes.flush();
    return warnings;
  };
  BOOST_TEST(update("1.0").empty());
  BOOST_TEST(update("1.1").empty());  // a new version
  BOOST_TEST(read_file(path / file).value() == "1.1");
  for (const auto& [version, copy] :
       {std::pair("1.1", "ru/listok.cls.orig"), std::pair("1.2", "ru/listok.cls.orig2")}) {
    const std::string mine = fmt::format("mine, before {}", version);
    write_file(path / file, mine);
    const auto warnings = update(version);
    BOOST_REQUIRE(warnings.size() == 1U);
    BOOST_TEST((warnings[0].severity == listok::emitter::Severity::warning));
    BOOST_TEST(read_file(path / file).value() == version);
    BOOST_TEST(read_file(path / copy).value() == mine);
    BOOST_TEST(update(version).empty());
  }
}

BOOST_AUTO_TEST_SUITE_END()

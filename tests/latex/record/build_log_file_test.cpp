#include "latex/record/build_log_file.hpp"

#include <boost/test/unit_test.hpp>

#include "latex/record/record_json.hpp"
#include "tests/scratch.hpp"

using namespace listok::latex;
using listok::tests::Scratch;

namespace {

Record record_of_size(double size) {
  Record record;
  record.dependencies = {{Dependency::tex, hash_of("a")}};
  record.size = size;
  record.pages = 2;
  record.fonts = {"/fonts/serif.ttf"};
  return record;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(record_store, Scratch)

BOOST_AUTO_TEST_CASE(a_build_that_was_killed_leaves_its_journal) {
  const BuildLogFile store(path, std::nullopt);
  store.save({{"ru/1.pdf", record_of_size(11)}, {"ru/2.pdf", record_of_size(11)}});
  store.append(record_line("ru/2.pdf", record_of_size(10)));
  store.append(record_line("ru/3.pdf", record_of_size(9)) + "[2,\"ru/4.pdf\",{\"ingr");
  const Records expected{{"ru/1.pdf", record_of_size(11)},
                         {"ru/2.pdf", record_of_size(10)},
                         {"ru/3.pdf", record_of_size(9)}};
  BOOST_TEST((store.load() == expected));
  store.save(expected);
  BOOST_TEST(!std::filesystem::exists(path / ".listok/journal.jsonl"));
  BOOST_TEST((store.load() == expected));
}

BOOST_AUTO_TEST_CASE(failures_are_kept_but_for_those_of_shards) {
  Failure failure;
  failure.dependencies = {{Dependency::tex, hash_of("a")}, {Dependency::font, hash_of("b")}};
  failure.fonts = {"/fonts/serif.ttf"};
  failure.messages = {{.kind = TexMessage::Kind::overfull,
                       .sheet = 3,
                       .in_sheet = true,
                       .line = 7,
                       .text = "Overfull \\hbox \"x\"",
                       .context = "c",
                       .excess = 12.5,
                       .file = "./a.sty",
                       .source_line = "a line",
                       .runaway = "{open",
                       .row = 2,
                       .cell = 3,
                       .room = 9.5}};
  failure.marks.size = 8.5;
  failure.marks.over = 2;
  failure.marks.group = -1;
  failure.marks.pages = 2;
  failure.marks.made = 2;
  const Failures failures{{"ru/1.pdf", failure}};
  const BuildLogFile store(path, std::nullopt);
  store.save_failures({});
  BOOST_TEST(std::filesystem::is_empty(path));
  store.save_failures(failures);
  BOOST_TEST((store.load_failures() == failures));
  const BuildLogFile shard(path, Shard{1, 2});
  BOOST_TEST(shard.load_failures().empty());
  shard.save_failures({{"ru/2.pdf", failure}});
  BOOST_TEST(std::distance(std::filesystem::directory_iterator(path / ".listok"), {}) == 1);
  BOOST_TEST((store.load_failures() == failures));
  BOOST_TEST(store.load().empty());  // no lines of failures among the records
  store.save_failures({});
  BOOST_TEST(store.load_failures().empty());
}

BOOST_AUTO_TEST_CASE(shards_are_added_up) {
  const BuildLogFile whole(path, std::nullopt);
  whole.save({{"ru/1.pdf", record_of_size(11)}});
  const BuildLogFile second(path, Shard{2, 2});
  second.save({{"ru/2.pdf", record_of_size(10)}});
  second.append(record_line("ru/4.pdf", record_of_size(9)));
  BOOST_TEST(BuildLogFile(path, Shard{1, 2}).load().size() == 1U);
  BOOST_TEST(second.load().size() == 3U);
  const Records all = whole.load();
  BOOST_TEST(all.size() == 3U);
  whole.save(all);
  BOOST_TEST(second.load().size() == 3U);
  BOOST_TEST(!std::filesystem::exists(path / ".listok/record-2-of-2.jsonl"));
}

BOOST_AUTO_TEST_CASE(names_that_listok_does_not_make_are_passed_over) {
  const char* const good[] = {"ru/01-a.pdf",
                              "en/book.pdf",
                              "bilingual/01-a.pdf",
                              "fr/1.pdf",
                              "bilingual-de-uk/1.pdf",
                              "en/candidate/01-a.pdf",
                              "en/question+answer+grid/1.2.pdf"};
  const char* const bad[] = {"../docs/report.pdf",
                             "/etc/x.pdf",
                             "ru/../../x.pdf",
                             "x.pdf",
                             "ru/.x.pdf",
                             "ru/a/b/01-a.pdf",
                             "xx/01-a.pdf",
                             "ru/01-a.tex",
                             ".listok/lock",
                             "ru/../x.pdf",
                             "ru//01-a.pdf/",
                             "bilingual-de/1.pdf",
                             "bilingual-de-xx/1.pdf",
                             "ru/a\nb.pdf"};
  std::string lines;
  for (const char* name : good) lines += record_line(name, record_of_size(1));
  for (const char* name : bad) lines += record_line(name, record_of_size(1));
  Records records;
  read_record_lines(lines, records);
  BOOST_TEST(records.size() == std::size(good));
  for (const char* name : good) BOOST_TEST(records.contains(name), name);
}

BOOST_AUTO_TEST_SUITE_END()

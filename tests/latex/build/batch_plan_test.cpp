#include "latex/build/batch_plan.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <boost/test/unit_test.hpp>
#include <numeric>

#include "tests/latex/build/sheets.hpp"
#include "tests/scratch.hpp"

using namespace listok;
using namespace listok::latex;
using listok::tests::bank_of;
using listok::tests::change;
using listok::tests::Scratch;
using listok::tests::sheet_of;
namespace fs = std::filesystem;

namespace {

struct Planned : Scratch {
  explicit Planned(std::size_t count = 4) : bank(bank_of(count)) {
    for (const emitter::Item& item : bank.items) sheets.push_back(sheet_of(item));
    options.output = Folder(path);
    options.workers = 1;
  }

  std::vector<QueuedBatch> plan() const {
    Numbers all(sheets.size());
    std::iota(all.begin(), all.end(), 0U);
    return batches_of(sheets, all, options, 0);
  }

  // "0 1 | 2 3": the sheets of each batch.
  std::string shown() const {
    std::string text;
    for (const QueuedBatch& queued : plan()) {
      text += fmt::format("{}{}", text.empty() ? "" : " | ", fmt::join(queued.numbers, " "));
    }
    return text;
  }

  emitter::Bank bank;
  std::vector<Sheet> sheets;
  BuildOptions options;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(batch_plan, Planned)

BOOST_AUTO_TEST_CASE(what_is_alike_is_set_together) {
  BOOST_TEST(shown() == "0 1 2 3");
  const QueuedBatch queued = plan().front();
  BOOST_TEST(queued.batch.beside == path / "ru");
  BOOST_TEST(queued.batch.class_options == "");
  BOOST_TEST((!queued.tweaked_preamble && !queued.batch.by_hand));
  BOOST_TEST((queued.batch.sheets[3].tex == text_of(sheets[3])));  // shared, not copied
  BOOST_TEST(batches_of(sheets, {2}, options, 9.5).front().batch.max_size == 9.5);
}

BOOST_AUTO_TEST_CASE(another_preamble_folder_or_edition_is_another_batch) {
  change(sheets[1], [](SheetText& text) { text.text.insert(0, "\\documentclass[a4]{listok}\n"); });
  BOOST_TEST(shown() == "0 2 3 | 1");
  change(sheets[2], [](SheetText& text) { text.file = "en/03.tex"; });
  const emitter::Edition candidate{"candidate", {"question"}};
  sheets[3].edition = &candidate;
  std::map<std::string, std::string> options_of;
  for (const QueuedBatch& queued : plan()) {
    BOOST_REQUIRE(queued.numbers.size() == 1U);
    options_of[std::to_string(queued.numbers[0]) + " " + queued.batch.beside.filename().string()] =
        queued.batch.class_options;
  }
  const std::map<std::string, std::string> expected{
      {"0 ru", ""}, {"1 ru", ""}, {"2 en", ""}, {"3 ru", "sections={question}"}};
  BOOST_TEST((options_of == expected));
}

BOOST_AUTO_TEST_CASE(the_long_ones_begin) {
  change(sheets[1], [](SheetText& text) {
    text.text = "\\documentclass[a4]{listok}\n\\begin{document}\n" + std::string(9999, 'x');
  });
  BOOST_TEST(shown() == "1 | 0 2 3");
}

BOOST_AUTO_TEST_CASE(whose_the_preamble_is) {
  const auto tweaked = [](SheetText& text) { text.tweaked = true; };
  for (std::size_t number = 1; number < 4; ++number) change(sheets[number], tweaked);
  BOOST_TEST(!plan().front().tweaked_preamble);  // that of the first one is listok's
  change(sheets[0], tweaked);
  BOOST_TEST(plan().front().tweaked_preamble);
  sheets[2].by_hand = true;
  BOOST_TEST(plan().front().batch.by_hand);
}

BOOST_AUTO_TEST_CASE(which_line_stands_where_is_wanted_of_what_a_person_edits) {
  change(sheets[1], [](SheetText& text) {
    text.tweaked = true;
    text.line_map = {0, 4};
  });
  const Batch batch = plan().front().batch;
  for (const std::size_t other : {0U, 2U, 3U}) BOOST_TEST(batch.sheets[other].origin == nullptr);
  const Origin& origin = *batch.sheets[1].origin;
  BOOST_TEST(origin.tex == fs::canonical(path) / "ru/./02.tex");
  BOOST_TEST((origin.markdown == std::vector{fs::canonical(".") / "bank/./ru/02.md"}));
  BOOST_TEST((origin.lines == std::vector<Origin::Line>{{0, 0}, {0, 4}}));

  Origin moved = origin;
  moved.tex = "/elsewhere/ru/02.tex";
  BOOST_TEST((hash_of(moved) != hash_of(origin)));
  moved = origin;
  moved.lines[1].line = 5;
  BOOST_TEST((hash_of(moved) != hash_of(origin)));
}

BOOST_AUTO_TEST_CASE(letters_are_expected_of_what_listok_wrote) {
  const auto letters = [this](std::size_t sheet) {
    return plan().front().batch.sheets[sheet].letters;
  };
  BOOST_TEST(letters(0) == 5U);
  change(sheets[1], [](SheetText& text) { text.tweaked = true; });
  BOOST_TEST(letters(1) == 0U);
  BOOST_TEST(letters(0) == 5U);
  write_file(path / "ru/listok-local.sty", "\\let\\emph\\phantom");
  BOOST_TEST(letters(0) == 0U);
}

BOOST_AUTO_TEST_CASE(all_workers_get_their_share) {
  const auto sizes = [&](std::size_t workers, std::size_t groups) {
    Planned planned(161);
    planned.options.workers = workers;
    for (std::size_t number = 0; number < 161 && groups == 2; number += 2) {
      change(planned.sheets[number], [](SheetText& text) { text.file = "en/x.tex"; });
    }
    std::vector<std::size_t> all;
    for (const QueuedBatch& queued : planned.plan()) all.push_back(queued.numbers.size());
    return fmt::format("{}", fmt::join(all, " "));
  };
  BOOST_TEST(sizes(0, 1) == "161");
  BOOST_TEST(sizes(2, 1) == "81 80");
  BOOST_TEST(sizes(99, 1) == "41 40 40 40");  // no fewer than an engine is worth
  BOOST_TEST(sizes(2, 2) == "81 80");         // a worker a group
  BOOST_TEST(sizes(4, 2) == "41 40 40 40");
}

BOOST_AUTO_TEST_SUITE_END()

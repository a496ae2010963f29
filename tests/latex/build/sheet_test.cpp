// What is known of sheets and books before an engine runs.
#include "latex/build/sheet.hpp"

#include <boost/test/unit_test.hpp>

#include "latex/build/book_source.hpp"
#include "tests/latex/build/sheets.hpp"
#include "tests/scratch.hpp"

using namespace listok;
using namespace listok::latex;
using listok::tests::bank_of;
using listok::tests::Scratch;
using listok::tests::sheet_of;

BOOST_FIXTURE_TEST_SUITE(sheets, Scratch)

BOOST_AUTO_TEST_CASE(an_edition_as_options_of_the_class) {
  using emitter::Space;
  const emitter::Edition editions[] = {{"all", {}},
                                       {"a", {"question"}},
                                       {"b", {"question", "answer"}, Space::grid},
                                       {"c", {}, Space::lines}};
  const char* const options[] = {"", "sections={question}", "sections={question,answer},space=grid",
                                 "space=lines"};
  BOOST_TEST(class_options(nullptr) == "");
  for (std::size_t i = 0; i < std::size(editions); ++i) {
    BOOST_TEST(class_options(&editions[i]) == options[i]);
  }
}

BOOST_AUTO_TEST_CASE(what_a_pdf_says_of_itself) {
  emitter::Bank bank = bank_of(7);
  bank.author = "А. Б.";
  emitter::Translation& translation = bank.items[6].translations[0];
  translation.title = {{emitter::Text{"Кэш "}, {}}, {emitter::Code{"K/V"}, {}}};
  translation.tags = {"память", "kv"};
  const Metadata metadata = metadata_of(bank, bank.items[6], translation);
  BOOST_TEST((metadata == Metadata{"Кэш K/V", "А. Б.", "память, kv", "ru", "7"}));
  for (auto part : {&Metadata::title, &Metadata::author, &Metadata::keywords, &Metadata::language,
                    &Metadata::label}) {
    Metadata other = metadata;
    other.*part += "x";
    BOOST_TEST((latex::hash_of(other) != latex::hash_of(metadata)));
  }
}

BOOST_AUTO_TEST_CASE(the_items_of_a_shard_keep_their_place_in_the_bank) {
  const emitter::Bank bank = bank_of(7);
  const auto chosen = [&](std::optional<Shard> shard, const std::vector<std::string>& ids) {
    BuildOptions options;
    options.shard = shard;
    options.selection.ids = ids;
    std::string all;
    for (const emitter::Item* item : chosen_items(bank, options)) all += item->id + " ";
    return all;
  };
  BOOST_TEST(chosen({}, {}) == "01 02 03 04 05 06 07 ");
  BOOST_TEST(chosen(Shard{2, 3}, {}) == "02 05 ");
  BOOST_TEST(chosen(Shard{2, 3}, {"05", "06"}) == "05 ");  // as without `--only`
}

BOOST_AUTO_TEST_CASE(the_list_names_the_sheets_that_are_there_in_the_order_of_the_bank) {
  emitter::Bank bank = bank_of(3);
  std::swap(bank.items[0], bank.items[2]);
  for (const char* name : {"01.tex", "03.tex", "99.tex", "02.tex/x"}) {
    write_file(path / "ru" / name, "x");
  }
  BOOST_TEST(sheet_list(bank, path, "ru") == "03\n01\n");
  BOOST_TEST(sheet_list(bank, path, "en") == "");
}

BOOST_AUTO_TEST_CASE(a_book_depends_on_all_that_its_sheets_do) {
  const emitter::Bank bank = bank_of(2);
  std::vector<Sheet> all{sheet_of(bank.items[0]), sheet_of(bank.items[1])};
  all[1].by_hand = true;
  const BookSource book = book_source(bank, {&all[0], &all[1]}, path);
  BOOST_TEST(book.by_hand);
  BOOST_TEST(book.sheets.at(1).number == 2U);
  BOOST_TEST(book.metadata.title == "Банк");
  const Dependencies font{{Dependency::font, latex::hash_of("a face")}};
  const Dependencies before = dependencies_of(book, {font, {}});
  BOOST_TEST(!before[Dependency::font].none());
  BOOST_TEST(before[Dependency::image].none());
  BOOST_TEST(before[Dependency::tex].none());  // a book calls it a sheet
  const auto changes = [&](const BookSource& other, const std::vector<Dependencies>& sheets) {
    const Dependencies after = dependencies_of(other, sheets);
    std::string changed;
    for (std::size_t number = 0; number < dependency_names.size(); ++number) {
      const auto one = static_cast<Dependency>(number);
      if (after[one] != before[one]) changed += dependency_names[number] + std::string("; ");
    }
    return changed;
  };
  BOOST_TEST(changes(book, {font, {}}) == "");
  BOOST_TEST(changes(book, {{}, font}) == "a font; ");
  BOOST_TEST(changes(book, {font, {{Dependency::tex, latex::hash_of("x")}}}) == "a sheet; ");
  BookSource other = book;
  other.sheets[1].title = "Б";
  BOOST_TEST(changes(other, {font, {}}) == "a sheet; ");
  other = book;
  std::swap(other.sheets[0], other.sheets[1]);
  BOOST_TEST(changes(other, {font, {}}) == "a sheet; ");
  other = book;
  other.max_size = 9.5;
  BOOST_TEST(changes(other, {font, {}}) == "the size of all sheets; ");
  other = book;
  other.contents = std::make_shared<const std::string>("other");
  BOOST_TEST(changes(other, {font, {}}) == "its contents; ");
  other = book;
  other.cover = std::make_shared<const std::string>("a cover");
  BOOST_TEST(changes(other, {font, {}}) == "its cover, or its two sides; ");
  other = book;
  other.two_sided = true;
  BOOST_TEST(changes(other, {font, {}}) == "its cover, or its two sides; ");
  other = book;
  other.metadata.author = "В";
  BOOST_TEST(changes(other, {font, {}}) == "its title, number or tags; ");
}

BOOST_AUTO_TEST_CASE(books_are_of_the_sheets_of_a_folder) {
  emitter::Bank bank = bank_of(2);
  bank.editions = {{.name = "candidate", .sections = {"question"}}};
  std::vector<Sheet> all;
  for (const emitter::Item& item : bank.items) {
    for (const char* where : {"ru", "ru/candidate"}) {
      all.push_back(sheet_of(item));
      all.back().pdf = std::filesystem::path(where) / (item.id + ".pdf");
    }
  }
  const std::vector<Sheet> unmade{all.back()};
  all.pop_back();
  const std::vector<WantedBook> books = wanted_books(all, unmade);
  BOOST_REQUIRE(books.size() == 2U);
  BOOST_TEST(books[1].folder == "ru/candidate");
  BOOST_TEST((books[0].sheets == std::vector<std::size_t>{0, 2}));
  BOOST_TEST((books[1].sheets == std::vector<std::size_t>{1}));
  BOOST_TEST(books[1].items.size() == 2U);
  all[1].edition = &bank.editions[0];
  bank.book = {.two_sided = true, .cover = true};
  const BookSource book = book_source(bank, {&all[1]}, path);
  BOOST_TEST(book.class_options == "sections={question}");
  BOOST_TEST(book.two_sided);
  BOOST_TEST(book.cover->find("[edition={candidate}]") != std::string::npos);
  BOOST_TEST(book.heading_of_contents == "Содержание");
}

BOOST_AUTO_TEST_CASE(a_sheet_of_two_pages_lies_on_facing_ones) {
  const auto pages = [](const std::vector<std::size_t>& counts, bool two_sided) {
    std::vector<BookSheet> sheets;
    for (const std::size_t count : counts) sheets.push_back({nullptr, "", 1, count});
    return first_pages(sheets, two_sided);
  };
  using Numbers = std::vector<std::size_t>;
  BOOST_TEST((pages({1, 2, 1, 2}, false) == Numbers{1, 2, 4, 5}));
  BOOST_TEST((pages({1, 2, 1, 2}, true) == Numbers{1, 2, 4, 6}));
  BOOST_TEST((pages({2, 2, 1}, true) == Numbers{2, 4, 6}));
}

BOOST_AUTO_TEST_SUITE_END()

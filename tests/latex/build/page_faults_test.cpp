#include "latex/build/page_faults.hpp"

#include <boost/test/unit_test.hpp>

#include "tests/latex/build/sheets.hpp"
#include "tests/scratch.hpp"

using namespace listok;
using namespace listok::latex;
using listok::tests::bank_of;
using listok::tests::change;
using listok::tests::Scratch;
using listok::tests::sheet_of;

namespace {

struct Page : Scratch {
  emitter::Bank bank = bank_of(1);
  Sheet sheet = sheet_of(bank.items[0]);

  static std::string shown(const std::optional<emitter::Diagnostic>& found) {
    return found ? found->file + ": " + found->message + " [" + found->code + "]" : "";
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(page_faults, Page)

BOOST_AUTO_TEST_CASE(what_the_class_says_of_a_sheet) {
  SheetMarks marks;
  marks.size = 8.5;
  marks.over = 1;
  BOOST_TEST(shown(misfit(sheet, marks, "out")) ==
             "bank/ru/01.md: the sheet is 1 line too long for its page, at 8.5 pt, the smallest "
             "size [fit]");
  const emitter::Edition candidate{"candidate", {"question"}};
  sheet.edition = &candidate;
  marks.over = 12;
  marks.size = 9;
  BOOST_TEST(shown(misfit(sheet, marks, "out")) ==
             "bank/ru/01.md: the sheet is 12 lines too long for its page in the edition "
             "`candidate`, at 9 pt, the smallest size [fit]");
  BOOST_TEST(misfit(sheet, marks, "out").hint ==
             "shorten the item, lower `min-size`, or allow it two pages by `pages: 2`");
  marks.made = 2;
  BOOST_TEST(shown(misfit(sheet, marks, "out")) ==
             "bank/ru/01.md: the sheet is 12 lines too long for its two pages in the edition "
             "`candidate`, at 9 pt, the smallest size [fit]");
  BOOST_TEST(misfit(sheet, marks, "out").hint ==
             "a sheet is two pages at most: shorten the item, or lower `min-size`");
}

BOOST_AUTO_TEST_CASE(what_is_lost_of_a_page) {
  BOOST_TEST(shown(lost_words(sheet, {100, 120, 0}, 0, "out")) == "");
  BOOST_TEST(shown(lost_words(sheet, {100, 120, 7}, 0, "out")) ==
             "bank/ru/01.md: 7 of 120 characters are printed beside the paper [off-paper]");
  BOOST_TEST(shown(lost_words(sheet, {100, 120, 0}, 3, "out")) ==
             "bank/ru/01.md: 3 letters of the sheet are not on its page [lost-words]");
}

BOOST_AUTO_TEST_CASE(what_no_page_holds_is_known_before) {
  const auto found = [this] { return shown(certain_misfit(sheet, bank.page, path)); };
  BOOST_TEST(found() == "");
  emitter::Section section{"answer", {}, {}, {}};
  for (int line = 0; line < 200; ++line) {
    section.content.push_back({emitter::Paragraph{{{emitter::Text{"word"}, {}}}}, {}});
  }
  bank.items[0].translations[0].sections.push_back(section);
  const std::string too_long = found();
  BOOST_TEST(too_long.starts_with("bank/ru/01.md: the sheet is at least 1"), too_long);
  BOOST_TEST(too_long.ends_with(" lines too long for its page, at 8.5 pt, the smallest size [fit]"),
             too_long);
  bank.items[0].translations[0].pages = 2;
  BOOST_TEST(
      found().ends_with(" lines too long for its two pages, at 8.5 pt, the smallest size [fit]"),
      found());
  const emitter::Edition candidate{"candidate", {"question"}};
  sheet.edition = &candidate;
  BOOST_TEST(found() == "");  // which does not show it
  sheet.edition = nullptr;
  change(sheet, [](SheetText& text) { text.tweaked = true; });  // who knows what is in it
  BOOST_TEST(found() == "");
}

BOOST_AUTO_TEST_SUITE_END()

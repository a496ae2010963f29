#include "cli/commands/item_table.hpp"

#include <boost/test/unit_test.hpp>

#include "cli/console/columns.hpp"

using namespace listok;

namespace {

const std::vector<latex::ItemLine> items{
    {1,
     "01-kv",
     "middle",
     {"память", "kv"},
     {{"ru", "", "Кэш", false}, {"en", "", "Cache", false}}},
    {12, "12-漢字", "", {}, {{"ru", "", "", true}, {"en", "", "A title of its own", false}}}};

}  // namespace

BOOST_AUTO_TEST_SUITE(table_of_items)

BOOST_AUTO_TEST_CASE(columns_are_as_wide_as_what_stands_in_them) {
  BOOST_TEST(cli::item_table(items, 100) ==
             "no  id       lang    difficulty  tags        title\n"
             " 1  01-kv    ru en   middle      память, kv  Кэш\n"
             "12  12-漢字  ru! en                          A title of its own");
  BOOST_TEST(cli::item_table({}, 100) == "no  id  lang  difficulty  tags  title");
}

BOOST_AUTO_TEST_CASE(tags_are_cut_before_titles_and_ids_never) {
  BOOST_TEST(cli::item_table(items, 60) ==
             "no  id       lang    difficulty  tags      title\n"
             " 1  01-kv    ru en   middle      память,…  Кэш\n"
             "12  12-漢字  ru! en                        A title of its o…");
  BOOST_TEST(cli::item_table(items, 1) ==
             "no  id       lang    difficulty  tags   title\n"
             " 1  01-kv    ru en   middle      памя…  Кэш\n"
             "12  12-漢字  ru! en                     A title of…");
}

BOOST_AUTO_TEST_CASE(text_is_measured_in_columns) {
  BOOST_TEST(cli::width_of("aЖ漢и\u0306") == 5U);
  const struct {
    const char* text;
    std::size_t width;
    const char* cut;
  } rows[] = {
      {"abc", 3, "abc"}, {"abc", 2, "a…"},    {"abc", 1, "…"},    {"abc", 0, ""},
      {"", 0, ""},       {"漢字", 4, "漢字"}, {"漢字", 3, "漢…"}, {"漢字", 2, "…"},
  };
  for (const auto& [text, width, cut] : rows) {
    BOOST_TEST(cli::cut(text, width) == cut);
    BOOST_TEST(cli::width_of(cli::cut(text, width)) <= width);
  }
}

BOOST_AUTO_TEST_SUITE_END()

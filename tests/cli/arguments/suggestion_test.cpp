#include "cli/arguments/suggestion.hpp"

#include <boost/test/unit_test.hpp>

using namespace listok::cli;

namespace {

using Strings = std::vector<std::string>;

Strings numbered(std::size_t count) {
  Strings names;
  for (std::size_t number = 1; number <= count; ++number) {
    names.push_back("word-" + std::to_string(number));
  }
  return names;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(suggestions)

BOOST_AUTO_TEST_CASE(what_was_meant_or_what_there_is) {
  const Strings ids{"01-mqa-gqa", "02-paged-attention", "03-flash-attention"};
  const struct {
    const char* name;
    Strings known;
    Strings likely;
    const char* says;
  } rows[] = {
      {"a", {}, {}, "it has none at all"},
      {"01-mqa-gpa", ids, {}, "did you mean `01-mqa-gqa`?"},
      {"77", ids, {"03-flash-attention"}, "did you mean `03-flash-attention`?"},
      {"MQA", ids, {}, "did you mean `01-mqa-gqa`?"},
      {"**mqa*", ids, {}, "did you mean `01-mqa-gqa`?"},
      {"attention", ids, {}, "did you mean `02-paged-attention` or `03-flash-attention`?"},
      {"*", ids, {}, "it has 01-mqa-gqa, 02-paged-attention, 03-flash-attention"},
      {"a", ids, {}, "it has 01-mqa-gqa, 02-paged-attention, 03-flash-attention"},
      {"a", ids, ids, "did you mean `01-mqa-gqa`, `02-paged-attention` or `03-flash-attention`?"},
      {"word", numbered(7), numbered(7),
       "did you mean one of `word-1`, `word-2`, `word-3`, `word-4`, `word-5`, and 2 more?"},
  };
  for (const auto& [name, known, likely, says] : rows) {
    BOOST_TEST(suggestion(name, known, likely) == says);
  }
}

BOOST_AUTO_TEST_CASE(a_long_list_is_cut) {
  BOOST_TEST(suggestion("x", numbered(20), {}).ends_with(", word-20"));
  BOOST_TEST(suggestion("x", numbered(21), {}).ends_with(", word-20 …"));
}

BOOST_AUTO_TEST_SUITE_END()

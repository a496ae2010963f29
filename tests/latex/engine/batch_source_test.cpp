#include "latex/engine/batch_source.hpp"

#include <boost/test/unit_test.hpp>
#include <numeric>

using namespace listok::latex;

BOOST_AUTO_TEST_SUITE(batch)

BOOST_AUTO_TEST_CASE(the_preamble_is_what_stands_before_the_document) {
  struct Row {
    const char* tex;
    const char* preamble;
  };
  const Row rows[] = {
      {"% a comment\n\n\\documentclass[russian]{listok}\n\\begin{document}\nx\n\\end{document}\n",
       "\\documentclass[russian]{listok}\n"},
      {"\\documentclass{listok}\n\\newcommand\\x{1} % why\n\\begin{document}",
       "\\documentclass{listok}\n\\newcommand\\x{1} % why\n"},
      {"\\documentclass{listok} \\begin{document} x", "\\documentclass{listok} "},
      {"\\documentclass{listok}\n% \\begin{document}\n\\begin{document}",
       "\\documentclass{listok}\n"},
      {"no document at all", ""},
      {"", ""},
  };
  for (const Row& row : rows) BOOST_TEST(preamble_of(row.tex) == row.preamble);
}

BOOST_AUTO_TEST_CASE(a_batch_runs_its_sheets_between_marks) {
  BOOST_TEST(batch_source({"\\documentclass{listok}\n", "", 0, "abc", 2}) ==
             "\\documentclass{listok}\n\n"
             "\\nofiles\n"
             "\\begin{document}\n"
             "\\listokbatch{abc}\n"
             "\\listokrun{1}\n"
             "\\listokrun{2}\n"
             "\\wlog{listok:abc:done}\n"
             "\\end{document}\n");
}

BOOST_AUTO_TEST_CASE(a_book_says_which_page_each_begins_on) {
  BOOST_TEST(batch_source({"P", "", 0, "n", 2, false, {3, 1}})
                 .find("\\listokrun[3]{1}\n"
                       "\\listokrun[1]{2}\n") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_edition_is_passed_to_the_class) {
  BOOST_TEST(batch_source({"P", "sections={question}", 0, "n", 0})
                 .starts_with("\\PassOptionsToClass{sections={question}}{listok}\nP\n"));
}

BOOST_AUTO_TEST_CASE(one_size_for_all_is_a_cap) {
  BOOST_TEST(batch_source({"P", "", 9.5, "n", 1}).find("\\listokcap{9.5}\n\\listokrun{1}\n") !=
             std::string::npos);
}

BOOST_AUTO_TEST_CASE(chunks) {
  using Sizes = std::vector<std::size_t>;
  struct Row {
    std::size_t count, workers;
    Sizes sizes;
  };
  const Row rows[] = {
      {1, 4, {1}},        {39, 4, {39}},      {80, 4, {40, 40}},
      {160, 2, {80, 80}}, {161, 2, {81, 80}}, {1000, 2, {334, 333, 333}},
  };
  for (const Row& row : rows) {
    const Sizes sizes = chunk_sizes(row.count, row.workers, 40, 400);
    BOOST_TEST(sizes == row.sizes, boost::test_tools::per_element());
    BOOST_TEST(std::accumulate(sizes.begin(), sizes.end(), std::size_t{0}) == row.count);
  }
}

BOOST_AUTO_TEST_SUITE_END()

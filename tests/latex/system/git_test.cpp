#include "latex/system/git.hpp"

#include <boost/test/unit_test.hpp>

#include "latex/folder/output_folder.hpp"
#include "tests/needs.hpp"
#include "tests/scratch.hpp"
#include "tests/variable.hpp"

using namespace listok::latex;
using listok::tests::needs_git;
using listok::tests::Scratch;
using listok::tests::Variable;

BOOST_FIXTURE_TEST_SUITE(git, Scratch, needs_git())

BOOST_AUTO_TEST_CASE(merges) {
  const std::string base = "one\ntwo\nthree\nfour\nfive\n";
  struct Row {
    std::string yours, theirs;
    std::optional<std::string> merged;
  };
  const Row rows[] = {
      {"one!\ntwo\nthree\nfour\nfive\n", "one\ntwo\nthree\nfour\n5\n",
       "one!\ntwo\nthree\nfour\n5\n"},                                       // another place
      {"one\nTWO\nthree\nfour\nfive\n", "one\n2\nthree\nfour\nfive\n", {}},  // the same line
      {"one\nTWO\nthree\nfour\nfive\n", "one\ntwo\n3\nfour\nfive\n", {}},    // its neighbour
      {"one\n2\nthree\nfour\nfive\n", "one\n2\nthree\nfour\n5\n",
       "one\n2\nthree\nfour\n5\n"},  // one change alike
      {"two\nthree\nfour\nfive\n", "one\ntwo\nthree\nfour\nfive\nsix\n",
       "two\nthree\nfour\nfive\nsix\n"},  // taken out
      {"one\r\nTWO\r\nthree\r\nfour\r\nfive\r\n", "one\ntwo\nthree\nfour\n5\n",
       "one\r\nTWO\r\nthree\r\nfour\r\n5\r\n"},  // on Windows
      {"ОДИН\ntwo\nthree\nfour\nfive", "one\ntwo\n3\nfour\nfive\n",
       "ОДИН\ntwo\n3\nfour\nfive"},  // no last line end
      {std::string("one\ntwo\nthree\nfour\nfive\n\0", 25), "1\ntwo\nthree\nfour\nfive\n", {}},
  };
  for (const Row& row : rows) {
    const auto merged = merge_texts(base, row.yours, row.theirs, path);
    BOOST_TEST(merged.value_or("(none)") == row.merged.value_or("(none)"));
  }
  BOOST_TEST(std::filesystem::is_empty(path));
}

BOOST_AUTO_TEST_CASE(a_merge_that_loses_a_line_is_none) {
  const std::string base = "a\nb\nb\nc\n";
  BOOST_TEST(keeps_both(base, "x\na\nb\nb\nc\n", "a\nb\nb\nc\ny\n", "x\na\nb\nb\nc\ny\n"));
  BOOST_TEST(!keeps_both(base, "x\na\nb\nb\nc\n", "a\nb\nb\nc\ny\n", "a\nb\nb\nc\ny\n"));
  BOOST_TEST(!keeps_both(base, "x\na\nb\nb\nc\n", "a\nb\nb\nc\ny\n", "x\na\nb\nb\nc\n"));
  BOOST_TEST(!keeps_both(base, "a\nb\nc\n", "a\nb\nb\nc\ny\n", "a\nb\nb\nc\ny\n"));  // b is back
  BOOST_TEST(!keeps_both(base, "a\nb\nb\nc\n", "a\nb\nb\nc\n", "a\nb\nb\nc\nz\n"));  // whose is z?
  BOOST_TEST(keeps_both(base, "a\nb\nb\nc\ny\n", "a\nb\nb\nc\ny\n", "a\nb\nb\nc\ny\n"));
  BOOST_TEST(keeps_both(base, "a\nb\nc\n", "a\nb\nc\n", "a\nb\nc\n"));
  BOOST_TEST(keeps_both(base, "b\na\nb\nb\nc\n", "a\nb\nc\n", "b\na\nb\nc\n"));
}

BOOST_AUTO_TEST_CASE(a_diff) {
  const std::string diff =
      diff_texts("one\ntwo\n", "one\n2\n", "ru/01-очередь a.tex", {.context = 0}, path);
  BOOST_TEST(diff.ends_with("--- made/ru/01-очередь a.tex\t\n"
                            "+++ edited/ru/01-очередь a.tex\t\n"
                            "@@ -2 +2 @@ one\n-two\n+2\n"),
             diff);
  BOOST_TEST(diff_texts("one\n", "one\r\n", "a.tex", {}, path) == "");
  BOOST_TEST(diff_texts("one\n", "1\n", "a.tex", {.color = true}, path).find("\x1b[") !=
             std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_git_that_fails_merges_nothing_and_says_why) {
  write_file(path / "bin/git", "#!/bin/sh\necho it is broken\nexit 129\n");
  std::filesystem::permissions(path / "bin/git", std::filesystem::perms::owner_all);
  const Variable programs("PATH", path / "bin");
  BOOST_TEST(!merge_texts("1\n2\n3\n", "0\n2\n3\n", "1\n2\n4\n", path));
  BOOST_CHECK_EXCEPTION(
      diff_texts("1\n", "2\n", "a.tex", {}, path), Trouble, [](const Trouble& trouble) {
        return trouble.what() == std::string("git could not compare two texts: it is broken\n");
      });
}

BOOST_AUTO_TEST_SUITE_END()

// Addresses that are defined apart from their links.
#include "emitter/markdown/definitions.hpp"

#include <boost/test/unit_test.hpp>

#include "emitter/markdown/markdown.hpp"
#include "tests/emitter/sketch.hpp"

using namespace listok::emitter;

namespace {

Diagnostics found(const std::string& markdown) {
  return read_markdown(Source("a.md", markdown)).diagnostics;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(definitions)

BOOST_AUTO_TEST_CASE(without_a_link_and_links_without_them) {
  struct Case {
    std::string markdown, expected;
  };
  const Case cases[] = {
      {"[a][b]\n\n[b]: https://x.y", ""},
      {"[b] и [c][]\n\n[B]: https://x.y\n[c]: https://x.y", ""},
      {"![a][b]\n\n[b]: b.png", ""},
      {"a\n\n[b]: https://x.y", "unused-definition 3:1+3"},
      {"[Важно]: слово", "unused-definition 1:1+7"},
      {"> [note]: text\n> and", "unused-definition 1:3+6"},
      {"[b]\n\n[b]: https://x.y\n[b]: https://z.y", "unused-definition 4:1+3"},
      {"[//]: # (a comment)\n[comment]: <> (another)\n[//]: # \"more\"", ""},
      {"[Важно]: два слова", ""},
      {"a\n[b]: https://x.y", ""},
      {"```\n[b]: https://x.y\n```\n\n    [c]: https://x.y", ""},
      {"[^1]: https://x.y", "footnote-unused 1:1+4"},
      {"[text][label]", "undefined-reference 1:1+13"},
      {"a [два слова][другая метка] b", "undefined-reference 1:3+25"},
      {"[text][]", "undefined-reference 1:1+8"},
      {"[`code`][label]", "undefined-reference 1:8+8"},
      {"a[i][jj] [0][1] [a][b] [][] \\[a][bc\\]", ""},
      {"`[text][label]`", ""},
      {"[text] [label] [a](https://x.y)[b]", ""},
  };
  for (const auto& [markdown, expected] : cases) {
    BOOST_TEST_CONTEXT(markdown) { BOOST_TEST(sketch(found(markdown)) == expected); }
  }
  BOOST_TEST(found("[Важно]: слово").at(0).hint ==
             "write `\\[Важно]: …` for words, or link to it: `[text][Важно]`");
}

BOOST_AUTO_TEST_CASE(brackets_without_end_are_read_soon) {
  std::string markdown = "[a]: b\n\n";
  for (int i = 0; i < 30'000; ++i) markdown += "][x] [";
  BOOST_TEST(!found(markdown).empty());
}

BOOST_AUTO_TEST_SUITE_END()

// Tables of Markdown: what each is read as, and what is said of it. Header only.
#pragma once

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>
#include <vector>

#include "emitter/markdown/markdown.hpp"
#include "tests/emitter/sketch.hpp"

namespace listok::tests {

using namespace emitter;

struct Case {
  std::string markdown, blocks;
  std::string diagnostics = {};
};

inline void check(const std::vector<Case>& cases, LineBreaks lines = LineBreaks::likely,
                  std::string_view language = {}) {
  for (const auto& [markdown, blocks, diagnostics] : cases) {
    BOOST_TEST_CONTEXT(markdown) {
      const Source source("a.md", markdown);
      const Document document = read_markdown(source, 0, lines, language);
      BOOST_TEST(sketch(document.blocks, source) == blocks);
      BOOST_TEST(sketch(document.diagnostics) == diagnostics);
    }
  }
}

struct Refused {
  std::string markdown, diagnostics;
};

inline void check_refused(const std::vector<Refused>& cases) {
  for (const auto& [markdown, diagnostics] : cases) {
    BOOST_TEST_CONTEXT(markdown) {
      BOOST_TEST(sketch(read_markdown(Source("a.md", markdown)).diagnostics) == diagnostics);
    }
  }
}

}  // namespace listok::tests

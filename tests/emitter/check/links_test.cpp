#include "emitter/check/links.hpp"

#include <boost/test/unit_test.hpp>

#include "emitter/markdown/markdown.hpp"
#include "tests/emitter/sketch.hpp"

using namespace listok::emitter;

namespace {

struct Checked {
  std::string blocks;
  Diagnostics diagnostics;
  bool some_local = false;
};

Checked checked(const std::string& markdown) {
  const Source source("a.md", markdown);
  DiagnosticList findings(source);
  Blocks blocks = read_markdown(source).blocks;
  const bool some_local = check_links(blocks, findings);
  return {sketch(blocks, source), findings.take(), some_local};
}

Diagnostics found(const std::string& markdown) { return checked(markdown).diagnostics; }

}  // namespace

BOOST_AUTO_TEST_SUITE(links)

BOOST_AUTO_TEST_CASE(where_a_link_may_lead) {
  struct Case {
    std::string markdown, expected;
  };
  const Case cases[] = {
      {"[a](https://x.org)", ""},
      {"[a](http://x.org/b?c=d#e)", ""},
      {"[a](HTTPS://X.ORG)", ""},
      {"[a](mailto:a@x.org)", ""},
      {"<https://x.org> <a@x.org>", ""},
      {"[a][r]\n\n[r]: https://x.org", ""},
      {"[a](file:///etc/passwd)", "link-scheme 1:2+1"},
      {"[a](javascript:alert\\(1\\))", "link-scheme 1:2+1"},
      {"[a](JavaScript:x)", "link-scheme 1:2+1"},
      {"[a](data:text/html,b)", "link-scheme 1:2+1"},
      {"[a](ftp://x.org)", "link-scheme 1:2+1"},
      {"<ftp://x.org>", "link-scheme 1:2+11"},
      {"[a](http:x.org)", "link-scheme 1:2+1"},
      {"[a](https:///x)", "link-scheme 1:2+1"},
      {"[a](https://)", "link-scheme 1:2+1"},
      {"[a](https://:80)", "link-scheme 1:2+1"},
      {"[a](mailto:)", "link-scheme 1:2+1"},
      {"[a](&#102;ile:b)", "link-scheme 1:2+1"},
      {"[a][r]\n\n[r]: file:b", "link-scheme 1:2+1"},
      {"- > *[a](file:b)*", "link-scheme 1:7+1"},
      {"| [a](file:b) |\n|---|\n| [c](d) |", "link-scheme 1:4+1"},
      {"### [a](file:b)", "link-scheme 1:6+1"},
      {"![a](b.png)", ""},
  };
  for (const auto& [markdown, expected] : cases) {
    BOOST_TEST_CONTEXT(markdown) { BOOST_TEST(sketch(found(markdown)) == expected); }
  }
}

BOOST_AUTO_TEST_CASE(an_address_without_a_scheme) {
  struct Case {
    std::string markdown, blocks;
    bool local;
  };
  const Case cases[] = {
      {"[a](//x.org/b)", "p(link(a -> https://x.org/b))", false},
      {"[a](www.x.org) [b](WWW.x.org/c)",
       "p(link(a -> http://www.x.org) link(b -> http://WWW.x.org/c))", false},
      {"[a](me@x.org)", "p(link(a -> mailto:me@x.org))", false},
      {"[a](b.md)", "p(link(a -> b.md))", true},
      {"[a](../b)", "p(link(a -> ../b))", true},
      {"[a](#b)", "p(link(a -> #b))", true},
      {"[a](/b@c.d)", "p(link(a -> /b@c.d))", true},
      {"[a](x.org)", "p(link(a -> x.org))", true},
      {"[a](1:2)", "p(link(a -> 1:2))", true},
      {"[a](ж:b)", "p(link(a -> ж:b))", true},
      {"[a]()", "p(link(a -> ))", true},
      {"[a]( \\tfile:b)", "p(link(a -> \\tfile:b))", true},
      {"[a](//)", "p(link(a -> //))", true},
      {"a ![b](c.md)", "p(a image(c.md, b, ))", false},
  };
  for (const auto& [markdown, blocks, local] : cases) {
    BOOST_TEST_CONTEXT(markdown) {
      const Checked made = checked(markdown);
      BOOST_TEST(made.blocks == blocks);
      BOOST_TEST(made.some_local == local);
      BOOST_TEST(made.diagnostics.empty());
    }
  }
}

BOOST_AUTO_TEST_CASE(hints) {
  BOOST_TEST(found("[a](FILE:b)").at(0).message == "a link cannot begin with `file:`");
  BOOST_TEST(found("[a](https:x)").at(0).hint == "write it like this: `https://example.org`");
}

BOOST_AUTO_TEST_SUITE_END()

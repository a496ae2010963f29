#include "emitter/check/links.hpp"

#include <boost/test/unit_test.hpp>

#include "emitter/markdown/markdown.hpp"
#include "tests/emitter/sketch.hpp"

using namespace listok::emitter;

namespace {

Diagnostics found(const std::string& markdown) {
  const Source source("a.md", markdown);
  DiagnosticList findings(source);
  check_links(read_markdown(source).blocks, findings);
  return findings.take();
}

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
      {"[a](b.md)", "link-scheme 1:2+1"},
      {"[a](../b.md)", "link-scheme 1:2+1"},
      {"[a](/b)", "link-scheme 1:2+1"},
      {"[a](//x.org)", "link-scheme 1:2+1"},
      {"[a](#b)", "link-scheme 1:2+1"},
      {"[a](x.org)", "link-scheme 1:2+1"},
      {"[a](1:2)", "link-scheme 1:2+1"},
      {"[a](ж:b)", "link-scheme 1:2+1"},
      {"[a](http:x.org)", "link-scheme 1:2+1"},
      {"[a](https:///x)", "link-scheme 1:2+1"},
      {"[a](https://)", "link-scheme 1:2+1"},
      {"[a](https://:80)", "link-scheme 1:2+1"},
      {"[a](mailto:)", "link-scheme 1:2+1"},
      {"[a]( \\tfile:b)", "link-scheme 1:2+1"},
      {"[a](&#102;ile:b)", "link-scheme 1:2+1"},
      {"[a][r]\n\n[r]: file:b", "link-scheme 1:2+1"},
      {"- > *[a](file:b)*", "link-scheme 1:7+1"},
      {"| [a](file:b) |\n|---|\n| [c](d) |", "link-scheme 1:4+1, link-scheme 3:4+1"},
      {"### [a](b)", "link-scheme 1:6+1"},
      {"![a](b.png)", ""},
      {"[a]()", ""},  // reported as `no-address`
  };
  for (const auto& [markdown, expected] : cases) {
    BOOST_TEST_CONTEXT(markdown) { BOOST_TEST(sketch(found(markdown)) == expected); }
  }
}

BOOST_AUTO_TEST_CASE(hints) {
  BOOST_TEST(found("[a](b.md)").at(0).hint == "write the whole address: `https://…` or `mailto:…`");
  BOOST_TEST(found("[a](FILE:b)").at(0).message == "a link cannot begin with `file:`");
  BOOST_TEST(found("[a](https:x)").at(0).hint == "write it like this: `https://example.org`");
}

BOOST_AUTO_TEST_SUITE_END()

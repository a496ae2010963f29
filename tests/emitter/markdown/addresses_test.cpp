// Addresses that stand bare in a text, and how they are shown.
#include "emitter/markdown/addresses.hpp"

#include <boost/test/unit_test.hpp>

#include "emitter/markdown/markdown.hpp"
#include "emitter/model/visit.hpp"
#include "emitter/text/readable_address.hpp"
#include "tests/emitter/sketch.hpp"

using namespace listok::emitter;

namespace {

std::string read(const std::string& markdown) {
  const Source source("a.md", markdown);
  const Document document = read_markdown(source);
  BOOST_TEST(sketch(document.diagnostics) == "");
  return sketch(document.blocks, source);
}

// A link whose text is its address is `<address>`.
std::string linked(const std::string& address) {
  return "link(" + address + " -> " + address + ")";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(addresses)

BOOST_AUTO_TEST_CASE(bare_addresses_are_links) {
  struct Case {
    std::string markdown, blocks;
  };
  const std::string x = linked("https://x.org");
  const Case cases[] = {
      {"https://x.org", "p(" + x + ")"},
      {"см. https://x.org, и далее", "p(см. " + x + ", и далее)"},
      {"(https://x.org) «https://x.org» https://x.org…", "p((" + x + ") «" + x + "» " + x + "…)"},
      {"https://x.org?! https://x.org; https://x.org:", "p(" + x + "?! " + x + "; " + x + ":)"},
      {"https://x.org—да https://x.org – нет", "p(" + x + "—да " + x + " – нет)"},
      {"https://x.org/a_(b) (https://x.org/a_(b))",
       "p(" + linked("https://x.org/a_(b)") + " (" + linked("https://x.org/a_(b)") + "))"},
      {"[https://x.org] {https://x.org/{a}}",
       "p([" + x + "] {" + linked("https://x.org/{a}") + "})"},
      {"https://x.org/a?b=c&d=e#f, g", "p(" + linked("https://x.org/a?b=c&d=e#f") + ", g)"},
      {"HTTP://X.ORG/A", "p(" + linked("HTTP://X.ORG/A") + ")"},
      {"http://localhost:8080/a", "p(" + linked("http://localhost:8080/a") + ")"},
      {"https://пример.рф/путь.", "p(" + linked("https://пример.рф/путь") + ".)"},
      {"**https://x.org** *a https://x.org*", "p(strong(" + x + ") em(a " + x + "))"},
      {"https://x.org\nhttps://x.org", "p(" + x + " " + x + ")"},
      {"a\\_b https://x.org/a\\_b c", "p(a_b " + linked("https://x.org/a_b") + " c)"},
      {"https://x.org/_a_/b_c_?_d=e_f_#_g https://x.org/__init__.py _a_",
       "p(" + linked("https://x.org/_a_/b_c_?_d=e_f_#_g") + " " +
           linked("https://x.org/__init__.py") + " em(a))"},
      {"_https://x.org/a_b_ [a](https://x.org/_b)_c_ (https://x.org/_a_)",
       "p(em(" + linked("https://x.org/a_b") + ") link(a -> https://x.org/_b)em(c) (" +
           linked("https://x.org/_a") + "_))"},
      {"www.x.org, WWW.x.org", "p(link(www.x.org -> http://www.x.org), WWW.x.org)"},
      {"a@x.org. B.c+d@e-f.x.org!",
       "p(link(a@x.org -> mailto:a@x.org). link(B.c+d@e-f.x.org -> mailto:B.c+d@e-f.x.org)!)"},
      {"- a https://x.org\n\n| https://x.org |\n|---|\n| b |\n\n### https://x.org",
       "ul[p(a " + x + ")] table -(" + x + "; b) h3(" + x + ")"},
      {"a https://x.org b www.y.org c d@e.org f",
       "p(a " + x + " b link(www.y.org -> http://www.y.org) c link(d@e.org -> mailto:d@e.org) f)"},
  };
  for (const auto& [markdown, blocks] : cases) {
    BOOST_TEST_CONTEXT(markdown) { BOOST_TEST(read(markdown) == blocks); }
  }
}

BOOST_AUTO_TEST_CASE(what_is_no_address) {
  for (const std::string text : {"https://",
                                 "https://…",
                                 "https:// x",
                                 "http:x.org",
                                 "ahttps://x.org",
                                 "ftp://x.org",
                                 "https://{host}/a",
                                 "www.",
                                 "www.a",
                                 "www..",
                                 "awww.x.org",
                                 "a/www.x.org",
                                 "@a",
                                 "a@",
                                 "a@b",
                                 "a@b.1",
                                 "a@b.c",
                                 "@app.route",
                                 "/a@x.org",
                                 "a@@x.org",
                                 "10:20",
                                 "a://b"}) {
    BOOST_TEST_CONTEXT(text) { BOOST_TEST(read(text) == "p(" + text + ")"); }
  }
  BOOST_TEST(
      read("`https://x.org` [https://x.org](https://y.org) ![https://x.org](a.png)") ==
      "p(`https://x.org` link(https://x.org -> https://y.org) image(a.png, https://x.org, ))");
  BOOST_TEST(read("[**https://x.org**](https://y.org)") ==
             "p(link(strong(https://x.org) -> https://y.org))");
}

BOOST_AUTO_TEST_CASE(where_they_stand) {
  const Source source("a.md", "до https://x.org, *https://x.org/a* b@x.org");
  std::vector<std::string> seen;
  const Document document = read_markdown(source);
  visit_all_inlines(document.blocks, [&](const Inline& one) {
    if (!std::holds_alternative<Link>(one.value)) return;
    seen.emplace_back(source.text().substr(one.span.begin, one.span.end - one.span.begin));
  });
  const std::vector<std::string> expected{"https://x.org", "https://x.org/a", "b@x.org"};
  BOOST_TEST(seen == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_text_full_of_addresses_is_read_soon) {
  std::string markdown;
  for (int i = 0; i < 20'000; ++i) markdown += "a@ https:// www. )]} ";
  BOOST_TEST(read("https://x.org/" + std::string(20'000, ')')).size() > 20'000U);
  BOOST_TEST(read(markdown).size() > markdown.size() / 2);
}

BOOST_AUTO_TEST_CASE(as_a_person_reads_them) {
  struct Case {
    std::string address, shown;
  };
  const Case cases[] = {
      {"https://x.org/a%20b%2Fc%25", "https://x.org/a%20b%2Fc%25"},
      {"https://ru.wikipedia.org/wiki/%D0%9D%D0%B5%D0%B9%D1%80%D0%BE%D0%BD",
       "https://ru.wikipedia.org/wiki/Нейрон"},
      {"https://ru.wikipedia.org/wiki/Нейрон", "https://ru.wikipedia.org/wiki/Нейрон"},
      {"https://x.org/%d1%8f?%D1%8F#%D1%8F%", "https://x.org/я?я#я%"},
      {"https://x.org/caf%C3%A9", "https://x.org/café"},
      {"https://x.org/%D0", "https://x.org/%D0"},
      {"https://x.org/%D0%", "https://x.org/%D0%"},
      {"https://x.org/%FF%D1%8F", "https://x.org/%FFя"},
      {"https://x.org/%E2%80%AE%C2%A0%C2%AD", "https://x.org/%E2%80%AE%C2%A0%C2%AD"},
      {"https://x.org/%F0%9F%98%80", "https://x.org/%F0%9F%98%80"},
      {"https://x.org/😀", "https://x.org/%F0%9F%98%80"},
      {"https://x.org/%E6%BC%A2", "https://x.org/%E6%BC%A2"},
      {"https://%D1%8F.org/%D1%8F", "https://%D1%8F.org/я"},
      {"https://яндекс.рф", "https://яндекс.рф"},
      {"mailto:a@x.org", "mailto:a@x.org"},
      {"", ""},
  };
  for (const auto& [address, shown] : cases) BOOST_TEST(readable_address(address) == shown);
  const std::string encoded = "https://x.org/%D1%8F", shown = "https://x.org/я";
  BOOST_TEST(read(encoded) == "p(link(" + shown + " -> " + encoded + "))");
  BOOST_TEST(read("<" + encoded + ">") == "p(link(" + shown + " -> " + encoded + "))");
  BOOST_TEST(read("[a](" + encoded + ")") == "p(link(a -> " + encoded + "))");
  BOOST_TEST(read("www.x.org/%D1%8F") == "p(link(www.x.org/я -> http://www.x.org/%D1%8F))");
}

BOOST_AUTO_TEST_SUITE_END()

#include "emitter/text/text.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

#include "emitter/base/text_check.hpp"
#include "tests/emitter/sketch.hpp"

using namespace listok::emitter;
using namespace std::string_literals;

BOOST_AUTO_TEST_SUITE(text)

BOOST_AUTO_TEST_CASE(what_is_refused) {
  struct Case {
    std::string text, expected;
  };
  const Case cases[] = {
      {"", ""},
      {"Привет, «мир» — №1 \t→ ᵀ\r\n₀ 😀\n", ""},
      {"\xEF\xBB\xBF"
       "a",
       ""},
      {"soft\u00ADhyphen zero\u200Bwidth word\u2060joiner nb\u00A0sp", ""},
      {"👩\u200D💻", ""},
      {"\uFFFD", ""},
      {"ab\0c"s, "control-character 1:3+1"},
      {"\x1B[31m", "control-character 1:1+1"},
      {"\x7F", "control-character 1:1+1"},
      {"a\rb", "control-character 1:2+1"},
      {"a\r", "control-character 1:2+1"},
      {"\u0085", "control-character 1:1+1"},
      {"я\xFF", "invalid-utf8 1:2+1"},
      {"\xC1\x9C", "invalid-utf8 1:1+2"},           // an overlong backslash
      {"\xE0\x80\xAF", "invalid-utf8 1:1+3"},       // an overlong slash
      {"\xED\xA0\x80", "invalid-utf8 1:1+3"},       // a surrogate
      {"\xF4\x90\x80\x80", "invalid-utf8 1:1+4"},   // beyond U+10FFFF
      {"a\xD0", "invalid-utf8 1:2+1"},              // cut short
      {"\xCF\xF0\xE8 \xE2", "invalid-utf8 1:1+3"},  // Windows-1251
      {"a\n\u2028b", "line-separator 2:1+1"},
      {"\u202Eabc", "bidi-control 1:1+1"},
      {"\u2066\u200F", "bidi-control 1:1+1, bidi-control 1:2+1"},
      {"a\uFEFF\uFEFFb\n\uFEFFc", "byte-order-mark 1:2+1"},
      {"\uFEFF\uFEFFa", "byte-order-mark 1:1+1"},
      {"\U000E0041", "tag-character 1:1+1"},
      {"\uFFFE", "non-character 1:1+1"},
      {"\uFDD0", "non-character 1:1+1"},
      {"\U0001FFFF", "non-character 1:1+1"},
      {"\uE000", "private-use 1:1+1"},
      {"\u0378", "unassigned 1:1+1"},
  };
  for (const auto& [text, expected] : cases) {
    BOOST_TEST_CONTEXT(text) { BOOST_TEST(sketch(check_text(Source("a.md", text))) == expected); }
  }
}

BOOST_AUTO_TEST_CASE(messages) {
  const auto one = check_text(Source("a.md", "\xC1\x9C")).at(0);
  BOOST_TEST(one.message == "the bytes `C1 9C` are not UTF-8");
  const auto two = check_text(Source("a.md", "\u202E")).at(0);
  BOOST_TEST(two.message == "`U+202E` is a bidirectional control, which is not allowed");
}

BOOST_AUTO_TEST_CASE(a_hopeless_file_is_not_listed_to_its_end) {
  const Diagnostics found = check_text(Source("a.md", std::string(1000, '\x01')));
  BOOST_TEST(found.size() == 21u);
  BOOST_TEST(found.back().message == "980 more like these from here on");
  BOOST_TEST((found.back().severity == Severity::note));
}

BOOST_AUTO_TEST_CASE(normal_forms) {
  BOOST_TEST(to_nfc("и\u0306 e\u0301 abc") == "й é abc");
  BOOST_TEST(to_nfc("½ ﬁ") == "½ ﬁ");  // compatibility characters stay
  BOOST_TEST(fold_case("ВОПРОС Red Flags ẞ") == fold_case("вопрос red flags ss"));
  BOOST_TEST(to_one_line("  a \r\n\tb  ") == "a b");
  BOOST_TEST(to_one_line("\u00A0a ") == "\u00A0a");
}

// A mark elsewhere in the text makes the library look at all of it.
BOOST_AUTO_TEST_CASE(the_short_way_gives_what_the_library_gives) {
  const std::string marked = " e\u0301";
  for (char32_t c = 0x20; c < 0x3000; ++c) {
    if (refusal(c)) continue;
    std::string one;
    append_utf8(one, c);
    for (const std::string& text : {one, one + one, "a" + one + "ж", "и" + one + "u"}) {
      const std::string whole = to_nfc(text + marked);
      BOOST_TEST_REQUIRE(to_nfc(text) + " é" == whole, "U+" << std::hex << std::uint32_t{c});
    }
    std::size_t offset = 0;
    BOOST_TEST_REQUIRE((next_code_point(one, offset) == c && offset == one.size()));
    BOOST_TEST_REQUIRE(length(one + one) == 2U);
  }
}

BOOST_AUTO_TEST_CASE(code_points) {
  BOOST_TEST(length("Щука😀") == 5u);
  BOOST_TEST(length("a\xFF\xFFz") == 4u);
  std::size_t offset = 1;
  BOOST_TEST((next_code_point("aЖ", offset) == U'Ж'));
  BOOST_TEST(offset == 3u);
  std::string out;
  for (const char32_t c : U"zЖ→😀") {
    if (c != 0) append_utf8(out, c);
  }
  BOOST_TEST(out == "zЖ→😀");
}

BOOST_AUTO_TEST_CASE(properties) {
  BOOST_TEST(display_width(U'Ж') == 1);
  BOOST_TEST(display_width(U'漢') == 2);
  BOOST_TEST(display_width(U'\u0306') == 0);
  BOOST_TEST((is_letter(U'Ж') && is_letter(U'z') && is_letter(U'漢') && !is_letter(U'7')));
  BOOST_TEST((is_digit(U'7') && is_digit(U'٣') && !is_digit(U'²') && !is_digit(U'a')));
  BOOST_TEST((is_cyrillic(U'ё') && is_cyrillic(U'Ї') && !is_cyrillic(U'e')));
}

BOOST_AUTO_TEST_CASE(graphemes) {
  const auto breaks = [](std::u32string_view text) {
    int state = 0;
    std::string marks;
    for (std::size_t i = 1; i < text.size(); ++i) {
      marks += grapheme_break(text[i - 1], text[i], state) ? '|' : '.';
    }
    return marks;
  };
  BOOST_TEST(breaks(U"ab") == "|");
  BOOST_TEST(breaks(U"и\u0306а") == ".|");
  BOOST_TEST(breaks(U"👩\u200D💻!") == "..|");
  BOOST_TEST(breaks(U"🇷🇺🇬🇧") == ".|.");
}

BOOST_AUTO_TEST_SUITE_END()

#include "emitter/base/encoding.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

#include "emitter/base/text_check.hpp"
#include "emitter/text/text.hpp"

using namespace listok::emitter;
using namespace std::string_literals;

namespace {

// "Привет, мир. Как найти число в отсортированном массиве?" in five encodings.
const std::string windows_1251 =
    "# \xCF\xF0\xE8\xE2\xE5\xF2, \xEC\xE8\xF0. \xCA\xE0\xEA \xED\xE0\xE9\xF2\xE8 "
    "\xF7\xE8\xF1\xEB\xEE \xE2 \xEC\xE0\xF1\xF1\xE8\xE2\xE5?\n";
const std::string koi8_r =
    "# \xF0\xD2\xC9\xD7\xC5\xD4, \xCD\xC9\xD2. \xEB\xC1\xCB \xCE\xC1\xCA\xD4\xC9 "
    "\xDE\xC9\xD3\xCC\xCF \xD7 \xCD\xC1\xD3\xD3\xC9\xD7\xC5?\n";
const std::string cp866 =
    "# \x8F\xE0\xA8\xA2\xA5\xE2, \xAC\xA8\xE0. \x8A\xA0\xAA \xAD\xA0\xA9\xE2\xA8 "
    "\xE7\xA8\xE1\xAB\xAE \xA2 \xAC\xA0\xE1\xE1\xA8\xA2\xA5?\n";
const std::string iso_8859_5 =
    "# \xBF\xE0\xD8\xD2\xD5\xE2, \xDC\xD8\xE0. \xBA\xD0\xDA \xDD\xD0\xD9\xE2\xD8 "
    "\xE7\xD8\xE1\xDB\xDE \xD2 \xDC\xD0\xE1\xE1\xD8\xD2\xD5?\n";
const std::string mac_cyrillic =
    "# \x8F\xF0\xE8\xE2\xE5\xF2, \xEC\xE8\xF0. \x8A\xE0\xEA \xED\xE0\xE9\xF2\xE8 "
    "\xF7\xE8\xF1\xEB\xEE \xE2 \xEC\xE0\xF1\xF1\xE8\xE2\xE5 \xDF?\n";

std::string wide(std::u16string_view text, bool big_endian) {
  std::string bytes;
  for (const char16_t unit : text) {
    const char high = static_cast<char>(unit >> 8U), low = static_cast<char>(unit & 0xFFU);
    bytes += {big_endian ? high : low, big_endian ? low : high};
  }
  return bytes;
}

constexpr std::u16string_view russian = u"# Сортировка «слиянием» — №1\r\n\r\n## Вопрос\r\n";
constexpr std::u16string_view english = u"# Merge sort\n\n## Question\n\nHow?\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(encoding)

BOOST_AUTO_TEST_CASE(what_files_look_like) {
  struct Case {
    std::string bytes;
    const char* iconv;
  };
  const Case cases[] = {
      {windows_1251, "WINDOWS-1251"},
      {koi8_r, "KOI8-R"},
      {cp866, "CP866"},
      {iso_8859_5, "ISO-8859-5"},
      {mac_cyrillic, "MAC-CYRILLIC"},
      {"\xFF\xFE" + wide(russian, false), "UTF-16"},
      {"\xFE\xFF" + wide(english, true), "UTF-16"},
      {wide(russian, false), "UTF-16LE"},
      {wide(russian, true), "UTF-16BE"},
      {wide(english, false), "UTF-16LE"},
      {wide(english, true), "UTF-16BE"},
      {"\xFF\xFE\0\0#\0\0\0"s, "UTF-32"},
      {"# The caf\xE9 is na\xEFve, and \x93so on\x94\n", "WINDOWS-1252"},
  };
  for (const auto& [bytes, iconv] : cases) {
    const auto found = likely_encoding(bytes);
    BOOST_TEST_REQUIRE(found.has_value(), iconv);
    BOOST_TEST(found->iconv == iconv);
    const Source source("ru/01.md", bytes);
    const Diagnostics told = check_text(source);
    BOOST_TEST_REQUIRE(told.size() == 1U, iconv);
    BOOST_TEST(told[0].code == "invalid-utf8");
    BOOST_TEST(told[0].hint == "run: iconv -f "s + iconv +
                                   " -t UTF-8 ru/01.md > ru/01.md.new && mv ru/01.md.new ru/01.md");
  }
}

BOOST_AUTO_TEST_CASE(the_whole_message) {
  const std::string text = "---\ntags: [a]\n---\n" + windows_1251;
  const Diagnostics told = check_text(Source("my bank/it's.md", text));
  BOOST_TEST_REQUIRE(told.size() == 1U);
  BOOST_TEST(format_diagnostic(told[0], false) ==
             "my bank/it's.md:4:3: error: the file is not UTF-8: it looks like Windows-1251 "
             "[invalid-utf8]\n"
             "    4 | # ������, ���. ��� ����� ����� � �������?\n"
             "      |   ^~~~~~\n"
             "  hint: run: iconv -f WINDOWS-1251 -t UTF-8 'my bank/it'\\''s.md' > "
             "'my bank/it'\\''s.md.new' && mv 'my bank/it'\\''s.md.new' 'my bank/it'\\''s.md'\n");
}

BOOST_AUTO_TEST_CASE(other_faults_of_a_whole_file) {
  std::string noise;
  for (unsigned i = 0; i < 5000; ++i) noise += static_cast<char>(i * i / 7U + i * 13U);
  const Diagnostics picture =
      check_text(Source("a.md", "\x89PNG\r\n\x1A\n\0\0\0\rIHDR" + noise + "\0"s));
  BOOST_TEST_REQUIRE(picture.size() == 1U);
  BOOST_TEST(picture[0].code == "not-text");

  const Diagnostics old = check_text(Source("a.md", "---\rtags: [a]\r---\r# T\r"));
  BOOST_TEST_REQUIRE(old.size() == 1U);
  BOOST_TEST(old[0].code == "line-ends");
  BOOST_TEST(old[0].hint == R"(run: tr '\r' '\n' < a.md > a.md.new && mv a.md.new a.md)");

  std::string foreign;  // in no encoding that is known here
  for (int i = 0; i < 30; ++i) foreign += "\xA4\xA5 \x81\x8D ";
  const Diagnostics unknown = check_text(Source("a.md", foreign));
  BOOST_TEST_REQUIRE(unknown.size() == 1U);
  BOOST_TEST(unknown[0].message == "the file is not UTF-8");
}

// Slips in a file that is UTF-8: each has its place.
BOOST_AUTO_TEST_CASE(single_faults_stay_single) {
  const Diagnostics found = check_text(Source("a.md", "Сортировка \xFF слиянием \xFE за $n$\n"));
  BOOST_TEST(found.size() == 2U);
  BOOST_TEST(!likely_encoding("plain text").has_value());
  BOOST_TEST(!fault_of_file(Source("a.md", "Сортировка\r\nи поиск\n")).has_value());
  BOOST_TEST(!fault_of_file(Source("a.md", "")).has_value());
}

BOOST_AUTO_TEST_SUITE_END()

#include "latex/pages/xdv.hpp"

#include <boost/test/unit_test.hpp>

#include "latex/pages/xdv_reader.hpp"

using namespace listok::latex;

namespace {

using Files = std::vector<std::string>;

std::string number(std::size_t value, int size) {
  std::string bytes;
  for (int shift = 8 * (size - 1); shift >= 0; shift -= 8) {
    bytes += static_cast<char>(value >> shift & 0xFFU);
  }
  return bytes;
}

// The definition of a font of the machine; `flags` say what else is told of it.
std::string native(const std::string& file, std::size_t flags = 0, std::size_t extras = 0) {
  return number(xdv_commands::native_font, 1) + std::string(8, '\0') + number(flags, 2) +
         number(file.size(), 1) + file + std::string(4 + 4 * extras, '\0');
}

// That of a font of TeX, which is found by its area and name.
std::string of_tex(int size, const std::string& area, const std::string& name) {
  return number(static_cast<std::size_t>(xdv_commands::tex_font + size - 1), 1) +
         std::string(static_cast<std::size_t>(size) + 12, '\0') + number(area.size(), 1) +
         number(name.size(), 1) + area + name;
}

// A file of a page that nobody looks at and these definitions.
std::string file_of(const std::string& fonts) {
  const std::string pages = "pages";
  return pages + number(xdv_commands::post, 1) + std::string(28, '\0') + fonts +
         number(xdv_commands::post_post, 1) + number(pages.size(), 4) + number(7, 1) +
         std::string(4, static_cast<char>(xdv_commands::padding));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(xdv)

BOOST_AUTO_TEST_CASE(the_fonts_of_a_file) {
  BOOST_TEST(font_files(file_of("")).empty());
  BOOST_TEST(font_files(file_of(native("/b.otf") + native("/a.ttf") + native("/b.otf"))) ==
                 (Files{"/a.ttf", "/b.otf"}),
             boost::test_tools::per_element());
  BOOST_TEST(font_files(file_of(native("/a", 0x0200, 1) + native("/b", 0x7200, 4) +
                                number(xdv_commands::nop, 1) + native("/c", 0x0001))) ==
                 (Files{"/a", "/b", "/c"}),
             boost::test_tools::per_element());
  BOOST_TEST(font_files(file_of(of_tex(1, "", "cmr10") + of_tex(4, "area/", "cmsy10") +
                                native("/a"))) == Files{"/a"},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(what_is_cut_off_or_no_such_file_has_none) {
  const std::string whole = file_of(native("/a.ttf"));
  BOOST_TEST(font_files(whole).size() == 1U);
  for (std::size_t size = 0; size + 5 < whole.size(); ++size) {
    BOOST_TEST(font_files(whole.substr(0, size)).empty(), size);
  }
  // Its end leads to what is no postamble.
  const std::string astray =
      std::string(29, 'x') + native("/a.ttf") + number(0, 4) + "\x07" + "\xDF";
  BOOST_TEST(font_files(astray).empty());
  for (const std::string& other : {std::string("%PDF-1.5\n"), std::string(100, '\xDF'),
                                   std::string(100, '\0'), std::string(100, '\xFF')}) {
    BOOST_TEST(font_files(other).empty());
  }
}

BOOST_AUTO_TEST_CASE(numbers_have_their_sign_and_end_with_the_file) {
  XdvReader reader("\x01\x02\xFF\xFE\x7F");
  BOOST_TEST(reader.number(2) == 0x0102U);
  BOOST_TEST(reader.signed_number(2) == -2);
  BOOST_TEST(reader.signed_number(1) == 127);
  BOOST_TEST((reader.ended() && !reader.overrun()));
  BOOST_TEST(reader.number(4) == 0U);
  BOOST_TEST(reader.overrun());
}

BOOST_AUTO_TEST_SUITE_END()

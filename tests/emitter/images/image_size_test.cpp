#include "emitter/images/image_size.hpp"

#include <boost/test/unit_test.hpp>

#include "tests/emitter/pictures.hpp"

using namespace listok::emitter;

namespace {

std::string sketch(std::optional<ImageSize> size) {
  return size ? std::to_string(size->width) + " x " + std::to_string(size->height) : "none";
}

std::string png_of(const std::string& format) { return png(3, 2, format); }

}  // namespace

BOOST_AUTO_TEST_SUITE(image_size)

BOOST_AUTO_TEST_CASE(kinds) {
  BOOST_TEST((kind_of_image(png(1, 1)) == ImageKind::png));
  BOOST_TEST((kind_of_image(jpeg(frame(1, 1))) == ImageKind::jpeg));
  BOOST_TEST((kind_of_image(pdf) == ImageKind::pdf));
  BOOST_TEST((kind_of_image(gif(1, 1)) == ImageKind::gif));
  BOOST_TEST((kind_of_image(webp(1, 1)) == ImageKind::webp));
  for (const char* other :
       {"", "%!PS-Adobe-3.0", "GIF88a", "RIFF1234WAVE", "\x89PNG\n\x1A\n", "\xFF\xD8", " %PDF-1.5",
        "%PDF", "BM", "text", "<html><svg/></html>", "<!-- <svg/> -->", "<!-- <svg",
        "<!DOCTYPE svg", "<?xml?>", "<svgx>", "<", "<!DOCTYPE a [<svg>", "text <svg>"}) {
    BOOST_TEST_CONTEXT(other) { BOOST_TEST(!kind_of_image(other).has_value()); }
  }
  for (const char* one : {"<svg>", "<svg/>", "\xEF\xBB\xBF<svg xmlns=''>", " \r\n<svg\n",
                          "<?xml version='1.0'?><svg>", "<!-- > --><svg>", "<s:svg xmlns:s=''>",
                          "<?xml?>\n<!-- Generator -->\n<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG "
                          "1.1//EN\" \"svg11.dtd\" "
                          "[\n<!ENTITY ns \"http://x\">\n<!ENTITY a '>'>]>\n<svg>",
                          "\x1F\x8B\b"}) {
    BOOST_TEST_CONTEXT(one) { BOOST_TEST((kind_of_image(one) == ImageKind::svg)); }
  }
}

BOOST_AUTO_TEST_CASE(sizes_of_webp_and_gif) {
  using namespace std::string_literals;
  const std::string lossy =
      "RIFF\x20\0\0\0WEBPVP8 \x14\0\0\0\x30\x01\0\x9D\x01\x2A\x03\x40\x02\xC0"s;
  const std::pair<std::string, std::string> cases[] = {
      {webp(640, 480), "640 x 480"},
      {webp(16384, 1), "16384 x 1"},
      {lossy, "3 x 2"},
      {std::string(lossy).replace(23, 1, "x"), "none"},
      {std::string(lossy).replace(26, 2, "\0\x40"s), "none"},
      {"RIFF\x20\0\0\0WEBPVP8X\x0A\0\0\0\0\0\0\0\x02\0\0\x01\0\x01"s, "3 x 65538"},
      {"RIFF\x20\0\0\0WEBPVP9 \x0A\0\0\0\0\0\0\0\x02\0\0\x01\0\x01"s, "none"},
      {webp(640, 480).substr(0, 29), "none"},
      {"", "none"},
  };
  for (const auto& [bytes, expected] : cases) BOOST_TEST(sketch(webp_size(bytes)) == expected);
  BOOST_TEST(sketch(gif_size(gif(640, 480))) == "640 x 480");
  BOOST_TEST(sketch(gif_size(gif(0, 480))) == "none");
  BOOST_TEST(sketch(gif_size(gif(640, 480).substr(0, 12))) == "none");
  BOOST_TEST(is_whole_webp(webp(3, 2)));
  BOOST_TEST(!is_whole_webp(webp(3, 2).substr(0, 30)));
}

BOOST_AUTO_TEST_CASE(sizes_of_png) {
  using namespace std::string_literals;
  const std::string whole = png(640, 480);
  const std::pair<std::string, std::string> cases[] = {
      {whole, "640 x 480"},
      {whole + "more", "640 x 480"},
      {png(0x7FFFFFFF, 1), "2147483647 x 1"},
      {png(0x80000000, 1), "none"},
      {png(1, 0xFFFFFFFF), "none"},
      {png(0, 1), "none"},
      {png(1, 0), "none"},
      {whole.substr(0, whole.size() - 1), "none"},
      {whole.substr(0, 8), "none"},
      {"", "none"},
      {std::string(whole).replace(12, 4, "IDAT"), "none"},
      {std::string(whole).replace(8, 4, "\0\0\0\x0E"s), "none"},
      {std::string(whole).replace(0, 1, "P"), "none"},
      {png_of("\x01\0\0\0\0"s), "3 x 2"},  // grey, one bit
      {png_of("\x10\x06\0\0\x01"s), "3 x 2"},
      {png_of("\x08\x03\0\0\0"s), "3 x 2"},
      {png_of("\x10\x03\0\0\0"s), "none"},  // a palette has no 16 bits
      {png_of("\x04\x02\0\0\0"s), "none"},
      {png_of("\x08\x01\0\0\0"s), "none"},
      {png_of("\x08\x05\0\0\0"s), "none"},
      {png_of("\0\x02\0\0\0"s), "none"},
      {png_of("\x08\x02\x01\0\0"s), "none"},
      {png_of("\x08\x02\0\x01\0"s), "none"},
      {png_of("\x08\x02\0\0\x02"s), "none"},
  };
  for (const auto& [bytes, expected] : cases) BOOST_TEST(sketch(png_size(bytes)) == expected);
}

BOOST_AUTO_TEST_CASE(sizes_of_jpeg) {
  const std::string tables = segment('\xDB', "tables") + segment('\xC4', "Huffman");
  const std::string whole = frame(640, 480);
  const std::pair<std::string, std::string> cases[] = {
      {jpeg(whole), "640 x 480"},
      {jpeg(frame(640, 480, '\xC2')), "640 x 480"},  // progressive
      {jpeg(segment('\xE0', "JFIF") + tables + whole), "640 x 480"},
      {jpeg(segment('\xE1', jpeg(frame(1, 1))) + whole), "640 x 480"},  // a small picture in EXIF
      {jpeg("\xFF\xFF" + whole), "640 x 480"},                          // filling
      {jpeg(frame(640, 480, '\xC4')), "none"},
      {jpeg(frame(640, 480, '\xC8')), "none"},
      {jpeg(frame(640, 480, '\xCC')), "none"},
      {jpeg(tables), "none"},
      {jpeg(segment('\xDA', "scan") + whole), "none"},
      {jpeg("\xFF\xD9" + whole), "none"},
      {jpeg("\xFF\xD8" + whole), "none"},
      {jpeg("x" + whole), "none"},
      {jpeg(whole.substr(0, whole.size() - 1)), "none"},
      {jpeg("\xFF\xE0"), "none"},
      {jpeg("\xFF\xE0\x01\x01" + whole), "none"},  // longer than the file
      {jpeg(std::string("\xFF\xE0\0\x01", 4) + whole), "none"},
      {jpeg(frame(0, 480)), "none"},
      {jpeg(frame(640, 0)), "none"},
      {jpeg(segment('\xC0', "\x08\x01\x01\x01\x01")), "none"},
      {jpeg(segment('\xC0', std::string("\x08\0\x01\0\x01\0", 6))), "none"},       // no components
      {jpeg(segment('\xC0', std::string("\x08\0\x01\0\x01\x02xyz", 9))), "none"},  // two, one there
      {"", "none"},
      {"\xFF\xD8\xFF", "none"},
      {"\xFF\xD8\xFF\xFF\xFF", "none"},
      {png(640, 480), "none"},
  };
  for (const auto& [bytes, expected] : cases) BOOST_TEST(sketch(jpeg_size(bytes)) == expected);
}

BOOST_AUTO_TEST_CASE(a_header_cut_off_anywhere_has_no_size) {
  const std::string a = png(640, 480), b = jpeg(segment('\xE0', "JFIF") + frame(640, 480));
  for (std::size_t end = 0; end < a.size(); ++end) BOOST_TEST(!png_size(a.substr(0, end)));
  for (std::size_t end = 0; end < b.size(); ++end) BOOST_TEST(!jpeg_size(b.substr(0, end)));
}

BOOST_AUTO_TEST_CASE(an_image_cut_off_anywhere_is_not_whole) {
  const std::string a = whole_png(640, 480), b = whole_jpeg(640, 480);
  BOOST_TEST(is_whole_png(a));
  BOOST_TEST(is_whole_jpeg(b));
  BOOST_TEST(is_whole_png(a + "more"));
  BOOST_TEST(is_whole_jpeg(b + "more"));
  for (std::size_t end = 0; end < a.size(); ++end) BOOST_TEST(!is_whole_png(a.substr(0, end)));
  for (std::size_t end = 0; end < b.size(); ++end) BOOST_TEST(!is_whole_jpeg(b.substr(0, end)));
}

BOOST_AUTO_TEST_CASE(what_makes_an_image_whole) {
  using namespace std::string_literals;
  const std::string png_end = chunk("IEND", ""), data = chunk("IDAT", "IEND");
  BOOST_TEST(!is_whole_png(png(1, 1) + png_end));
  BOOST_TEST(!is_whole_png(png(1, 1) + data));
  BOOST_TEST(is_whole_png(png(1, 1) + data + chunk("tEXt", "a") + data + png_end));
  BOOST_TEST(!is_whole_png(png(1, 1) + data + big_endian(0xFFFFFFFF, 4) + "tEXt" + png_end));
  const std::string scan = segment('\xDA', "scan"), end = "\xFF\xD9";
  const std::string exif = segment('\xE1', "a small picture" + end);
  BOOST_TEST(!is_whole_jpeg(jpeg(exif + frame(1, 1))));
  BOOST_TEST(!is_whole_jpeg(jpeg(frame(1, 1) + end)));
  BOOST_TEST(!is_whole_jpeg(jpeg(frame(1, 1) + scan + "a\xFF\xD0" + "b")));
  BOOST_TEST(!is_whole_jpeg(jpeg(frame(1, 1) + scan + "a" + segment('\xC4', "b" + end))));
  BOOST_TEST(is_whole_jpeg(jpeg(exif + frame(1, 1) + scan + "a\xFF\xD0" + "b" +
                                segment('\xC4', end) + scan + "c\xFF" + end)));
}

BOOST_AUTO_TEST_SUITE_END()

#include "pictures/look.hpp"

#include <boost/test/unit_test.hpp>

#include "pictures/density.hpp"
#include "pictures/exif.hpp"
#include "pictures/jpeg.hpp"
#include "pictures/pixels.hpp"
#include "pictures/png.hpp"
#include "tests/latex/pages/minimal_pdf.hpp"
#include "tests/pictures/samples.hpp"

using namespace listok::pictures;
using namespace listok::tests;

namespace {

constexpr std::uint64_t most = 100'000'000;

Look look(const std::string& bytes) { return look_into(bytes, most); }

std::string fault_in(const std::string& bytes) {
  const Look found = look(bytes);
  return found.fault ? found.fault->what + " [" + found.fault->code + "]" : "";
}

Jpeg jpeg_in(const std::string& bytes) { return std::get<Jpeg>(read_jpeg(bytes, most)); }
Png png_in(const std::string& bytes) { return std::get<Png>(read_png(bytes, most)); }

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  BOOST_REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

std::string flipped(std::string bytes, std::size_t at) {
  bytes.at(at) = static_cast<char>(bytes.at(at) ^ 0x55);
  return bytes;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(looking_into_pictures)

BOOST_AUTO_TEST_CASE(sound_pictures_have_no_fault) {
  for (const auto& [name, bytes] : samples()) {
    BOOST_TEST_CONTEXT(name) {
      BOOST_TEST(fault_in(bytes) == "");
      const Look found = look(bytes);
      if (found.instead) {  // and is what stays as it is
        BOOST_TEST(fault_in(*found.instead) == "");
        BOOST_TEST((look(*found.instead).instead.value_or(*found.instead) == *found.instead));
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(what_readers_show_alike_is_left_alone) {
  const std::string plain[] = {sample_png({}),
                               sample_png({.colour = 6, .interlaced = true}),
                               sample_png({.colour = 3, .transparent = true}),
                               sample_png({.gamma = 1 / 2.2}),
                               sample_png({.per_metre = 3937}),
                               sample_jpeg({}),
                               sample_jpeg({.progressive = true}),
                               sample_jpeg({.components = 4}),
                               sample_jpeg({.orientation = 1})};
  for (const std::string& bytes : plain) BOOST_TEST(!look(bytes).instead);
}

BOOST_AUTO_TEST_CASE(a_png_that_readers_differ_in_is_written_anew) {
  const PngKind kinds[] = {{.depth = 16, .colour = 6},
                           {.depth = 16, .colour = 4, .interlaced = true},
                           {.depth = 16},
                           {.gamma = 1},
                           {.per_metre = 39}};
  for (const PngKind& kind : kinds) {
    const Look found = look(sample_png(kind));
    BOOST_REQUIRE(found.instead);
    const Png written = png_in(*found.instead);
    BOOST_TEST(written.depth == 8U);
    BOOST_TEST(written.gamma == 0);
    BOOST_TEST(written.width == 80U);
    BOOST_TEST(written.height == 60U);
    BOOST_TEST(!sane_density(80, 60, written.density));
  }
}

BOOST_AUTO_TEST_CASE(a_photo_is_set_upright_in_its_own_size) {
  for (int orientation = 2; orientation <= 8; ++orientation) {
    for (const int components : {1, 3, 4}) {
      const std::string bytes =
          sample_jpeg({.components = components, .orientation = orientation, .width = 83});
      const Look found = look(bytes);
      BOOST_REQUIRE(found.instead);
      const Jpeg upright = jpeg_in(*found.instead);
      BOOST_TEST(upright.orientation == 1);
      BOOST_TEST(upright.width == (orientation < 5 ? 83U : 60U));
      BOOST_TEST(upright.height == (orientation < 5 ? 60U : 83U));
      BOOST_TEST(found.instead->size() < bytes.size() * 11 / 10);
    }
  }
}

BOOST_AUTO_TEST_CASE(pixels_are_turned_as_exif_says) {
  const Pixels stored{2, 3, 1, {1, 2, 3, 4, 5, 6}};
  const std::vector<std::uint8_t> seen[] = {
      {1, 2, 3, 4, 5, 6}, {2, 1, 4, 3, 6, 5}, {6, 5, 4, 3, 2, 1}, {5, 6, 3, 4, 1, 2},
      {1, 3, 5, 2, 4, 6}, {5, 3, 1, 6, 4, 2}, {6, 4, 2, 5, 3, 1}, {2, 4, 6, 1, 3, 5}};
  for (int orientation = 1; orientation <= 8; ++orientation) {
    const Pixels turned = upright(stored, orientation);
    BOOST_TEST(turned.bytes == seen[orientation - 1], boost::test_tools::per_element());
    BOOST_TEST(turned.width == (orientation < 5 ? 2U : 3U));
  }
}

BOOST_AUTO_TEST_CASE(what_exif_says_is_read_within_its_bytes) {
  using namespace std::string_literals;
  const std::string little =
      "Exif\0\0II*\0\x08\0\0\0\x02\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0"
      "\x1A\x01\x05\0\x01\0\0\0\x26\0\0\0\0\0\0\0\x2C\x01\0\0\x01\0\0\0"s;
  const Exif exif = read_exif(little);
  BOOST_TEST(exif.orientation == 6);
  BOOST_REQUIRE(exif.density);
  BOOST_TEST(exif.density->across == 300);
  for (std::size_t end = 0; end < little.size(); ++end) read_exif(little.substr(0, end));
  for (std::size_t at = 6; at < little.size(); ++at) read_exif(flipped(little, at));
  BOOST_TEST(read_exif("Exif\0\0MM\0*\xFF\xFF\xFF\xF0"s).orientation == 1);
}

BOOST_AUTO_TEST_CASE(a_density_that_tex_cannot_bear_is_none) {
  const auto sane = [](std::uint32_t width, double across, double down) {
    return sane_density(width, 100, Density{across, down}).value_or(Density{}).across;
  };
  BOOST_TEST(sane(2000, 300, 300) == 0);  // as it is
  BOOST_TEST(sane(2000, 1, 1) == 150);
  BOOST_TEST(sane(2000, 0, 0) == 150);
  BOOST_TEST(sane(2000, 12, 12) == 150);
  BOOST_TEST(sane(2000, 1e9, 1e9) == 150);
  BOOST_TEST(sane(100, 600, 72) == 150);
  BOOST_TEST(!sane_density(2000, 100, std::nullopt));
  BOOST_TEST(sane_density(50'000, 100, std::nullopt)->across == 500);
}

BOOST_AUTO_TEST_CASE(an_arithmetic_jpeg_becomes_one_that_pdf_knows) {
  const Look found = look(sample_jpeg({.arithmetic = true}));
  BOOST_REQUIRE(found.instead);
  BOOST_TEST(!jpeg_in(*found.instead).arithmetic);
}

BOOST_AUTO_TEST_CASE(what_is_damaged_is_told_in_plain_words) {
  const std::string png = sample_png({}), jpeg = sample_jpeg({});
  const auto end_of_pixels = png.size() - 12 - 8;
  BOOST_TEST(fault_in(flipped(png, end_of_pixels)).starts_with("is damaged: "));
  BOOST_TEST(
      fault_in(flipped(png, 30)) ==
      "is damaged: the check sum of its part `IHDR` before byte 33 is wrong [image-damaged]");
  BOOST_TEST(
      fault_in(png.substr(0, png.size() / 2)).starts_with("is damaged: it ends too early, after "));
  BOOST_TEST(fault_in(jpeg.substr(0, jpeg.size() - 200) + "\xFF\xD9")
                 .starts_with("is damaged: libjpeg says \"Corrupt JPEG data: premature end of data "
                              "segment\", after "));
  BOOST_TEST(fault_in(png + "what follows") == "");
  BOOST_TEST(fault_in(jpeg + "what follows") == "");
}

BOOST_AUTO_TEST_CASE(what_no_page_can_show_is_refused) {
  std::string deep = sample_jpeg({});
  deep[deep.find("\xFF\xC0") + 4] = 12;
  BOOST_TEST(fault_in(deep) == "has other than 8 bits a sample [image-format]");
  const Look large = look_into(sample_png({}), 80 * 60 - 1);
  BOOST_REQUIRE(large.fault);
  BOOST_TEST(large.fault->code == "image-pixels");
  BOOST_TEST(look_into(sample_jpeg({}), 80 * 60 - 1).fault->code == "image-pixels");
}

BOOST_AUTO_TEST_CASE(a_pdf_is_read_as_far_as_its_first_page_leads) {
  const std::string plain = sample_pdf(false), packed = sample_pdf(true);
  struct Row {
    std::string bytes, fault;
  };
  const Row rows[] = {
      {plain, ""},
      {packed, ""},
      {minimal_pdf(3), "is damaged: its page shows nothing"},
      {replaced(plain, "/Contents 4 0 R", "/Contents 2 0 R"), "is damaged: its page shows nothing"},
      {minimal_pdf(0), "is damaged: it has no page"},
      {replaced(plain, "startxref", "startxerf"), "is damaged: libqpdf says "},
      {replaced(plain, "5 .3 rg", "5 .3 rq"), "is damaged: byte 85 of its page is no instruction"},
      {replaced(plain, "8 6 re", "8   re"), "is damaged: the instruction `re` at byte "},
      {replaced(plain, "/Photo Do", "/Phata Do"), "is damaged: its page uses /Phata, which is not"},
      {replaced(plain, "/Faint gs", "/Fains gs"), "is damaged: its page uses /Fains, which is not"},
      {replaced(plain, "/DCTDecode", "/DCTDecodf"), "is damaged: a part of it is packed in an"},
      {replaced(plain, "/Width 80", "/Width 81"), "is damaged: a picture in it is of another size"},
      {replaced(plain, "[0 0 80 60]", "[0 0 80  0]"), "is damaged: its page has no size"},
      {replaced(plain, "[0 0 80 60]", "[0 0 8e9 6]"), "is damaged: "},
      {flipped(packed, packed.find("stream") + 30), "is damaged: "},
      {packed.substr(0, packed.size() / 2), "is damaged: "}};
  for (const auto& [bytes, fault] : rows) {
    const std::string found = fault_in(bytes);
    BOOST_TEST((fault.empty() ? found.empty() : found.starts_with(fault)), found);
  }
}

BOOST_AUTO_TEST_CASE(no_damage_harms_the_decoders) {
  std::mt19937 random(12);
  for (const auto& [name, bytes] : samples()) {
    for (std::size_t way = 0; way < 2 * ways; ++way) {
      const Look found = look(damaged(bytes, way, random));
      BOOST_TEST((!found.fault || !found.fault->what.empty()));
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

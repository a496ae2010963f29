#include "pictures/look.hpp"

#include <fmt/format.h>

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

std::string stream(const std::string& keys, const std::string& text) {
  return fmt::format("<< {} /Length {} >>\nstream\n{}\nendstream", keys, text.size(), text);
}

// What is wrong with a page that is drawn so, with these resources; `more` are objects from 5 on.
std::string fault_of_page(const std::string& drawing, const std::string& resources = "",
                          const std::vector<std::string>& more = {}) {
  std::vector<std::string> objects{
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      fmt::format("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 80 60] /Contents 4 0 R "
                  "/Resources << {} >> >>",
                  resources),
      stream("", drawing)};
  objects.insert(objects.end(), more.begin(), more.end());
  const std::string fault = fault_in(pdf_of(objects));
  const std::string begin = "is damaged: ", end = " [image-damaged]";
  if (!fault.starts_with(begin)) return fault;
  return fault.substr(begin.size(), fault.size() - begin.size() - end.size());
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
  const std::string metric =  // 100 pixels a centimetre down
      "Exif\0\0MM\0*\0\0\0\x08\0\x02\x01\x1B\0\x05\0\0\0\x01\0\0\0\x26"
      "\x01\x28\0\x03\0\0\0\x01\0\x03\0\0\0\0\0\0\0\0\0\x64\0\0\0\x01"s;
  BOOST_REQUIRE(read_exif(metric).density);
  BOOST_TEST(read_exif(metric).density->down == 254);
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
  BOOST_TEST(fault_in(replaced(sample_jpeg({}), "\xFF\xC0", "\xFF\xC3")) ==
             "is a JPEG of a rare coding [image-format]");
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

BOOST_AUTO_TEST_CASE(what_a_page_is_drawn_by) {
  const struct {
    const char* drawing;
    const char* fault;
  } rows[] = {
      {"q 1 0 0 1 5 5 cm 0 0 9 9 re f Q", ""},
      {"7 .1 .2 .3 rg (x) Tj [(a) 5 (b)] TJ /DeviceRGB cs .1 .2 scn", ""},
      {"BX never heard of EX 0 0 9 9 re", ""},
      {"BI /W 1 /H 1 /BPC 8 /CS /G ID x EI", ""},
      {"/Span BMC EMC /Span << /MCID 0 >> BDC EMC", ""},
      {"Q", "its page restores what it has not saved"},
      {"q Q 1 2", "its page ends within an instruction"},
      {"f never", "byte 2 of its page is no instruction"},
      {"scn", "the instruction `scn` at byte 0 of its page makes no sense"},
      {"(x) w", "the instruction `w` at byte 4 of its page makes no sense"},
      {"5 Tj", "the instruction `Tj` at byte 2 of its page makes no sense"},
      {"5 TJ", "the instruction `TJ` at byte 2 of its page makes no sense"},
      {"/Span 5 BDC", "the instruction `BDC` at byte 8 of its page makes no sense"},
      {"/X Do", "its page uses /X, which is not there"},
      {"/X gs", "its page uses /X, which is not there"},
      {"/X sh", "its page uses /X, which is not there"},
      {"/X cs", "its page uses /X, which is not there"},
      {"/X scn", "its page uses /X, which is not there"},
      {"/OC /X BDC", "its page uses /X, which is not there"},
  };
  for (const auto& [drawing, fault] : rows) {
    BOOST_TEST(fault_of_page(drawing) == fault, drawing << ": " << fault_of_page(drawing));
  }
}

BOOST_AUTO_TEST_CASE(the_fonts_of_a_page) {
  const std::string inner =
      "<< /Subtype /CIDFontType2 /CIDSystemInfo << /Ordering (Identity) >> /FontDescriptor << >> "
      ">>";
  const auto of_type0 = [](const std::string& descendants) {
    return "<< /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [" + descendants + "] >>";
  };
  const std::pair<std::string, const char*> rows[] = {
      {"<< /Subtype /Type1 /BaseFont /Helvetica >>", ""},
      {"<< /Subtype /TrueType /BaseFont /X /FontDescriptor << >> >>", ""},
      {"<< /Subtype /Type3 >>", ""},
      {of_type0(inner), ""},
      {"null", "it has no font /F"},
      {"<< /BaseFont /Helvetica >>", "its font /F has no kind"},
      {"<< /Subtype /Type1 >>", "its font /F has no name"},
      {"<< /Subtype /Type1 /BaseFont /X /FontDescriptor 7 >>", "its font /F has no description"},
      {"<< /Subtype /Type0 /DescendantFonts [" + inner + "] >>", "its font /F has no encoding"},
      {of_type0(""), "its font /F has no glyphs"},
      {of_type0("<< /Subtype /Type1 >>"), "its font /F has no glyphs"},
      {of_type0("<< /Subtype /CIDFontType0 /FontDescriptor << >> >>"),
       "its font /F has no character set"},
      {of_type0("<< /Subtype /CIDFontType0 /CIDSystemInfo << >> >>"),
       "its font /F has no description"},
  };
  for (const auto& [font, fault] : rows) {
    const std::string found =
        fault_of_page("BT /F 12 Tf (x) Tj ET", "/Font << /F 5 0 R >>", {font});
    BOOST_TEST(found == fault, font << ": " << found);
  }
  // What stands in front of the name is passed over, as readers do.
  BOOST_TEST(fault_of_page("BT 7 /F 12 Tf ET", "/Font << /F 5 0 R >>", {rows[0].first}) == "");
  BOOST_TEST(fault_of_page("BT /G 12 Tf ET", "/Font << /F 5 0 R >>", {rows[0].first}) ==
             "it has no font /G");
}

BOOST_AUTO_TEST_CASE(drawings_and_pictures_within_a_page) {
  const auto within = [](const std::string& keys, const std::string& text,
                         const std::vector<std::string>& more = {}) {
    std::vector<std::string> objects{stream(keys, text)};
    objects.insert(objects.end(), more.begin(), more.end());
    return fault_of_page("/X Do", "/XObject << /X 5 0 R >>", objects);
  };
  const std::string form = "/Subtype /Form /BBox [0 0 9 9]";
  BOOST_TEST(within(form, "0 0 9 9 re f") == "");
  BOOST_TEST(within(form, "/X Do") == "");  // itself: readers know when to stop
  BOOST_TEST(within(form + " /Resources << >>", "/Y gs") == "its page uses /Y, which is not there");
  BOOST_TEST(within("/Subtype /Form", "f") == "/X in it is neither a picture nor a drawing");
  BOOST_TEST(within("/Subtype /PS", "f") == "/X in it is neither a picture nor a drawing");
  const auto nested = [&](int depth) {
    std::vector<std::string> forms;
    for (int number = 1; number < depth; ++number) {
      forms.push_back(stream(
          form + fmt::format(" /Resources << /XObject << /X {} 0 R >> >>", number + 5), "/X Do"));
    }
    forms.push_back(stream(form, "f"));
    return fault_of_page("/X Do", "/XObject << /X 5 0 R >>", forms);
  };
  BOOST_TEST(nested(20) == "");
  BOOST_TEST(nested(21) == "drawings in it are nested too deeply");

  const auto picture = [&](const std::string& keys, const std::string& hexadecimal) {
    return within("/Subtype /Image /Width 2 /Height 2 /Filter [/ASCIIHexDecode] " + keys,
                  hexadecimal + ">", {stream("/N 3", "profile")});
  };
  const std::string bytes12(24, '7'), bytes16(32, '7');
  const std::string unknown = "a picture in it does not say how it is to be read";
  const std::string lacking = "a picture in it lacks rows";
  const struct {
    std::string keys, text, fault;
  } rows[] = {
      {"/BitsPerComponent 8 /ColorSpace /DeviceRGB", bytes12, ""},
      {"/BitsPerComponent 8 /ColorSpace /DeviceCMYK", bytes16, ""},
      {"/BitsPerComponent 8 /ColorSpace /DeviceCMYK", bytes12, lacking},
      {"/BitsPerComponent 8 /ColorSpace [/Indexed /DeviceRGB 1 (abcdef)]", "77777777", ""},
      {"/BitsPerComponent 8 /ColorSpace [/ICCBased 6 0 R]", bytes12, ""},
      {"/BitsPerComponent 8 /ColorSpace [/ICCBased 6 0 R]", "7777", lacking},
      {"/BitsPerComponent 8 /ColorSpace [/DeviceN [/A /B] /DeviceRGB 6 0 R]", "7777777777777777",
       ""},
      {"/BitsPerComponent 8 /ColorSpace [/DeviceN [/A /B] /DeviceRGB 6 0 R]", "77777777", lacking},
      {"/ImageMask true", "77", lacking},
      {"/ImageMask true", "7777", ""},
      {"/BitsPerComponent 8", bytes12, unknown},
      {"/BitsPerComponent 8 /ColorSpace [/ICCBased << >>]", bytes12, unknown},
      {"/BitsPerComponent 8 /ColorSpace [/Never 5]", bytes12, unknown},
      {"/BitsPerComponent 7 /ColorSpace /DeviceRGB", bytes12, unknown},
      {"/ColorSpace /DeviceRGB", bytes12, unknown},
  };
  for (const auto& [keys, text, fault] : rows) {
    BOOST_TEST(picture(keys, text) == fault, keys << ": " << picture(keys, text));
  }
  BOOST_TEST(within("/Subtype /Image /Width 0 /Height 2 /ImageMask true", "7") == unknown);
  BOOST_TEST(within(form + " /Filter [/ASCIIHexDecode /Never]", "66>") ==
             "a part of it is packed in an unknown way");
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

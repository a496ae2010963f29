#include <fmt/format.h>

#include <boost/test/unit_test.hpp>

#include <array>

#include "pictures/gif.hpp"
#include "pictures/look.hpp"
#include "pictures/png.hpp"
#include "pictures/webp.hpp"
#include "tests/pictures/samples.hpp"
#include "tests/pictures/web_samples.hpp"

using namespace listok::pictures;
using namespace listok::tests;

namespace {

constexpr std::uint64_t most = 100'000'000;

std::string said(const std::optional<Fault>& fault) {
  return fault ? fault->what + " [" + fault->code + "]" : "";
}

std::string fault_in(const std::string& bytes) { return said(look_into(bytes, most).fault); }

// "width x height: red green blue alpha" of the pixels at two places; or the fault.
std::string sketch(std::variant<FirstFrame, Fault> read, std::uint32_t x, std::uint32_t y) {
  if (const auto* fault = std::get_if<Fault>(&read)) return said(*fault);
  Pixels& pixels = std::get<FirstFrame>(read).pixels;
  const auto at = [&](std::uint32_t across, std::uint32_t down) {
    const std::uint8_t* one = pixels.row(down) + std::size_t{4} * across;
    return fmt::format("{} {} {} {}", one[0], one[1], one[2], one[3]);
  };
  return fmt::format("{} x {}: {}, {}", pixels.width, pixels.height, at(0, 0), at(x, y));
}

std::string gif(const GifKind& kind, std::uint32_t x = 79, std::uint32_t y = 59) {
  return sketch(read_gif(sample_gif(kind), most), x, y);
}
std::string webp(const WebpKind& kind, std::uint32_t x = 79, std::uint32_t y = 59) {
  return sketch(read_webp(sample_webp(kind), most), x, y);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(pictures_of_the_web)

BOOST_AUTO_TEST_CASE(the_pixels_of_a_gif) {
  BOOST_REQUIRE(load_gif());
  BOOST_TEST(gif({}) == "80 x 60: 20 20 20 255, 159 120 80 255");
  BOOST_TEST(gif({.interlaced = true}) == "80 x 60: 20 20 20 255, 159 120 80 255");
  BOOST_TEST(gif({.interlaced = true}, 26, 19) == "80 x 60: 20 20 20 255, 20 20 20 255");
  BOOST_TEST(gif({.interlaced = true}, 26, 20) == "80 x 60: 20 20 20 255, 93 120 80 255");
  BOOST_TEST(gif({.transparent = true}) == "80 x 60: 0 0 0 0, 159 120 80 255");
  BOOST_TEST(gif({.frames = 3}) == "80 x 60: 20 20 20 255, 159 120 80 255");
  BOOST_TEST(gif({.left = 5, .top = 7}, 5, 7) == "85 x 67: 0 0 0 0, 20 20 20 255");
  std::string outside = sample_gif({.left = 5, .top = 7});
  outside.replace(6, 4, std::string("\x50\0\x3C\0", 4));  // what stands past the edge is cut
  BOOST_TEST(sketch(read_gif(outside, most), 79, 59) == "80 x 60: 0 0 0 0, 153 120 80 255");
}

BOOST_AUTO_TEST_CASE(the_pixels_of_a_webp) {
  BOOST_REQUIRE(load_webp());
  BOOST_TEST(webp({}) == "80 x 60: 20 120 20 255, 237 120 237 255");
  BOOST_TEST(webp({.transparent = true}).ends_with(" 0, 237 120 237 255"));
  BOOST_TEST(webp({.frames = 2}) == "80 x 60: 20 120 20 255, 237 120 237 255");
  BOOST_TEST(webp({.orientation = 6}, 0, 79) == "60 x 80: 60 120 60 255, 237 120 237 255");
  for (const bool transparent : {false, true}) {
    auto read = read_webp(sample_webp({.lossy = true, .transparent = transparent}), most);
    BOOST_REQUIRE(std::holds_alternative<FirstFrame>(read));
    Pixels& pixels = std::get<FirstFrame>(read).pixels;
    BOOST_TEST(int{pixels.row(0)[3]} == (transparent ? 0 : 255));
    BOOST_TEST(std::abs(int{pixels.row(40)[4 * 70]} - 217) < 20);
  }
}

BOOST_AUTO_TEST_CASE(a_png_is_set_and_what_moves_is_told) {
  struct Row {
    std::string bytes;
    bool opaque, moves;
  };
  const Row rows[] = {{sample_gif({}), true, false},
                      {sample_gif({.transparent = true}), false, false},
                      {sample_gif({.frames = 2}), true, true},
                      {sample_webp({}), true, false},
                      {sample_webp({.transparent = true}), false, false},
                      {sample_webp({.frames = 3}), true, true}};
  for (const auto& [bytes, opaque, moves] : rows) {
    const Look found = look_into(bytes, most);
    BOOST_REQUIRE(found.instead);
    BOOST_TEST(said(found.loss) == (moves ? "moves: its first frame is set [image-part]" : ""));
    const Png written = std::get<Png>(read_png(*found.instead, most));
    BOOST_TEST(written.width == 80U);
    BOOST_TEST(written.height == 60U);
    BOOST_TEST(((*found.instead)[25] == 2) == opaque);  // the type of colour in IHDR
    BOOST_TEST((look_into(bytes, most).instead == found.instead));
  }
}

BOOST_AUTO_TEST_CASE(damage_is_told_in_plain_words) {
  const std::string sound = sample_gif({}), web = sample_webp({});
  const std::string ends = "is damaged: it ends too early [image-damaged]";
  BOOST_TEST(fault_in(sound.substr(0, sound.size() / 2)) == ends);
  BOOST_TEST(fault_in(sound.substr(0, 20)) == ends);
  BOOST_TEST(fault_in(sound.substr(0, 13 + 3 * 128)) == ends);
  BOOST_TEST(fault_in(sound.substr(0, 13 + 3 * 128) + ";") ==
             "is damaged: there is no picture in it [image-damaged]");
  BOOST_TEST(fault_in(sound.substr(0, 13 + 3 * 128) + "x").starts_with("is damaged: giflib says "));
  std::string colourless = sample_gif({});
  colourless[10] = 0;
  colourless.erase(13, 3 * 128);
  BOOST_TEST(fault_in(colourless) ==
             "is damaged: its first frame has no size or no colours [image-damaged]");
  BOOST_TEST(fault_in(sound + "what follows") == "");
  const std::string moving = sample_gif({.frames = 3});
  BOOST_TEST(fault_in(moving.substr(0, moving.size() - 300)) == "");  // of a frame that is not set
  BOOST_TEST(fault_in(web.substr(0, web.size() / 2)) ==
             "is damaged: libwebp cannot find its parts [image-damaged]");
  std::string ones = web;
  std::fill(ones.begin() + 25, ones.end(), '\xFF');
  BOOST_TEST(fault_in(ones) == "is damaged: libwebp cannot decode it [image-damaged]");
  BOOST_TEST(look_into(sound, 80 * 60 - 1).fault->code == "image-pixels");
  BOOST_TEST(look_into(web, 80 * 60 - 1).fault->code == "image-pixels");
  std::mt19937 random(3);
  for (std::size_t way = 0; way < 20 * ways; ++way) {
    look_into(damaged(sound, way, random), most);
    look_into(damaged(web, way, random), most);
  }
}

BOOST_AUTO_TEST_SUITE_END()

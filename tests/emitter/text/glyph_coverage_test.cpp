#include "emitter/text/glyph_coverage.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "emitter/text/glyph_tables.hpp"

using namespace listok::emitter;

BOOST_AUTO_TEST_SUITE(faces)

BOOST_AUTO_TEST_CASE(what_the_faces_have) {
  struct Row {
    char32_t character;
    bool serif, sans, mono, stix, dejavu_sans, math;
  };
  constexpr Row rows[] = {
      {U'A', true, true, true, true, true, true},
      {U'~', true, true, true, true, true, true},
      {U'\t', false, false, false, false, false, false},
      {U'Я', true, true, true, true, true, false},
      {U'«', true, true, true, true, true, true},
      {U'≥', true, true, true, true, true, true},
      {U'№', true, true, true, true, true, true},
      {U'₂', true, true, true, false, true, false},
      {U'→', false, false, true, true, true, true},
      {U'∈', false, false, false, true, true, true},
      {U'α', false, false, false, true, true, true},
      {U'Δ', false, false, false, true, true, true},
      {U'ᵀ', false, false, false, false, true, false},
      {U'漢', false, false, false, false, false, false},
      {0x10FFFF, false, false, false, false, false, false},
      {0, false, false, false, false, false, false},
  };
  for (const Row& row : rows) {
    BOOST_TEST_CONTEXT("U+" << std::hex << static_cast<unsigned>(row.character)) {
      BOOST_TEST(has_glyph(Face::serif, row.character) == row.serif);
      BOOST_TEST(has_glyph(Face::sans, row.character) == row.sans);
      BOOST_TEST(has_glyph(Face::mono, row.character) == row.mono);
      BOOST_TEST(has_glyph(Face::stix, row.character) == row.stix);
      BOOST_TEST(has_glyph(Face::dejavu_sans, row.character) == row.dejavu_sans);
      BOOST_TEST(has_glyph(Face::math, row.character) == row.math);
    }
  }
}

BOOST_AUTO_TEST_CASE(the_ends_of_a_range_belong_to_it) {
  // PT Serif: U+0401-040C, then U+040E-044F.
  BOOST_TEST(!has_glyph(Face::serif, 0x0400));
  BOOST_TEST(has_glyph(Face::serif, 0x0401));
  BOOST_TEST(has_glyph(Face::serif, 0x040C));
  BOOST_TEST(!has_glyph(Face::serif, 0x040D));
  BOOST_TEST(has_glyph(Face::serif, 0x040E));
  BOOST_TEST(has_glyph(Face::serif, 0x044F));
  BOOST_TEST(!has_glyph(Face::serif, 0x0450));
}

BOOST_AUTO_TEST_CASE(every_character_of_a_table_is_had_and_no_other) {
  for (const Face face : {Face::serif, Face::sans, Face::mono, Face::stix, Face::dejavu_sans,
                          Face::dejavu_serif, Face::math}) {
    const auto ranges = code_points(face);
    for (char32_t c = 0; c < 0x3000; ++c) {
      const bool listed = std::ranges::any_of(
          ranges, [c](const CodePoints& range) { return range.first <= c && c <= range.last; });
      BOOST_TEST_REQUIRE(has_glyph(face, c) == listed, "U+" << std::hex << std::uint32_t{c});
    }
  }
}

BOOST_AUTO_TEST_CASE(the_tables_are_in_order) {
  for (const Face face : {Face::serif, Face::sans, Face::mono, Face::stix, Face::dejavu_sans,
                          Face::dejavu_serif, Face::math}) {
    const auto ranges = code_points(face);
    BOOST_REQUIRE(!ranges.empty());
    for (std::size_t i = 0; i < ranges.size(); ++i) {
      BOOST_TEST((ranges[i].first <= ranges[i].last));
      if (i > 0) BOOST_TEST((ranges[i - 1].last + 1 < ranges[i].first));
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

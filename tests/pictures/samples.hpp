// Pictures of many kinds, all sound, and ways to damage them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace listok::tests {

struct PngKind {
  int depth = 8;   // bits a sample
  int colour = 2;  // PNG_COLOR_TYPE_…
  bool interlaced = false;
  bool transparent = false;     // a chunk tRNS
  double gamma = 0;             // 0: no chunk gAMA
  std::uint32_t per_metre = 0;  // pixels; 0: no chunk pHYs
  std::uint32_t width = 80, height = 60;
};

// A field of colours with a dark block in its left upper corner.
std::string sample_png(const PngKind& kind);

struct JpegKind {
  int components = 3;  // 1: gray, 3: YCbCr, 4: CMYK with Adobe's mark
  bool progressive = false, arithmetic = false;
  unsigned restart = 0;   // blocks between marks; 0: none
  int orientation = 0;    // of Exif; 0: no Exif
  unsigned per_inch = 0;  // pixels; 0: no density
  std::uint32_t width = 80, height = 60;
};

std::string sample_jpeg(const JpegKind& kind);

// The same field drawn, with a picture in it. `packed`: its streams are.
std::string sample_pdf(bool packed);

struct Sample {
  std::string name;  // of a file: "rgb8.png"
  std::string bytes;
};

std::vector<Sample> samples();

// A picture damaged in way `way` of `ways`.
constexpr std::size_t ways = 9;
std::string damaged(const std::string& bytes, std::size_t way, std::mt19937& random);

}  // namespace listok::tests

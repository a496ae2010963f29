// Pictures of the web: GIF, WebP, SVG.
#pragma once

#include <cstdint>
#include <string>

namespace listok::tests {

struct GifKind {
  bool interlaced = false;
  bool transparent = false;         // the dark block is
  int frames = 1;                   // the second and those after it are dark
  std::uint32_t left = 0, top = 0;  // of the frames; the whole is as much larger
  std::uint32_t width = 80, height = 60;
};

std::string sample_gif(const GifKind& kind);

struct WebpKind {
  bool lossy = false;
  bool transparent = false;  // the dark block is
  int orientation = 0;       // of Exif; 0: no Exif
  int frames = 1;
  std::uint32_t width = 80, height = 60;
};

std::string sample_webp(const WebpKind& kind);

// Of 80 x 60 pixels: the dark block, `content`.
std::string sample_svg(const std::string& content);

std::string base64(const std::string& bytes);
std::string gzipped(const std::string& text);

}  // namespace listok::tests

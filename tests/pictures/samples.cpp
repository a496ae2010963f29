#include "tests/pictures/samples.hpp"

#include <fmt/format.h>
#include <cstdio>

#include <jpeglib.h>
#include <png.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstdlib>

#include "tests/latex/pages/minimal_pdf.hpp"
#include "tests/pictures/web_samples.hpp"

namespace listok::tests {
namespace {

// Of channel `channel` at a place, 0 to 1.
double shade(std::uint32_t x, std::uint32_t y, std::uint32_t width, std::uint32_t height,
             int channel) {
  if (3 * x < width && 3 * y < height) return .1;
  const double across = static_cast<double>(x) / width, down = static_cast<double>(y) / height;
  switch (channel) {
    case 0: return .3 + .5 * across;
    case 1: return .3 + .5 * down;
    case 2: return .8 - .5 * across;
    default: return .9;
  }
}

void append(png_structp png, png_bytep bytes, png_size_t count) {
  static_cast<std::string*>(png_get_io_ptr(png))->append(reinterpret_cast<char*>(bytes), count);
}

std::string png_row(const PngKind& kind, int channels, std::uint32_t y) {
  std::string row;
  for (std::uint32_t x = 0; x < kind.width; ++x) {
    for (int channel = 0; channel < channels; ++channel) {
      const double value = channel == channels - 1 && channels % 2 == 0
                               ? .9
                               : shade(x, y, kind.width, kind.height, channel);
      const auto whole = static_cast<unsigned>(value * 65535);
      if (kind.colour == PNG_COLOR_TYPE_PALETTE) {
        row += static_cast<char>(static_cast<unsigned>(value * 15));
      } else if (kind.depth == 1) {
        row += static_cast<char>(value > .5 ? 1 : 0);
      } else {
        row += static_cast<char>(whole >> 8U);
        if (kind.depth == 16) row += static_cast<char>(whole);
      }
    }
  }
  return row;
}

void set_chunks(png_structp png, png_infop info, const PngKind& kind) {
  png_set_IHDR(png, info, kind.width, kind.height, kind.depth, kind.colour,
               kind.interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE, 0, 0);
  std::array<png_color, 16> palette{};
  std::array<png_byte, 16> alpha{};
  for (std::size_t entry = 0; entry < palette.size(); ++entry) {
    const auto level = static_cast<png_byte>(entry * 16);
    palette[entry] = {level, static_cast<png_byte>(240 - level), 120};
    alpha[entry] = static_cast<png_byte>(255 - level / 2);
  }
  if (kind.colour == PNG_COLOR_TYPE_PALETTE) png_set_PLTE(png, info, palette.data(), 16);
  png_color_16 key{};
  key.gray = key.red = key.green = key.blue = 3;
  if (kind.transparent) {
    const bool indexed = kind.colour == PNG_COLOR_TYPE_PALETTE;
    png_set_tRNS(png, info, alpha.data(), indexed ? 16 : 0, indexed ? nullptr : &key);
  }
  if (kind.gamma > 0) png_set_gAMA(png, info, kind.gamma);
  if (kind.per_metre > 0) png_set_pHYs(png, info, kind.per_metre, kind.per_metre, 1);
}

// Motorola's order of bytes, one entry: the orientation.
std::string exif(int orientation) {
  using namespace std::string_literals;
  return "Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0"s +
         static_cast<char>(orientation) + "\0\0\0\0\0\0"s;
}

std::string deflated(const std::string& text) {
  std::string packed(compressBound(text.size()), '\0');
  uLongf size = packed.size();
  compress(reinterpret_cast<Bytef*>(packed.data()), &size,
           reinterpret_cast<const Bytef*>(text.data()), text.size());
  packed.resize(size);
  return packed;
}

std::string stream(const std::string& entries, const std::string& bytes) {
  return fmt::format("<< {} /Length {} >>\nstream\n{}\nendstream", entries, bytes.size(), bytes);
}

}  // namespace

std::string sample_png(const PngKind& kind) {
  std::string bytes;
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
  png_infop info = png_create_info_struct(png);
  png_set_write_fn(png, &bytes, append, nullptr);
  set_chunks(png, info, kind);
  png_write_info(png, info);
  png_set_packing(png);
  const int channels = png_get_channels(png, info);
  std::vector<std::string> rows;
  std::vector<png_bytep> pointers;
  for (std::uint32_t y = 0; y < kind.height; ++y) rows.push_back(png_row(kind, channels, y));
  for (std::string& row : rows) pointers.push_back(reinterpret_cast<png_bytep>(row.data()));
  png_write_image(png, pointers.data());
  png_write_end(png, info);
  png_destroy_write_struct(&png, &info);
  return bytes;
}

std::string sample_jpeg(const JpegKind& kind) {
  jpeg_compress_struct info{};
  jpeg_error_mgr errors{};
  info.err = jpeg_std_error(&errors);
  jpeg_create_compress(&info);
  unsigned char* memory = nullptr;
  unsigned long size = 0;
  jpeg_mem_dest(&info, &memory, &size);
  info.image_width = kind.width;
  info.image_height = kind.height;
  info.input_components = kind.components;
  info.in_color_space = kind.components == 1   ? JCS_GRAYSCALE
                        : kind.components == 3 ? JCS_RGB
                                               : JCS_CMYK;
  jpeg_set_defaults(&info);
  jpeg_set_quality(&info, 92, TRUE);
  if (kind.progressive) jpeg_simple_progression(&info);
  info.arith_code = kind.arithmetic ? TRUE : FALSE;
  info.restart_interval = kind.restart;
  if (kind.per_inch > 0) {
    info.density_unit = 1;
    info.X_density = info.Y_density = static_cast<UINT16>(kind.per_inch);
  }
  jpeg_start_compress(&info, TRUE);
  if (kind.orientation > 0) {
    const std::string segment = exif(kind.orientation);
    jpeg_write_marker(&info, JPEG_APP0 + 1, reinterpret_cast<const JOCTET*>(segment.data()),
                      static_cast<unsigned>(segment.size()));
  }
  while (info.next_scanline < info.image_height) {
    std::vector<JSAMPLE> row;
    for (std::uint32_t x = 0; x < kind.width; ++x) {
      for (int channel = 0; channel < kind.components; ++channel) {
        row.push_back(static_cast<JSAMPLE>(
            255 * shade(x, info.next_scanline, kind.width, kind.height, channel)));
      }
    }
    JSAMPROW pointer = row.data();
    jpeg_write_scanlines(&info, &pointer, 1);
  }
  jpeg_finish_compress(&info);
  std::string bytes(reinterpret_cast<char*>(memory), size);
  jpeg_destroy_compress(&info);
  std::free(memory);  // NOLINT: the library's
  return bytes;
}

std::string sample_pdf(bool packed) {
  std::string drawing =
      "q .1 .1 .1 rg 0 40 30 20 re f Q\nq 30 0 0 20 50 0 cm /Photo Do Q\n/Faint gs\n";
  for (int step = 0; step < 50; ++step) {
    drawing +=
        fmt::format("{:.2f} .5 .3 rg {} {} 8 6 re f\n", step / 50., step % 10 * 8, step / 10 * 8);
  }
  const std::string filter = packed ? "/Filter /FlateDecode" : "";
  const std::string photo = sample_jpeg({});
  const std::vector<std::string> objects{
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 80 60] /Contents 4 0 R /Resources << /XObject "
      "<< /Photo 5 0 R >> /ExtGState << /Faint << /Type /ExtGState /ca .8 >> >> >> >>",
      stream(filter, packed ? deflated(drawing) : drawing),
      stream("/Type /XObject /Subtype /Image /Width 80 /Height 60 /ColorSpace /DeviceRGB "
             "/BitsPerComponent 8 /Filter /DCTDecode",
             photo)};
  return pdf_of(objects);
}

std::vector<Sample> samples() {
  return {{"gray1.png", sample_png({.depth = 1, .colour = 0})},
          {"gray8.png", sample_png({.colour = 0})},
          {"gray16.png", sample_png({.depth = 16, .colour = 0, .interlaced = true})},
          {"rgb8.png", sample_png({})},
          {"rgb8i.png", sample_png({.interlaced = true})},
          {"rgb16.png", sample_png({.depth = 16})},
          {"rgb16t.png", sample_png({.depth = 16, .transparent = true})},
          {"pal8.png", sample_png({.colour = 3})},
          {"pal8t.png", sample_png({.colour = 3, .interlaced = true, .transparent = true})},
          {"ga8.png", sample_png({.colour = 4})},
          {"ga16.png", sample_png({.depth = 16, .colour = 4})},
          {"rgba8.png", sample_png({.colour = 6, .interlaced = true})},
          {"rgba16.png", sample_png({.depth = 16, .colour = 6})},
          {"gamma.png", sample_png({.gamma = 1})},
          {"dense.png", sample_png({.per_metre = 1, .width = 2000})},
          {"rgb.jpg", sample_jpeg({})},
          {"gray.jpg", sample_jpeg({.components = 1, .per_inch = 1})},
          {"cmyk.jpg", sample_jpeg({.components = 4})},
          {"restart.jpg", sample_jpeg({.restart = 4})},
          {"progressive.jpg", sample_jpeg({.progressive = true})},
          {"arithmetic.jpg", sample_jpeg({.arithmetic = true})},
          {"turned.jpg", sample_jpeg({.orientation = 6})},
          {"turnedp.jpg", sample_jpeg({.components = 4, .progressive = true, .orientation = 7})},
          {"plain.pdf", sample_pdf(false)},
          {"packed.pdf", sample_pdf(true)},
          {"plain.gif", sample_gif({})},
          {"moving.gif", sample_gif({.interlaced = true, .transparent = true, .frames = 2})},
          {"lossless.webp", sample_webp({})},
          {"lossy.webp", sample_webp({.lossy = true, .transparent = true})},
          {"moving.webp", sample_webp({.orientation = 6, .frames = 2})},
          {"words.svg", sample_svg("<text x='5' y='50' font-size='12'>Привет</text>")},
          {"filter.svg", sample_svg("<filter id='f'><feGaussianBlur stdDeviation='2'/></filter>"
                                    "<circle cx='50' cy='30' r='9' filter='url(#f)'/>")},
          {"packed.svgz", gzipped(sample_svg("<image width='30' height='30' x='40' "
                                             "xlink:href='data:image/png;base64," +
                                             base64(sample_png({.colour = 6})) + "'/>"))}};
}

std::string damaged(const std::string& bytes, std::size_t way, std::mt19937& random) {
  const auto below = [&](std::size_t end) { return random() % std::max<std::size_t>(end, 1); };
  std::string spoilt = bytes;
  const auto flip = [&](unsigned char by) {
    char& one = spoilt[below(spoilt.size())];
    one = static_cast<char>(static_cast<unsigned char>(one) ^ by);
  };
  const std::size_t part = bytes.size() / 20 + 1;
  const std::size_t at = below(bytes.size() - part);
  switch (way % ways) {
    case 0: return bytes.substr(0, bytes.size() - 1 - below(bytes.size() - 20));  // cut off
    case 1: flip(static_cast<unsigned char>(1U << below(8))); return spoilt;
    case 2: flip(static_cast<unsigned char>(1 + below(255))); return spoilt;
    case 3:
      for (int time = 0; time < 10; ++time) flip(static_cast<unsigned char>(1 + below(255)));
      return spoilt;
    case 4: return spoilt.replace(at, part, part, '\0');
    case 5: return spoilt.erase(at, 1 + below(9));
    case 6: return spoilt.insert(at, std::string(1 + below(9), static_cast<char>(below(256))));
    case 7:  // a length, near the head where lengths are
      spoilt[below(std::min<std::size_t>(64, bytes.size()))] = static_cast<char>(below(256));
      return spoilt;
    default:  // two parts have changed places
      std::swap_ranges(spoilt.begin(), spoilt.begin() + static_cast<std::ptrdiff_t>(part),
                       spoilt.end() - static_cast<std::ptrdiff_t>(part));
      return spoilt;
  }
}

}  // namespace listok::tests

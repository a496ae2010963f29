#include "pictures/look.hpp"

#include <new>
#include <utility>

#include "pictures/base/deflate.hpp"
#include "pictures/gif.hpp"
#include "pictures/jpeg.hpp"
#include "pictures/pdf.hpp"
#include "pictures/pixels.hpp"
#include "pictures/png.hpp"
#include "pictures/svg/svg.hpp"
#include "pictures/webp.hpp"

namespace listok::pictures {
namespace {

Look too_large() { return {Fault{"image-pixels", "needs too much memory", "scale it down"}, {}}; }

// Nothing but memory can fail to write what was read.
Look written_anew(std::string bytes) {
  if (bytes.empty()) return too_large();
  return {{}, std::move(bytes)};
}

Look look_into_png(std::string_view bytes, std::uint64_t most_pixels) {
  constexpr unsigned usual_depth = 8;
  auto read = read_png(bytes, most_pixels);
  if (auto* fault = std::get_if<Fault>(&read)) return {std::move(*fault), {}};
  const Png& png = std::get<Png>(read);
  const auto density = sane_density(png.width, png.height, png.density);
  // xdvipdfmx writes 16 bits with alpha so that readers show nothing, and they differ in gamma.
  if (png.depth <= usual_depth && png.gamma == 0 && !density) return {};
  return written_anew(plain_png(bytes, png, density ? density : png.density));
}

Look look_into_jpeg(std::string_view bytes, std::uint64_t most_pixels) {
  auto read = read_jpeg(bytes, most_pixels);
  if (auto* fault = std::get_if<Fault>(&read)) return {std::move(*fault), {}};
  const Jpeg& jpeg = std::get<Jpeg>(read);
  const auto sane = sane_density(jpeg.width, jpeg.height, jpeg.density);
  if (jpeg.orientation == 1 && !jpeg.arithmetic && !sane) return {};
  auto density = sane ? sane : jpeg.density;
  if (density && swaps_sides(jpeg.orientation)) std::swap(density->across, density->down);
  return written_anew(plain_jpeg(bytes, jpeg, density));
}

Look look_into_pdf(std::string_view bytes, std::uint64_t most_pixels) {
  auto page = first_page(bytes, most_pixels);
  if (auto* fault = std::get_if<Fault>(&page)) return {std::move(*fault), {}};
  return {{}, std::get<std::string>(std::move(page))};
}

Look look_into_frame(std::variant<FirstFrame, Fault> read) {
  if (auto* fault = std::get_if<Fault>(&read)) return {std::move(*fault), {}};
  FirstFrame& frame = std::get<FirstFrame>(read);
  const bool moves = frame.moves;
  const auto density = sane_density(frame.pixels.width, frame.pixels.height, std::nullopt);
  Look look = written_anew(png_of(std::move(frame), density));
  if (moves) {
    look.loss = Fault{"image-part", "moves: its first frame is set",
                      "for another take it out: `convert 'in[3]' out.png` of ImageMagick does"};
  }
  return look;
}

Look without_library(const char* what, const char* hint) {
  Look look{Fault{"image-format", what, hint}, {}};
  look.lasting = false;
  return look;
}

Look look_into_svg(std::string_view bytes, std::uint64_t most_pixels) {
  DrawnSvg drawn = draw_svg(bytes);
  Look look;
  if (!drawn.fault) look = look_into_pdf(drawn.pdf, most_pixels);
  if (look.fault) look.fault->hint = "draw it more simply, or save it as a PDF";
  if (drawn.fault) look.fault = std::move(drawn.fault);
  if (!look.fault) look.loss = std::move(drawn.loss);
  look.lasting = drawn.lasting;
  return look;
}

Look look_into_packed_svg(std::string_view bytes, std::uint64_t most_pixels) {
  constexpr std::uint64_t most = 50'000'000;  // bytes
  const auto text = unpacked_gzip(bytes, most);
  if (text) return look_into_svg(*text, most_pixels);
  return {
      Fault{"image-damaged", "is damaged: it is an SVG that cannot be unpacked, or is too large",
            "unpack it: `gzip -cd in.svgz > out.svg` does"},
      {}};
}

enum class Kind { png, jpeg, gif, webp, pdf, packed_svg, svg };

Kind kind_of(std::string_view head) {
  if (head.starts_with("\x89PNG")) return Kind::png;
  if (head.starts_with("\xFF\xD8")) return Kind::jpeg;
  if (head.starts_with("GIF8")) return Kind::gif;
  if (head.starts_with("RIFF")) return Kind::webp;
  if (head.starts_with("%PDF-")) return Kind::pdf;
  return head.starts_with("\x1F\x8B") ? Kind::packed_svg : Kind::svg;
}

Look look_into(Kind kind, std::string_view bytes, std::uint64_t most_pixels) {
  switch (kind) {
    case Kind::png: return look_into_png(bytes, most_pixels);
    case Kind::jpeg: return look_into_jpeg(bytes, most_pixels);
    case Kind::pdf: return look_into_pdf(bytes, most_pixels);
    case Kind::svg: return look_into_svg(bytes, most_pixels);
    case Kind::packed_svg: return look_into_packed_svg(bytes, most_pixels);
    case Kind::gif:
      if (load_gif()) return look_into_frame(read_gif(bytes, most_pixels));
      return without_library("is GIF, which needs giflib to be read",
                             "install giflib (Debian: libgif7), or turn the picture into a PNG");
    case Kind::webp: break;
  }
  if (load_webp()) return look_into_frame(read_webp(bytes, most_pixels));
  return without_library("is WebP, which needs libwebp to be read",
                         "install libwebp (Debian: libwebpdemux2), or turn the picture into a PNG");
}

}  // namespace

std::vector<std::string> get_ready_for(std::string_view head) {
  const Kind kind = kind_of(head);
  if (kind == Kind::gif) load_gif();
  if (kind == Kind::webp) load_webp();
  if (kind == Kind::svg || kind == Kind::packed_svg) return load_svg();
  return {};
}

Look look_into(std::string_view bytes, std::uint64_t most_pixels) {
  try {
    return look_into(kind_of(bytes), bytes, most_pixels);
  } catch (const std::bad_alloc&) { return too_large(); }
}

}  // namespace listok::pictures

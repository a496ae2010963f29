#include "pictures/look.hpp"

#include <new>
#include <utility>

#include "pictures/jpeg.hpp"
#include "pictures/pdf.hpp"
#include "pictures/pixels.hpp"
#include "pictures/png.hpp"

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

}  // namespace

Look look_into(std::string_view bytes, std::uint64_t most_pixels) {
  try {
    if (bytes.starts_with("\x89PNG")) return look_into_png(bytes, most_pixels);
    if (bytes.starts_with("\xFF\xD8")) return look_into_jpeg(bytes, most_pixels);
    return look_into_pdf(bytes, most_pixels);
  } catch (const std::bad_alloc&) { return too_large(); }
}

}  // namespace listok::pictures

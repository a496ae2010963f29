#include "pictures/svg/svg.hpp"

#include <cairo-pdf.h>
#include <fmt/format.h>
#include <librsvg/rsvg.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "pictures/base/lazy_library.hpp"
#include "pictures/svg/svg_content.hpp"
#include "pictures/svg/svg_faces.hpp"
#include "pictures/svg/svg_on_paper.hpp"

namespace listok::pictures {
namespace {

struct Librsvg {
  LazyLibrary library{"librsvg-2.so.2"};
  decltype(&rsvg_handle_new_from_data) read = library["rsvg_handle_new_from_data"];
  decltype(&rsvg_handle_set_dpi) set_dpi = library["rsvg_handle_set_dpi"];
  decltype(&rsvg_handle_get_intrinsic_dimensions) dimensions =
      library["rsvg_handle_get_intrinsic_dimensions"];
  decltype(&rsvg_handle_get_geometry_for_element) geometry =
      library["rsvg_handle_get_geometry_for_element"];
  decltype(&rsvg_handle_render_document) draw = library["rsvg_handle_render_document"];
};

struct Cairo {
  LazyLibrary library{"libcairo.so.2"};
  decltype(&cairo_pdf_surface_create_for_stream) pdf =
      library["cairo_pdf_surface_create_for_stream"];
  decltype(&cairo_surface_set_device_scale) set_device_scale =
      library["cairo_surface_set_device_scale"];
  decltype(&cairo_surface_finish) finish = library["cairo_surface_finish"];
  decltype(&cairo_surface_status) status = library["cairo_surface_status"];
  decltype(&cairo_surface_destroy) close = library["cairo_surface_destroy"];
  decltype(&cairo_create) begin = library["cairo_create"];
  decltype(&cairo_scale) scale = library["cairo_scale"];
  decltype(&cairo_destroy) end = library["cairo_destroy"];
  decltype(&cairo_status_to_string) words_of = library["cairo_status_to_string"];
};

struct Glib {
  LazyLibrary library{"libglib-2.0.so.0"}, objects{"libgobject-2.0.so.0"};
  decltype(&g_error_free) free_error = library["g_error_free"];
  decltype(&g_object_unref) release = objects["g_object_unref"];
};

struct Libraries {
  Librsvg rsvg;
  Cairo cairo;
  Glib glib;

  bool whole() const {
    return rsvg.library.whole() && cairo.library.whole() && glib.library.whole() &&
           glib.objects.whole();
  }
};

const Libraries& libraries() {
  static const Libraries loaded;
  return loaded;
}

using Handle = std::unique_ptr<RsvgHandle, decltype(&g_object_unref)>;

constexpr double per_inch = 96;          // pixels
constexpr double point = 72 / per_inch;  // of a pixel

Fault damaged(std::string_view why) {
  return {"image-damaged", fmt::format("is damaged: {}", why),
          "open it in a browser, which says more, or save it again as plain SVG"};
}

// Takes over `error`, which may be null.
Fault damaged_by(GError* error) {
  if (error == nullptr) return damaged("librsvg cannot read it");
  std::string said = fmt::format("librsvg says \"{}\"", error->message);
  libraries().glib.free_error(error);
  std::ranges::replace_if(said, [](char c) { return c == '\t' || c == '\n'; }, ' ');
  return damaged(said);
}

// In pixels; nothing for what is measured against a page or a letter.
std::optional<double> pixels_of(const RsvgLength& length) {
  switch (length.unit) {
    case RSVG_UNIT_PX: return length.length;
    case RSVG_UNIT_IN: return length.length * per_inch;
    case RSVG_UNIT_CM: return length.length * per_inch / 2.54;
    case RSVG_UNIT_MM: return length.length * per_inch / 25.4;
    case RSVG_UNIT_PT: return length.length * per_inch / 72;
    case RSVG_UNIT_PC: return length.length * per_inch / 6;
    default: return std::nullopt;
  }
}

struct Extent {
  double x = 0, y = 0;  // of what is at the left upper corner of the page
  double width = 0, height = 0;
};

// In pixels.
Extent extent_of(RsvgHandle* handle) {
  const auto& rsvg = libraries().rsvg;
  gboolean has_width = FALSE, has_height = FALSE, has_box = FALSE;
  RsvgLength width{}, height{};
  RsvgRectangle box{}, ink{}, logical{};
  rsvg.dimensions(handle, &has_width, &width, &has_height, &height, &has_box, &box);
  const auto across = has_width != FALSE ? pixels_of(width) : std::nullopt;
  const auto down = has_height != FALSE ? pixels_of(height) : std::nullopt;
  if (across && down) return {0, 0, *across, *down};
  if (has_box != FALSE) {
    if (across) return {0, 0, *across, *across * box.height / box.width};
    if (down) return {0, 0, *down * box.width / box.height, *down};
    return {0, 0, box.width, box.height};
  }
  if (rsvg.geometry(handle, nullptr, &ink, &logical, nullptr) == FALSE) return {};
  return {ink.x, ink.y, across.value_or(ink.width), down.value_or(ink.height)};
}

bool has_size(const Extent& extent) {
  constexpr double skew = 1000;  // between the sides
  return std::isfinite(extent.width) && std::isfinite(extent.height) && extent.width > 0 &&
         extent.height > 0 && extent.width <= skew * extent.height &&
         extent.height <= skew * extent.width;
}

// A page can be neither smaller nor larger than this; what does not fit is scaled.
Extent fitted(Extent extent) {
  constexpr double least = 2, most = 5000;  // pixels
  const double longer = std::max(extent.width, extent.height);
  const double shorter = std::min(extent.width, extent.height);
  const double scale = longer > most ? most / longer : shorter < least ? least / shorter : 1;
  const auto scaled = [&](double side) { return std::round(1000 * scale * side) / 1000; };
  return {extent.x * scale, extent.y * scale, scaled(extent.width), scaled(extent.height)};
}

// Whether what was drawn can be seen: asked where the page is so short that it may not be. Of
// pictures inside librsvg does not say where they are.
bool shows_something(RsvgHandle* handle, std::string_view text, const std::string& pdf) {
  constexpr std::size_t long_enough = 1500;  // bytes
  if (pdf.size() > long_enough || text.find("<image") != text.npos) return true;
  RsvgRectangle ink{}, logical{};
  return libraries().rsvg.geometry(handle, nullptr, &ink, &logical, nullptr) != FALSE &&
         ink.width > 0 && ink.height > 0;
}

cairo_status_t append(void* to, const unsigned char* bytes, unsigned count) {
  static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), count);
  return CAIRO_STATUS_SUCCESS;
}

// What becomes pixels has these for each of the picture, fewer where it is large.
double fineness(const Extent& extent) {
  constexpr double usual = 2, most = 16'000'000;  // pixels in all
  return std::min(usual, std::sqrt(most / (extent.width * extent.height)));
}

void draw(RsvgHandle* handle, const Extent& extent, DrawnSvg& drawn) {
  const auto& cairo = libraries().cairo;
  const double fine = fineness(extent);
  cairo_surface_t* const surface =
      cairo.pdf(append, &drawn.pdf, point * extent.width, point * extent.height);
  cairo.set_device_scale(surface, point / fine, point / fine);
  cairo_t* const page = cairo.begin(surface);
  cairo.scale(page, fine, fine);
  const RsvgRectangle place{-extent.x, -extent.y, extent.width, extent.height};
  GError* error = nullptr;
  const bool whole = libraries().rsvg.draw(handle, page, &place, &error) != FALSE;
  cairo.end(page);
  cairo.finish(surface);
  const cairo_status_t status = cairo.status(surface);
  cairo.close(surface);
  if (!whole) {
    drawn.fault = damaged_by(error);
  } else if (status != CAIRO_STATUS_SUCCESS) {
    drawn.fault = damaged(fmt::format("cairo says \"{}\"", cairo.words_of(status)));
  }
}

// What an SVG says its letters are coded by, where that is not UTF-8 and matters.
std::string_view foreign_encoding(std::string_view text) {
  const auto is_plain = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  const std::string_view head = text.substr(0, std::min(text.find("?>"), text.size()));
  const auto at = head.find("encoding=");
  if (!head.starts_with("<?xml") || at == head.npos) return {};
  std::string_view name = head.substr(at + std::string_view("encoding=").size());
  name = name.substr(0, name.find_first_of("\"'", 1)).substr(std::min<std::size_t>(1, name.size()));
  const bool is_utf8 = name == "UTF-8" || name == "utf-8" || name == "utf8" || name == "UTF8";
  return is_utf8 || std::ranges::all_of(text, is_plain) ? std::string_view() : name;
}

Fault faceless(const std::vector<char32_t>& letters) {
  constexpr std::size_t most = 5;
  std::string list;
  for (std::size_t number = 0; number < std::min(most, letters.size()); ++number) {
    list += fmt::format("{}U+{:04X}", number == 0 ? "" : ", ",
                        static_cast<std::uint32_t>(letters[number]));
  }
  if (letters.size() > most) list += " and others";
  return {"image-words", fmt::format("has letters that no installed face has: {}", list),
          "install a face that has them, or make paths of the words"};
}

}  // namespace

std::vector<std::string> load_svg() {
  return libraries().whole() ? face_files() : std::vector<std::string>{};
}

DrawnSvg draw_svg(std::string_view given) {
  const std::string text = as_on_paper(given);
  DrawnSvg drawn;
  if (!libraries().whole()) {
    drawn.fault = Fault{"image-format", "is SVG, which needs librsvg to be drawn",
                        "install librsvg (Debian: librsvg2-2), or turn the picture into a PDF"};
    drawn.lasting = false;
    return drawn;
  }
  if (const std::string_view encoding = foreign_encoding(text); !encoding.empty()) {
    drawn.fault = Fault{"image-format", fmt::format("is SVG in the encoding `{}`", encoding),
                        "save it in UTF-8"};
    return drawn;
  }
  GError* error = nullptr;
  const Handle handle(
      libraries().rsvg.read(reinterpret_cast<const guint8*>(text.data()), text.size(), &error),
      libraries().glib.release);
  if (!handle) {
    drawn.fault = damaged_by(error);
    return drawn;
  }
  libraries().rsvg.set_dpi(handle.get(), per_inch);
  SvgContent content = read_svg(text);
  drawn.loss = std::move(content.loss);
  drawn.fault = std::move(content.refused);
  if (drawn.fault) return drawn;
  if (const auto missing = without_face(content.letters); !missing.empty()) {
    drawn.fault = faceless(missing);
    drawn.lasting = false;
    return drawn;
  }
  const Extent extent = extent_of(handle.get());
  if (!has_size(extent)) {
    drawn.fault = damaged("it has no size that can be printed");
    return drawn;
  }
  draw(handle.get(), fitted(extent), drawn);
  if (!drawn.fault && !shows_something(handle.get(), text, drawn.pdf)) {
    drawn.fault = damaged("it draws nothing");
  }
  return drawn;
}

}  // namespace listok::pictures

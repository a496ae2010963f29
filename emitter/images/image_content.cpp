#include "emitter/images/image_content.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "emitter/base/input_file.hpp"
#include "emitter/base/limits.hpp"
#include "emitter/images/image_size.hpp"

namespace listok::emitter {
namespace {

struct Taken {
  std::string_view name, ending;  // of what is set
};

Taken taken(ImageKind kind) {
  switch (kind) {
    case ImageKind::png: return {"PNG", "png"};
    case ImageKind::jpeg: return {"JPEG", "jpg"};
    case ImageKind::pdf: return {"PDF", "pdf"};
    case ImageKind::svg: return {"SVG", "pdf"};
    case ImageKind::webp: return {"WebP", "png"};
    case ImageKind::gif: return {"GIF", "png"};
  }
  return {};
}

// A kind of file that is found under the name of an image, and is not taken.
struct Foreign {
  std::string_view mark;
  std::size_t at;  // bytes before the mark
  std::string_view what, hint;
};

constexpr std::size_t after_bm = 6;  // "BM", which alone could be text, and the size of a BMP
constexpr std::string_view to_png = "convert it: `convert in out.png` of ImageMagick does";
constexpr auto foreign = std::to_array<Foreign>({
    {"%!PS", 0, "is PostScript, which is a program", "turn it into a PDF: `epstopdf` does"},
    {"\xC5\xD0\xD3\xC6", 0, "is PostScript, which is a program",
     "turn it into a PDF: `epstopdf` does"},
    {"ftypavi", 4, "is AVIF, which cannot be printed",
     "convert it: `avifdec in.avif out.png` of libavif does"},
    {"ftyphei", 4, "is HEIC, which cannot be printed",
     "convert it: `heif-convert in.heic out.jpg` of libheif does"},
    {"ftypmif1", 4, "is HEIC, which cannot be printed",
     "convert it: `heif-convert in.heic out.jpg` of libheif does"},
    {"ftyp", 4, "is a film", "take a still of it: `ffmpeg -i in -frames:v 1 out.png` does"},
    {std::string_view("\0\0\0\x0CJXL ", 8), 0, "is JPEG XL, which cannot be printed",
     "convert it: `djxl in.jxl out.png` of libjxl does"},
    {"\xFF\x0A", 0, "is JPEG XL, which cannot be printed",
     "convert it: `djxl in.jxl out.png` of libjxl does"},
    {std::string_view("\0\0\0\x0CjP  ", 8), 0, "is JPEG 2000, which cannot be printed", to_png},
    {std::string_view("II*\0", 4), 0, "is TIFF, which cannot be printed", to_png},
    {std::string_view("MM\0*", 4), 0, "is TIFF, which cannot be printed", to_png},
    {std::string_view("\0\0\1\0", 4), 0, "is an icon of Windows, which cannot be printed", to_png},
    {" EMF", 40, "is EMF, which cannot be printed",
     "convert it: `inkscape in.emf -o out.svg` does"},
    {"8BPS", 0, "is of Photoshop, which cannot be printed", to_png},
    {std::string_view("\0\0\0\0", 4), after_bm, "is BMP, which cannot be printed",
     to_png},  // after "BM"
    {"version https://git-lfs", 0, "is not the image itself: Git LFS left a note of where it is",
     "fetch it: `git lfs pull` does"},
});

bool is(std::string_view bytes, const Foreign& kind) {
  if (bytes.size() <= kind.at || !bytes.substr(kind.at).starts_with(kind.mark)) return false;
  return kind.at != after_bm || bytes.starts_with("BM");
}

// A forge shows an image in a page of its own, which people save.
bool is_web_page(std::string_view bytes) {
  std::string begin(bytes.substr(0, 200));
  std::ranges::transform(begin, begin.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 'a' - 'A') : c; });
  const auto text = begin.find_first_not_of(" \t\r\n");
  if (text == begin.npos) return false;
  const std::string_view rest = std::string_view(begin).substr(text);
  return rest.starts_with("<!doctype html") || rest.starts_with("<html");
}

void refuse_unknown(std::string_view bytes, const std::string& name, Span span,
                    DiagnosticList& findings) {
  for (const Foreign& kind : foreign) {
    if (!is(bytes, kind)) continue;
    return findings.error(span, "image-format", fmt::format("the image `{}` {}", name, kind.what),
                          std::string(kind.hint));
  }
  if (is_web_page(bytes)) {
    return findings.error(span, "image-format",
                          fmt::format("the image `{}` is a page of the web", name),
                          "download the image that the page shows: a forge calls it `raw`");
  }
  findings.error(
      span, "image-kind",
      fmt::format("`{}` {}", name, bytes.empty() ? "is empty" : "is no image that can be read"),
      "use a PNG, JPEG, WebP, GIF, SVG or PDF file, or save the image again");
}

std::optional<ImageSize> size_of(ImageKind kind, std::string_view bytes) {
  switch (kind) {
    case ImageKind::png: return png_size(bytes);
    case ImageKind::jpeg: return jpeg_size(bytes);
    case ImageKind::webp: return webp_size(bytes);
    default: return gif_size(bytes);
  }
}

bool is_whole(ImageKind kind, std::string_view bytes) {
  switch (kind) {
    case ImageKind::png: return is_whole_png(bytes);
    case ImageKind::jpeg: return is_whole_jpeg(bytes);
    case ImageKind::webp: return is_whole_webp(bytes);
    default: return true;  // of a GIF the first frame is enough
  }
}

bool has_sound_head(ImageKind kind, std::string_view bytes, const std::string& name, Span span,
                    DiagnosticList& findings) {
  if (kind == ImageKind::pdf || kind == ImageKind::svg) return true;
  const auto size = size_of(kind, bytes);
  if (!size) {
    findings.error(span, "image-kind",
                   fmt::format("the {} header of `{}` is damaged", taken(kind).name, name),
                   "save the image again");
    return false;
  }
  if (std::uint64_t{size->width} * size->height > limits::image_pixels) {
    findings.error(span, "image-pixels",
                   fmt::format("the image `{}` has {} x {} pixels; {} million is the limit", name,
                               size->width, size->height, limits::image_pixels / 1'000'000),
                   "scale it down: a page has use for 2,000 pixels across");
    return false;
  }
  if (!is_whole(kind, bytes)) {
    findings.error(span, "image-cut", fmt::format("the image `{}` ends too early", name),
                   "a part of the file is missing: copy or save it again");
    return false;
  }
  return true;
}

}  // namespace

std::string ending_to_set(const std::filesystem::path& file, const std::string& name, Span span,
                          DiagnosticList& findings) {
  const InputFile read = read_file(file, limits::image_bytes);
  if (!read.text) {
    findings.error(span, "image-bytes", fmt::format("the image `{}` {}", name, read.reason),
                   "scale it down, or save it with fewer colours");
    return {};
  }
  const std::optional<ImageKind> kind = kind_of_image(*read.text);
  if (!kind) {
    refuse_unknown(*read.text, name, span, findings);
    return {};
  }
  if (!has_sound_head(*kind, *read.text, name, span, findings)) return {};
  const std::string_view ending = taken(*kind).ending;
  const std::string written = extension_of(file);
  const bool says_so = written == ending || (ending == "jpg" && written == "jpeg");
  return says_so ? std::string() : std::string(ending);
}

}  // namespace listok::emitter

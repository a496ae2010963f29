// Reads the kind and the size in pixels from the head of an image file, and whether it is cut
// short.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace listok::emitter {

enum class ImageKind { png, jpeg, pdf, svg, webp, gif };

// By what a file of each kind begins with; nothing for any other file. What gzip packed counts as
// SVG: nobody looks into it here.
std::optional<ImageKind> kind_of_image(std::string_view bytes);

struct ImageSize {
  std::uint32_t width = 0, height = 0;  // pixels, neither is zero

  bool operator==(const ImageSize&) const = default;
};

// From the header chunk of a PNG (PNG specification, third edition, section 11.2.1), or nothing
// when it is cut off or says what the specification does not allow.
std::optional<ImageSize> png_size(std::string_view bytes);

// From the first frame header of a JPEG (ITU-T T.81, annex B.2.2), or nothing when no frame begins
// before the first scan, or its header makes no sense.
std::optional<ImageSize> jpeg_size(std::string_view bytes);

// From the first chunk of a WebP ("WebP Container Specification"), or nothing.
std::optional<ImageSize> webp_size(std::string_view bytes);

// From the screen descriptor of a GIF (GIF89a, section 18), or nothing.
std::optional<ImageSize> gif_size(std::string_view bytes);

// Whether a PNG has all its chunks up to IEND, image data among them; sums are not checked.
bool is_whole_png(std::string_view bytes);

// Whether a JPEG has a scan and goes on to its end mark (EOI).
bool is_whole_jpeg(std::string_view bytes);

// Whether a WebP is as long as it says.
bool is_whole_webp(std::string_view bytes);

}  // namespace listok::emitter

#include "pictures/webp.hpp"

#include <fmt/format.h>
#include <webp/demux.h>

#include <memory>
#include <string>
#include <vector>

#include "pictures/base/lazy_library.hpp"
#include "pictures/exif.hpp"

namespace listok::pictures {
namespace {

struct Library {
  LazyLibrary library{"libwebpdemux.so.2"};
  decltype(&WebPDemuxInternal) open = library["WebPDemuxInternal"];
  decltype(&WebPDemuxDelete) close = library["WebPDemuxDelete"];
  decltype(&WebPDemuxGetI) fact = library["WebPDemuxGetI"];
  decltype(&WebPDemuxGetChunk) chunk = library["WebPDemuxGetChunk"];
  decltype(&WebPDemuxReleaseChunkIterator) release_chunk = library["WebPDemuxReleaseChunkIterator"];
  decltype(&WebPAnimDecoderOptionsInitInternal) usual =
      library["WebPAnimDecoderOptionsInitInternal"];
  decltype(&WebPAnimDecoderNewInternal) decoder = library["WebPAnimDecoderNewInternal"];
  decltype(&WebPAnimDecoderGetNext) next_frame = library["WebPAnimDecoderGetNext"];
  decltype(&WebPAnimDecoderDelete) close_decoder = library["WebPAnimDecoderDelete"];
};

const Library& libwebp() {
  static const Library loaded;
  return loaded;
}

Fault damaged(const char* why) {
  return {"image-damaged", fmt::format("is damaged: {}", why),
          "copy it from where it came from, or save it again"};
}

std::string chunk_of(const WebPDemuxer* file, const char* name) {
  WebPChunkIterator found{};
  if (libwebp().chunk(file, name, 1, &found) == 0) return {};
  std::string bytes(reinterpret_cast<const char*>(found.chunk.bytes), found.chunk.size);
  libwebp().release_chunk(&found);
  return bytes;
}

// A JPEG has these bytes before its notes, a WebP sometimes.
int orientation_of(const WebPDemuxer* file) {
  constexpr std::string_view mark("Exif\0\0", 6);
  std::string notes = chunk_of(file, "EXIF");
  if (!notes.starts_with(mark)) notes.insert(0, mark);
  return read_exif(notes).orientation;
}

std::variant<FirstFrame, Fault> decoded(const WebPData& data, std::uint64_t pixels) {
  WebPAnimDecoderOptions options{};
  libwebp().usual(&options, WEBP_DEMUX_ABI_VERSION);
  const std::unique_ptr<WebPAnimDecoder, decltype(&WebPAnimDecoderDelete)> decoder(
      libwebp().decoder(&data, &options, WEBP_DEMUX_ABI_VERSION), libwebp().close_decoder);
  if (!decoder) throw std::bad_alloc();
  std::uint8_t* bytes = nullptr;
  int moment = 0;
  if (libwebp().next_frame(decoder.get(), &bytes, &moment) == 0) {
    return damaged("libwebp cannot decode it");
  }
  FirstFrame frame;
  frame.pixels.samples = 4;
  frame.pixels.bytes.assign(bytes, bytes + 4 * pixels);
  return frame;
}

}  // namespace

bool load_webp() { return libwebp().library.whole(); }

std::variant<FirstFrame, Fault> read_webp(std::string_view bytes, std::uint64_t most_pixels) {
  const WebPData data{reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()};
  const std::unique_ptr<WebPDemuxer, decltype(&WebPDemuxDelete)> file(
      libwebp().open(&data, 0, nullptr, WEBP_DEMUX_ABI_VERSION), libwebp().close);
  if (!file) return damaged("libwebp cannot find its parts");
  const std::uint32_t width = libwebp().fact(file.get(), WEBP_FF_CANVAS_WIDTH);
  const std::uint32_t height = libwebp().fact(file.get(), WEBP_FF_CANVAS_HEIGHT);
  const std::uint64_t pixels = std::uint64_t{width} * height;
  if (pixels > most_pixels) {
    return Fault{"image-pixels", fmt::format("has {} x {} pixels", width, height),
                 "scale it down: a page has use for 2,000 pixels across"};
  }
  auto read = decoded(data, pixels);
  auto* frame = std::get_if<FirstFrame>(&read);
  if (frame == nullptr) return read;
  frame->pixels.width = width;
  frame->pixels.height = height;
  frame->pixels = upright(frame->pixels, orientation_of(file.get()));
  frame->profile = chunk_of(file.get(), "ICCP");
  frame->moves = libwebp().fact(file.get(), WEBP_FF_FRAME_COUNT) > 1;
  return read;
}

}  // namespace listok::pictures

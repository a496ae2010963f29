#include "pictures/gif.hpp"

#include <fmt/format.h>
#include <gif_lib.h>

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "pictures/base/lazy_library.hpp"

namespace listok::pictures {
namespace {

struct Library {
  LazyLibrary library{"libgif.so.7"};
  decltype(&DGifOpen) open = library["DGifOpen"];
  decltype(&DGifCloseFile) close = library["DGifCloseFile"];
  decltype(&DGifGetRecordType) record_type = library["DGifGetRecordType"];
  decltype(&DGifGetExtension) extension = library["DGifGetExtension"];
  decltype(&DGifGetExtensionNext) extension_next = library["DGifGetExtensionNext"];
  decltype(&DGifExtensionToGCB) control_block = library["DGifExtensionToGCB"];
  decltype(&DGifGetImageDesc) image_description = library["DGifGetImageDesc"];
  decltype(&DGifGetLine) line = library["DGifGetLine"];
  decltype(&GifErrorString) words_of = library["GifErrorString"];
};

const Library& giflib() {
  static const Library loaded;
  return loaded;
}

int on_read(GifFileType* gif, GifByteType* to, int count) {
  auto& rest = *static_cast<std::string_view*>(gif->UserData);
  const auto taken = std::min(rest.size(), static_cast<std::size_t>(count));
  std::copy_n(rest.data(), taken, to);
  rest.remove_prefix(taken);
  return static_cast<int>(taken);
}

class Reader {
 public:
  Reader(std::string_view bytes, std::uint64_t most_pixels)
      : rest_(bytes), most_pixels_(most_pixels), gif_(giflib().open(&rest_, on_read, &error_)) {}
  ~Reader() {
    if (gif_ != nullptr) giflib().close(gif_, &error_);
  }
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  std::variant<FirstFrame, Fault> read();

 private:
  Fault damaged() const;
  bool extension();
  std::optional<Fault> first_frame();
  bool rows(const ColorMapObject& colours);
  void draw_row(const ColorMapObject& colours, int number);
  bool another_follows();

  std::string_view rest_;
  std::uint64_t most_pixels_;
  int error_ = 0;
  GifFileType* gif_;
  int transparent_ = NO_TRANSPARENT_COLOR;
  std::vector<GifPixelType> row_;
  FirstFrame frame_;
};

Fault Reader::damaged() const {
  const int error = gif_ == nullptr ? error_ : gif_->Error;
  const char* const said = giflib().words_of(error);
  const bool ends = error == D_GIF_ERR_READ_FAILED || error == D_GIF_ERR_EOF_TOO_SOON ||
                    error == D_GIF_ERR_NO_SCRN_DSCR;
  return {"image-damaged",
          ends || said == nullptr ? "is damaged: it ends too early"
                                  : fmt::format("is damaged: giflib says \"{}\"", said),
          "copy it from where it came from, or save it again"};
}

// What stands before a frame: which of its colours is none.
bool Reader::extension() {
  int code = 0;
  GifByteType* block = nullptr;
  if (giflib().extension(gif_, &code, &block) == GIF_ERROR) return false;
  GraphicsControlBlock control{};
  if (code == GRAPHICS_EXT_FUNC_CODE && block != nullptr &&
      giflib().control_block(block[0], block + 1, &control) == GIF_OK) {
    transparent_ = control.TransparentColor;
  }
  while (block != nullptr) {
    if (giflib().extension_next(gif_, &block) == GIF_ERROR) return false;
  }
  return true;
}

void Reader::draw_row(const ColorMapObject& colours, int number) {
  const GifImageDesc& image = gif_->Image;
  const auto y = static_cast<std::uint32_t>(image.Top + number);
  if (y >= frame_.pixels.height) return;
  std::uint8_t* to = frame_.pixels.row(y);
  const int last = static_cast<int>(frame_.pixels.width) - image.Left;
  for (int x = 0; x < std::min(image.Width, last); ++x) {
    const int colour = row_[static_cast<std::size_t>(x)];
    if (colour == transparent_ || colour >= colours.ColorCount) continue;
    const GifColorType& own = colours.Colors[colour];
    const std::array<std::uint8_t, 4> pixel{own.Red, own.Green, own.Blue, 0xFF};
    std::copy(pixel.begin(), pixel.end(), to + 4 * (image.Left + x));
  }
}

bool Reader::rows(const ColorMapObject& colours) {
  constexpr std::array first{0, 4, 2, 1}, step{8, 8, 4, 2};  // of the passes of an interlaced one
  const GifImageDesc& image = gif_->Image;
  row_.resize(static_cast<std::size_t>(image.Width));
  const std::size_t passes = image.Interlace ? first.size() : 1;
  for (std::size_t pass = 0; pass < passes; ++pass) {
    const int by = image.Interlace ? step[pass] : 1;
    for (int number = image.Interlace ? first[pass] : 0; number < image.Height; number += by) {
      if (giflib().line(gif_, row_.data(), image.Width) == GIF_ERROR) return false;
      draw_row(colours, number);
    }
  }
  return true;
}

std::optional<Fault> Reader::first_frame() {
  if (giflib().image_description(gif_) == GIF_ERROR) return damaged();
  const GifImageDesc& image = gif_->Image;
  const int width = gif_->SWidth > 0 ? gif_->SWidth : image.Left + image.Width;
  const int height = gif_->SHeight > 0 ? gif_->SHeight : image.Top + image.Height;
  const ColorMapObject* colours = image.ColorMap != nullptr ? image.ColorMap : gif_->SColorMap;
  if (width < 1 || height < 1 || image.Width < 1 || image.Height < 1 || colours == nullptr) {
    return Fault{"image-damaged", "is damaged: its first frame has no size or no colours",
                 "copy it from where it came from, or save it again"};
  }
  const auto pixels = static_cast<std::uint64_t>(width) * static_cast<std::uint64_t>(height);
  if (pixels > most_pixels_) {
    return Fault{"image-pixels", fmt::format("has {} x {} pixels", width, height),
                 "scale it down: a page has use for 2,000 pixels across"};
  }
  frame_.pixels = {static_cast<std::uint32_t>(width), static_cast<std::uint32_t>(height), 4,
                   std::vector<std::uint8_t>(4 * pixels)};
  if (!rows(*colours)) return damaged();
  return std::nullopt;
}

// What is damaged behind the first frame is not needed.
bool Reader::another_follows() {
  GifRecordType type = UNDEFINED_RECORD_TYPE;
  while (giflib().record_type(gif_, &type) == GIF_OK) {
    if (type == IMAGE_DESC_RECORD_TYPE) return true;
    if (type != EXTENSION_RECORD_TYPE || !extension()) return false;
  }
  return false;
}

std::variant<FirstFrame, Fault> Reader::read() {
  GifRecordType type = UNDEFINED_RECORD_TYPE;
  while (gif_ != nullptr && giflib().record_type(gif_, &type) == GIF_OK) {
    if (type == EXTENSION_RECORD_TYPE && extension()) continue;
    if (type != IMAGE_DESC_RECORD_TYPE) break;
    if (auto fault = first_frame()) return *std::move(fault);
    frame_.moves = another_follows();
    return std::move(frame_);
  }
  if (gif_ != nullptr && type == TERMINATE_RECORD_TYPE) {
    return Fault{"image-damaged", "is damaged: there is no picture in it",
                 "copy it from where it came from, or save it again"};
  }
  return damaged();
}

}  // namespace

bool load_gif() { return giflib().library.whole(); }

std::variant<FirstFrame, Fault> read_gif(std::string_view bytes, std::uint64_t most_pixels) {
  return Reader(bytes, most_pixels).read();
}

}  // namespace listok::pictures

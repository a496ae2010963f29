#include "pictures/png.hpp"

#include <fmt/format.h>
#include <png.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace listok::pictures {
namespace {

constexpr double inch = 0.0254;  // metres
constexpr double screen = 2.2;   // the gamma of all screens

// One run of libpng over the bytes of a file. The library leaves by longjmp when something is
// wrong: nothing with a destructor may live in what `guarded` calls.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {
    png_ = png_create_read_struct(PNG_LIBPNG_VER_STRING, this, on_error, on_warning);
    info_ = png_create_info_struct(png_);
    png_set_read_fn(png_, this, on_read);
    png_set_crc_action(png_, PNG_CRC_ERROR_QUIT, PNG_CRC_ERROR_QUIT);
    png_set_user_limits(png_, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
  }
  ~Reader() { png_destroy_read_struct(&png_, &info_, nullptr); }
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  // False when the library met an error, which error() returns.
  template <typename Steps>
  bool guarded(const Steps& steps) {
    if (setjmp(png_jmpbuf(png_)) != 0) return false;
    steps(png_, info_);
    return true;
  }

  const std::string& error() const { return error_; }
  std::size_t at() const { return at_; }  // how many bytes were read

 private:
  static void on_error(png_structp png, png_const_charp message) {
    static_cast<Reader*>(png_get_error_ptr(png))->error_ = message;
    png_longjmp(png, 1);
  }
  static void on_warning(png_structp, png_const_charp) {}
  static void on_read(png_structp png, png_bytep to, std::size_t count) {
    auto& self = *static_cast<Reader*>(png_get_io_ptr(png));
    if (count > self.bytes_.size() - self.at_) png_error(png, "the file ends");
    std::copy_n(self.bytes_.data() + self.at_, count, to);
    self.at_ += count;
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
  std::string error_;
  png_structp png_;
  png_infop info_;
};

Png facts_of(png_const_structp png, png_const_infop info) {
  Png facts;
  facts.width = png_get_image_width(png, info);
  facts.height = png_get_image_height(png, info);
  facts.depth = png_get_bit_depth(png, info);
  double gamma = 0;
  const bool profiled = png_get_valid(png, info, PNG_INFO_iCCP | PNG_INFO_sRGB) != 0;
  if (!profiled && png_get_gAMA(png, info, &gamma) != 0 && std::abs(gamma * screen - 1) > 0.05) {
    facts.gamma = gamma;
  }
  png_uint_32 across = 0, down = 0;
  int unit = 0;
  if (png_get_pHYs(png, info, &across, &down, &unit) != 0 && unit == PNG_RESOLUTION_METER) {
    facts.density = Density{across * inch, down * inch};
  }
  return facts;
}

// "IDAT: CRC error" and its like, in plain words.
std::string in_plain_words(const Reader& reader) {
  const std::string& said = reader.error();
  if (said == "the file ends") return "it ends too early";
  if (const auto colon = said.find(": CRC error"); colon != said.npos) {
    return fmt::format("the check sum of its part `{}` before byte {} is wrong",
                       said.substr(0, colon), reader.at());
  }
  return fmt::format("before byte {} libpng says \"{}\"", reader.at(), said);
}

Fault damaged(const Reader& reader, const Png& png, std::uint64_t rows) {
  std::string what = "is damaged: " + in_plain_words(reader);
  if (png.height > 0) what += fmt::format(", after {} of its {} rows", rows, png.height);
  return {"image-damaged", std::move(what), "copy it from where it came from, or save it again"};
}

// All passes of an interlaced picture, or the only one of any other; `rows` counts those of the
// last.
void read_all_rows(png_structp png, png_infop info, png_bytep row, std::uint64_t& rows) {
  const bool interlaced = png_get_interlace_type(png, info) != PNG_INTERLACE_NONE;
  const int width = static_cast<int>(png_get_image_width(png, info));
  const int height = static_cast<int>(png_get_image_height(png, info));
  for (int pass = 0; pass < (interlaced ? PNG_INTERLACE_ADAM7_PASSES : 1); ++pass) {
    if (interlaced && PNG_PASS_COLS(width, pass) == 0) continue;
    const int count = interlaced ? PNG_PASS_ROWS(height, pass) : height;
    for (int number = 0; number < count; ++number) {
      png_read_row(png, row, nullptr);
      ++rows;
    }
  }
  png_read_end(png, nullptr);
}

// What the samples of a page are: whole bytes, and nothing but colour and alpha.
void set_plain(png_structp png, png_infop info, double gamma) {
  png_set_expand(png);
  png_set_scale_16(png);
  if (gamma > 0) png_set_gamma(png, screen, gamma);
  png_set_interlace_handling(png);
  png_read_update_info(png, info);
}

struct ColourProfile {
  png_charp name = nullptr;
  png_bytep bytes = nullptr;
  png_uint_32 size = 0;
};

void on_warning(png_structp, png_const_charp) {}

void on_write(png_structp png, png_bytep from, std::size_t count) {
  static_cast<std::string*>(png_get_io_ptr(png))->append(reinterpret_cast<char*>(from), count);
}

void describe(png_structp png, png_infop info, const std::optional<Density>& density) {
  if (!density) return;
  const auto per_metre = [](double per_inch) {
    return static_cast<png_uint_32>(std::lround(per_inch / inch));
  };
  png_set_pHYs(png, info, per_metre(density->across), per_metre(density->down),
               PNG_RESOLUTION_METER);
}

// What is to be written, 8 bits a sample.
struct Drawing {
  png_uint_32 width = 0, height = 0;
  int colour = 0;
  std::vector<png_bytep> rows;
  ColourProfile profile;
};

// Empty when the library meets an error.
std::string written(Drawing& drawing, const std::optional<Density>& density) {
  std::string bytes;
  png_structp to = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, on_warning);
  png_infop info = png_create_info_struct(to);
  if (setjmp(png_jmpbuf(to)) == 0) {
    png_set_write_fn(to, &bytes, on_write, nullptr);
    png_set_benign_errors(to, 1);  // a profile that is damaged is left out
    png_set_IHDR(to, info, drawing.width, drawing.height, 8, drawing.colour, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    describe(to, info, density);
    const ColourProfile& profile = drawing.profile;
    if (profile.bytes != nullptr) {
      png_set_iCCP(to, info, profile.name, PNG_COMPRESSION_TYPE_BASE, profile.bytes, profile.size);
    }
    png_write_info(to, info);
    png_write_image(to, drawing.rows.data());
    png_write_end(to, info);
  } else {
    bytes.clear();
  }
  png_destroy_write_struct(&to, &info);
  return bytes;
}

bool is_opaque(const Pixels& pixels) {
  for (std::size_t at = 3; at < pixels.bytes.size(); at += 4) {
    if (pixels.bytes[at] != 0xFF) return false;
  }
  return true;
}

void drop_alpha(Pixels& pixels) {
  for (std::size_t from = 0, to = 0; from < pixels.bytes.size(); from += 4, to += 3) {
    std::copy_n(pixels.bytes.begin() + static_cast<std::ptrdiff_t>(from), 3,
                pixels.bytes.begin() + static_cast<std::ptrdiff_t>(to));
  }
  pixels.samples = 3;
  pixels.bytes.resize(pixels.bytes.size() / 4 * 3);
}

}  // namespace

std::variant<Png, Fault> read_png(std::string_view bytes, std::uint64_t most_pixels) {
  Reader reader(bytes);
  Png facts;
  std::uint64_t rows = 0;
  const bool begun = reader.guarded([&](png_structp png, png_infop info) {
    png_read_info(png, info);
    facts = facts_of(png, info);
  });
  if (!begun) return damaged(reader, facts, rows);
  if (std::uint64_t{facts.width} * facts.height > most_pixels) {
    return Fault{"image-pixels", fmt::format("has {} x {} pixels", facts.width, facts.height),
                 "scale it down: a page has use for 2,000 pixels across"};
  }
  std::vector<png_byte> row;
  const bool sized = reader.guarded([&](png_structp png, png_infop info) {
    png_start_read_image(png);
    row.resize(png_get_rowbytes(png, info));
  });
  const bool whole = sized && reader.guarded([&](png_structp png, png_infop info) {
    read_all_rows(png, info, row.data(), rows);
  });
  if (!whole) return damaged(reader, facts, std::min<std::uint64_t>(rows, facts.height));
  return facts;
}

std::string plain_png(std::string_view bytes, const Png& facts,
                      const std::optional<Density>& density) {
  Reader reader(bytes);
  std::vector<png_byte> pixels;
  Drawing drawing{facts.width, facts.height, 0, std::vector<png_bytep>(facts.height), {}};
  reader.guarded([&](png_structp png, png_infop info) {
    png_read_info(png, info);
    int method = 0;
    ColourProfile& profile = drawing.profile;
    png_get_iCCP(png, info, &profile.name, &method, &profile.bytes, &profile.size);
    set_plain(png, info, facts.gamma);
    drawing.colour = png_get_color_type(png, info);
    const std::size_t across = png_get_rowbytes(png, info);
    pixels.resize(across * facts.height);
    for (std::size_t row = 0; row < drawing.rows.size(); ++row) {
      drawing.rows[row] = pixels.data() + row * across;
    }
    png_read_image(png, drawing.rows.data());
  });
  return written(drawing, density);
}

std::string png_of(FirstFrame frame, const std::optional<Density>& density) {
  Pixels& pixels = frame.pixels;
  const bool opaque = is_opaque(pixels);
  if (opaque) drop_alpha(pixels);
  Drawing drawing{pixels.width,
                  pixels.height,
                  opaque ? PNG_COLOR_TYPE_RGB : PNG_COLOR_TYPE_RGB_ALPHA,
                  std::vector<png_bytep>(pixels.height),
                  {}};
  for (std::uint32_t row = 0; row < pixels.height; ++row) drawing.rows[row] = pixels.row(row);
  std::string name = "ICC";
  std::string& profile = frame.profile;
  if (!profile.empty()) {
    drawing.profile = {name.data(), reinterpret_cast<png_bytep>(profile.data()),
                       static_cast<png_uint_32>(profile.size())};
  }
  return written(drawing, density);
}

}  // namespace listok::pictures

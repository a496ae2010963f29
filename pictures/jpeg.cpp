#include "pictures/jpeg.hpp"

#include <fmt/format.h>
#include <csetjmp>
#include <cstdio>  // before jpeglib.h, which forgets it

#include <jpeglib.h>
#include <jerror.h>

#include <array>
#include <cmath>
#include <cstdlib>
#include <utility>
#include <vector>

#include "pictures/exif.hpp"
#include "pictures/pixels.hpp"

namespace listok::pictures {
namespace {

constexpr int exif_marker = JPEG_APP0 + 1, icc_marker = JPEG_APP0 + 2;
constexpr int most_scans = 500;  // ten are usual; a picture of ten thousand keeps a processor busy

// How the library leaves when something is wrong: nothing with a destructor may live in what is
// called after setjmp. `base` comes first, so that the library's pointer is one to the whole.
struct Errors {
  jpeg_error_mgr base{};
  std::jmp_buf leave{};
  std::array<char, JMSG_LENGTH_MAX> said{};
};

void on_error(j_common_ptr info) {
  auto& errors = *reinterpret_cast<Errors*>(info->err);
  info->err->format_message(info, errors.said.data());
  std::longjmp(errors.leave, 1);
}

// A warning is damage, but for two about marks that no program looks at.
void on_message(j_common_ptr info, int level) {
  const int code = info->err->msg_code;
  if (level < 0 && code != JWRN_JFIF_MAJOR && code != JWRN_ADOBE_XFORM) on_error(info);
}

void on_progress(j_common_ptr info) {
  if (reinterpret_cast<j_decompress_ptr>(info)->input_scan_number > most_scans) {
    ERREXIT(info, JERR_BAD_PROGRESSION);
  }
}

jpeg_error_mgr* error_manager(Errors& errors) {
  jpeg_error_mgr* manager = jpeg_std_error(&errors.base);
  manager->error_exit = on_error;
  manager->emit_message = on_message;
  return manager;
}

// A file that is being read.
struct Decoder {
  explicit Decoder(std::string_view bytes) {
    info.err = error_manager(errors);
    jpeg_create_decompress(&info);
    progress.progress_monitor = on_progress;
    info.progress = &progress;
    jpeg_mem_src(&info, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    for (const int marker : {exif_marker, icc_marker}) { jpeg_save_markers(&info, marker, 0xFFFF); }
  }
  ~Decoder() { jpeg_destroy_decompress(&info); }
  Decoder(const Decoder&) = delete;
  Decoder& operator=(const Decoder&) = delete;

  Errors errors;
  jpeg_progress_mgr progress{};
  jpeg_decompress_struct info{};
};

// One that is being written, to memory.
struct Encoder {
  Encoder() {
    info.err = error_manager(errors);
    jpeg_create_compress(&info);
    jpeg_mem_dest(&info, &bytes, &size);
  }
  ~Encoder() {
    jpeg_destroy_compress(&info);
    std::free(bytes);  // NOLINT: the library's
  }
  Encoder(const Encoder&) = delete;
  Encoder& operator=(const Encoder&) = delete;

  std::string text() const { return {reinterpret_cast<const char*>(bytes), size}; }

  Errors errors;
  jpeg_compress_struct info{};
  unsigned char* bytes = nullptr;
  unsigned long size = 0;
};

Jpeg facts_of(const jpeg_decompress_struct& info) {
  Jpeg facts;
  facts.width = info.image_width;
  facts.height = info.image_height;
  facts.arithmetic = info.arith_code != 0;
  for (const jpeg_marker_struct* one = info.marker_list; one != nullptr; one = one->next) {
    const std::string_view content(reinterpret_cast<const char*>(one->data), one->data_length);
    if (one->marker != exif_marker || !content.starts_with("Exif")) continue;
    const Exif exif = read_exif(content);
    facts.orientation = exif.orientation;
    facts.density = exif.density;
    break;
  }
  if (info.saw_JFIF_marker == 0) return facts;
  facts.density.reset();  // TeX's programs ask JFIF first, and Exif where there is none
  if (info.density_unit == 0) return facts;
  const double per_inch = info.density_unit == 2 ? 2.54 : 1;
  facts.density = Density{info.X_density * per_inch, info.Y_density * per_inch};
  return facts;
}

Fault fault_of(const Errors& errors, const Jpeg& facts, unsigned rows) {
  const char* const again = "save it again as an ordinary JPEG: 8 bits a sample, in RGB";
  switch (errors.base.msg_code) {
    case JERR_BAD_PRECISION: return {"image-format", "has other than 8 bits a sample", again};
    case JERR_SOF_UNSUPPORTED: return {"image-format", "is a JPEG of a rare coding", again};
    case JERR_OUT_OF_MEMORY:
      return {"image-pixels", "needs too much memory",
              "scale it down, or save it as baseline JPEG"};
    default: break;
  }
  std::string what = fmt::format("is damaged: libjpeg says \"{}\"", errors.said.data());
  if (facts.height > 0) what += fmt::format(", after {} of its {} rows", rows, facts.height);
  return {"image-damaged", std::move(what), "copy it from where it came from, or save it again"};
}

void claim(jpeg_compress_struct& to, const jpeg_decompress_struct& from,
           const std::optional<Density>& density) {
  if (from.num_components == 4) to.write_Adobe_marker = from.saw_Adobe_marker;  // inverted, or not
  if (!density) return;
  to.write_JFIF_header = TRUE;
  to.density_unit = 1;
  to.X_density = static_cast<UINT16>(std::lround(density->across));
  to.Y_density = static_cast<UINT16>(std::lround(density->down));
}

void copy_profile(jpeg_decompress_struct& from, jpeg_compress_struct& to) {
  JOCTET* profile = nullptr;
  unsigned size = 0;
  if (jpeg_read_icc_profile(&from, &profile, &size) == 0) return;
  jpeg_write_icc_profile(&to, profile, size);
  std::free(profile);  // NOLINT: the library's
}

// The same coefficients, in Huffman's coding.
std::string recoded(std::string_view bytes, const std::optional<Density>& density) {
  Decoder from(bytes);
  Encoder to;
  if (setjmp(from.errors.leave) != 0 || setjmp(to.errors.leave) != 0) return {};
  jpeg_read_header(&from.info, TRUE);
  jvirt_barray_ptr* coefficients = jpeg_read_coefficients(&from.info);
  jpeg_copy_critical_parameters(&from.info, &to.info);
  to.info.optimize_coding = TRUE;
  claim(to.info, from.info, density);
  jpeg_write_coefficients(&to.info, coefficients);
  copy_profile(from.info, to.info);
  jpeg_finish_compress(&to.info);
  return to.text();
}

void read_pixels(jpeg_decompress_struct& info, Pixels& pixels) {
  jpeg_read_header(&info, TRUE);
  info.out_color_space = info.jpeg_color_space;  // as stored: nothing is lost on the way
  info.do_fancy_upsampling = FALSE;
  jpeg_start_decompress(&info);
  pixels.width = info.output_width;
  pixels.height = info.output_height;
  pixels.samples = static_cast<std::size_t>(info.output_components);
  pixels.bytes.resize(std::size_t{pixels.width} * pixels.height * pixels.samples);
  while (info.output_scanline < info.output_height) {
    JSAMPROW row = pixels.row(info.output_scanline);
    jpeg_read_scanlines(&info, &row, 1);
  }
}

// The tables and the sampling of the original, so that a block comes out as it went in.
void quantize_as(const jpeg_decompress_struct& from, jpeg_compress_struct& to, bool swapped) {
  for (int table = 0; table < NUM_QUANT_TBLS; ++table) {
    if (from.quant_tbl_ptrs[table] == nullptr) continue;
    std::array<unsigned, DCTSIZE2> steps{};
    for (std::size_t step = 0; step < steps.size(); ++step) {
      const std::size_t turned = step % DCTSIZE * DCTSIZE + step / DCTSIZE;
      steps[step] = from.quant_tbl_ptrs[table]->quantval[swapped ? turned : step];
    }
    jpeg_add_quant_table(&to, table, steps.data(), 100, FALSE);
  }
  for (int number = 0; number < to.num_components; ++number) {
    const jpeg_component_info& source = from.comp_info[number];
    jpeg_component_info& target = to.comp_info[number];
    target.quant_tbl_no = source.quant_tbl_no;
    target.h_samp_factor = swapped ? source.v_samp_factor : source.h_samp_factor;
    target.v_samp_factor = swapped ? source.h_samp_factor : source.v_samp_factor;
  }
}

std::string turned(std::string_view bytes, int orientation, const std::optional<Density>& density) {
  Decoder from(bytes);
  Encoder to;
  Pixels pixels;
  if (setjmp(from.errors.leave) != 0 || setjmp(to.errors.leave) != 0) return {};
  read_pixels(from.info, pixels);
  pixels = upright(pixels, orientation);
  to.info.image_width = pixels.width;
  to.info.image_height = pixels.height;
  to.info.input_components = from.info.num_components;
  to.info.in_color_space = from.info.jpeg_color_space;
  jpeg_set_defaults(&to.info);
  jpeg_set_colorspace(&to.info, from.info.jpeg_color_space);
  quantize_as(from.info, to.info, swaps_sides(orientation));
  to.info.optimize_coding = TRUE;
  claim(to.info, from.info, density);
  jpeg_start_compress(&to.info, TRUE);
  copy_profile(from.info, to.info);
  while (to.info.next_scanline < to.info.image_height) {
    JSAMPROW row = pixels.row(to.info.next_scanline);
    jpeg_write_scanlines(&to.info, &row, 1);
  }
  jpeg_finish_compress(&to.info);
  return to.text();
}

// False when the library met an error, as below.
bool read_header(Decoder& decoder, Jpeg& facts) {
  if (setjmp(decoder.errors.leave) != 0) return false;
  jpeg_read_header(&decoder.info, TRUE);
  facts = facts_of(decoder.info);
  return true;
}

bool read_rows(Decoder& decoder, std::vector<JSAMPLE>& row) {
  if (setjmp(decoder.errors.leave) != 0) return false;
  jpeg_decompress_struct& info = decoder.info;
  jpeg_start_decompress(&info);
  row.resize(std::size_t{info.output_width} * static_cast<unsigned>(info.output_components));
  while (info.output_scanline < info.output_height) {
    JSAMPROW to = row.data();
    jpeg_read_scanlines(&info, &to, 1);
  }
  jpeg_finish_decompress(&info);
  return true;
}

std::optional<Fault> refusal(const jpeg_decompress_struct& info, std::uint64_t most_pixels) {
  if (std::uint64_t{info.image_width} * info.image_height > most_pixels) {
    return Fault{"image-pixels",
                 fmt::format("has {} x {} pixels", info.image_width, info.image_height),
                 "scale it down: a page has use for 2,000 pixels across"};
  }
  if (info.num_components == 2 || info.num_components > 4) {
    return Fault{"image-format", fmt::format("has {} colours", info.num_components),
                 "save it again in RGB"};
  }
  return std::nullopt;
}

}  // namespace

std::variant<Jpeg, Fault> read_jpeg(std::string_view bytes, std::uint64_t most_pixels) {
  Decoder decoder(bytes);
  Jpeg facts;
  std::vector<JSAMPLE> row;
  if (!read_header(decoder, facts)) return fault_of(decoder.errors, facts, 0);
  if (auto fault = refusal(decoder.info, most_pixels)) return *std::move(fault);
  if (!read_rows(decoder, row)) {
    return fault_of(decoder.errors, facts, decoder.info.output_scanline);
  }
  return facts;
}

std::string plain_jpeg(std::string_view bytes, const Jpeg& jpeg,
                       const std::optional<Density>& density) {
  return jpeg.orientation == 1 ? recoded(bytes, density) : turned(bytes, jpeg.orientation, density);
}

}  // namespace listok::pictures

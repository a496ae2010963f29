#include "emitter/check/images.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>

#include "emitter/base/input_file.hpp"
#include "emitter/base/limits.hpp"
#include "emitter/base/spelling.hpp"
#include "emitter/check/image_size.hpp"
#include "emitter/model/visit.hpp"
#include "emitter/text/text.hpp"

namespace listok::emitter {

namespace fs = std::filesystem;

namespace {

// What a name may have besides letters and digits: the name reaches TeX and the shell of others.
constexpr std::u32string_view harmless = U"-_./ ,+=()@";

class Resolver {
 public:
  Resolver(const Bank& bank, const Translation& translation, DiagnosticList& findings,
           Sightings& seen)
      : bank_(bank),
        beside_(fs::path(translation.path).parent_path()),
        findings_(findings),
        seen_(seen) {}

  void resolve(Image& image, Span span);

 private:
  const Bank& bank_;
  fs::path beside_;  // the folder of the Markdown file, from the bank's
  DiagnosticList& findings_;
  Sightings& seen_;

  bool allowed(const std::string& name, Span span);
  bool inside_bank(const fs::path& file, const std::string& name, Span span);
  void check_content(const fs::path& file, const std::string& name, Span span);
  std::string missing_hint(const std::string& name);
};

std::string_view name_of(ImageKind kind) {
  switch (kind) {
    case ImageKind::png: return "PNG";
    case ImageKind::jpeg: return "JPEG";
    case ImageKind::pdf: return "PDF";
  }
  return {};
}

ImageKind kind_by_name(const fs::path& file) {
  const std::string extension = extension_of(file);
  if (extension == "png") return ImageKind::png;
  return extension == "pdf" ? ImageKind::pdf : ImageKind::jpeg;
}

bool Resolver::allowed(const std::string& name, Span span) {
  const auto refuse = [&](std::string code, std::string message, std::string hint) {
    findings_.error(span, std::move(code), std::move(message), std::move(hint));
    return false;
  };
  if (name.find("://") != name.npos) {
    return refuse("remote-image", fmt::format("the image `{}` is not a file of the bank", name),
                  "download it into the bank and write its name");
  }
  const fs::path path(name);
  if (path.is_absolute() || name.starts_with('~')) {
    return refuse("outside-image", fmt::format("the image `{}` is named by an absolute path", name),
                  "copy it into the bank and write its name relative to the item");
  }
  if (std::find(path.begin(), path.end(), "..") != path.end()) {
    return refuse("outside-image", fmt::format("the image `{}` is named by a path with `..`", name),
                  "write the name relative to the item or to the folder of the bank");
  }
  for (std::size_t offset = 0; offset < name.size();) {
    const char32_t c = next_code_point(name, offset);
    if (is_letter(c) || is_digit(c) || harmless.find(c) != harmless.npos) continue;
    return refuse("bad-image-name",
                  fmt::format("the image `{}` has an unusual character in its name", name),
                  "rename the file: letters, digits, `-` and `_` work everywhere");
  }
  const std::string extension = extension_of(path);
  if (extension == "eps" || extension == "ps") {
    return refuse("image-format",
                  fmt::format("the image `{}` is PostScript, which is a program", name),
                  "turn it into a PDF: `epstopdf` does");
  }
  if (extension != "png" && extension != "jpg" && extension != "jpeg" && extension != "pdf") {
    return refuse("image-format",
                  fmt::format("the image `{}` is of a kind that cannot be printed", name),
                  "use a PNG, JPEG or PDF file");
  }
  return true;
}

// A link may lead anywhere; what it leads to must still lie in the bank.
bool Resolver::inside_bank(const fs::path& file, const std::string& name, Span span) {
  if (lies_in(file, bank_.folder)) return true;
  findings_.error(span, "outside-image",
                  fmt::format("the image `{}` is a link out of the bank", name),
                  "copy the file itself into the bank");
  return false;
}

// What a file is called decides by which program it is read, and what is in it what happens then.
void Resolver::check_content(const fs::path& file, const std::string& name, Span span) {
  const InputFile read = read_file(file, limits::image_bytes);
  if (!read.text) {
    findings_.error(span, "image-bytes", fmt::format("the image `{}` {}", name, read.reason),
                    "scale it down, or save it with fewer colours");
    return;
  }
  const ImageKind wanted = kind_by_name(file);
  const std::optional<ImageKind> kind = kind_of_image(*read.text);
  if (kind != wanted) {
    findings_.error(
        span, "image-kind",
        fmt::format("`{}` is {}, not {}", name, kind ? name_of(*kind) : "no image that can be read",
                    name_of(wanted)),
        kind ? "give the file the ending that says what it is" : "save the image again");
    return;
  }
  if (kind == ImageKind::pdf) return;
  const bool whole = kind == ImageKind::png ? is_whole_png(*read.text) : is_whole_jpeg(*read.text);
  const auto size = kind == ImageKind::png ? png_size(*read.text) : jpeg_size(*read.text);
  if (!size) {
    findings_.error(span, "image-kind",
                    fmt::format("the {} header of `{}` is damaged", name_of(*kind), name),
                    "save the image again");
  } else if (std::uint64_t{size->width} * size->height > limits::image_pixels) {
    findings_.error(span, "image-pixels",
                    fmt::format("the image `{}` has {} x {} pixels; {} million is the limit", name,
                                size->width, size->height, limits::image_pixels / 1'000'000),
                    "scale it down: a page has use for 2,000 pixels across");
  } else if (!whole) {
    findings_.error(span, "image-cut", fmt::format("the image `{}` ends too early", name),
                    "a part of the file is missing: copy or save it again");
  }
}

std::string Resolver::missing_hint(const std::string& name) {
  const fs::path wanted(name);
  std::vector<std::string> candidates;
  for (const fs::path& folder : {beside_, fs::path()}) {
    const fs::path place = bank_.folder / folder / wanted.parent_path();
    see(place, seen_);
    std::error_code error;
    fs::directory_iterator entry(place, error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
      candidates.push_back(entry->path().filename().string());
    }
  }
  std::sort(candidates.begin(), candidates.end());
  const std::string file = wanted.filename().string();
  const std::string_view meant = nearest(file, candidates);
  if (!meant.empty()) {
    return fmt::format("did you mean `{}`?", (wanted.parent_path() / meant).string());
  }
  return fmt::format("put the file at `{}` in the folder of the bank",
                     (beside_ / wanted).lexically_normal().generic_string());
}

void Resolver::resolve(Image& image, Span span) {
  if (image.file.empty() || !allowed(image.file, span)) return;
  for (const fs::path& folder : {beside_, fs::path()}) {
    const fs::path name = (folder / image.file).lexically_normal();
    see(bank_.folder / name, seen_);
    std::error_code error;
    if (!fs::is_regular_file(bank_.folder / name, error)) continue;
    if (!inside_bank(bank_.folder / name, image.file, span)) return;
    check_content(bank_.folder / name, image.file, span);
    image.file = name.generic_string();
    return;
  }
  findings_.error(span, "missing-image", fmt::format("there is no image `{}`", image.file),
                  missing_hint(image.file));
}

// `visit(inline)` for each of a translation, const or not.
template <typename SomeTranslation, typename Visit>
void visit_whole(SomeTranslation& translation, const Visit& visit) {
  visit_inlines(translation.title, visit);
  for (auto& section : translation.sections) {
    visit_inlines(section.title, visit);
    visit_all_inlines(section.content, visit);
  }
}

}  // namespace

void resolve_images(const Bank& bank, Translation& translation, DiagnosticList& findings,
                    Sightings& seen) {
  Resolver resolver(bank, translation, findings, seen);
  visit_whole(translation, [&](Inline& one) {
    if (auto* image = std::get_if<Image>(&one.value)) resolver.resolve(*image, one.span);
  });
}

std::vector<PlacedImage> images_of(const Translation& translation) {
  std::vector<PlacedImage> images;
  visit_whole(translation, [&](const Inline& one) {
    if (const auto* image = std::get_if<Image>(&one.value))
      images.push_back({image->file, one.span});
  });
  return images;
}

}  // namespace listok::emitter

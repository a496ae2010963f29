#include "emitter/check/images.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <system_error>
#include <utility>

#include "emitter/base/input_file.hpp"
#include "emitter/check/image_search.hpp"
#include "emitter/check/written_names.hpp"
#include "emitter/images/image_content.hpp"
#include "emitter/model/running.hpp"
#include "emitter/model/visit.hpp"
#include "emitter/text/text.hpp"

namespace listok::emitter {

namespace fs = std::filesystem;

namespace {

// What a name may have besides letters and digits: the name reaches TeX and the shell of others.
constexpr std::u32string_view harmless = U"-_./ ,+=()@\u00A0\u202F";

class Resolver {
 public:
  // `beside`: the folder of the file that names them, from the bank's.
  Resolver(const Bank& bank, fs::path beside, DiagnosticList& findings, Sightings& seen)
      : bank_(bank), search_(bank.folder, std::move(beside), seen), findings_(findings) {}

  void resolve(Image& image, Span span);

 private:
  const Bank& bank_;
  ImageSearch search_;
  DiagnosticList& findings_;

  bool is_elsewhere(const std::string& written, Span span);
  bool allowed(const std::string& name, Span span);
  bool inside_bank(const fs::path& file, const std::string& name, Span span);
  void refuse_missing(const std::string& written, Span span);
};

// "logo.png" of `https://x.org/a/logo.png?raw=true`.
std::string last_name(std::string_view address) {
  address = address.substr(0, address.find_first_of("?#"));
  return std::string(address.substr(address.rfind('/') + 1));  // npos + 1 is the beginning
}

// On the web, in the text itself, or on the author's machine.
bool Resolver::is_elsewhere(const std::string& written, Span span) {
  constexpr std::size_t most_shown = 40;  // bytes of a picture in the text
  const std::string folded = fold_case(written.substr(0, std::string_view("file:").size()));
  if (folded == "data:") {
    findings_.error(
        span, "remote-image",
        fmt::format("the image `{}…` is written into the text", written.substr(0, most_shown)),
        "save it as a file of the bank, `images/NAME.png`, and write that name");
  } else if (written.find("://") != written.npos || written.starts_with("//")) {
    const std::string name = last_name(written);
    const std::string local = fmt::format("images/{}", name.empty() ? "NAME.png" : name);
    findings_.error(span, "remote-image",
                    fmt::format("the image `{}` is not a file of the bank", written),
                    fmt::format("download it into the bank and write its name: `![…]({})`", local));
  } else {
    return false;
  }
  return true;
}

bool Resolver::allowed(const std::string& name, Span span) {
  const auto refuse = [&](std::string code, std::string message, std::string hint) {
    findings_.error(span, std::move(code), std::move(message), std::move(hint));
    return false;
  };
  for (std::size_t offset = 0; offset < name.size();) {
    const char32_t c = next_code_point(name, offset);
    if (is_letter(c) || is_digit(c) || harmless.find(c) != harmless.npos) continue;
    return refuse("bad-image-name",
                  fmt::format("the image `{}` has an unusual character in its name", name),
                  "rename the file: letters, digits, `-` and `_` work everywhere");
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

void Resolver::refuse_missing(const std::string& written, Span span) {
  const std::string name = names_meant(written).back();
  if (name.starts_with('/') || name.starts_with('~')) {
    findings_.error(span, "outside-image",
                    fmt::format("the image `{}` is named by an absolute path", written),
                    "copy it into the bank and write its name relative to the item");
  } else if (search_.lies_outside(name)) {
    findings_.error(
        span, "outside-image", fmt::format("the image `{}` lies outside of the bank", written),
        "copy it into the bank, and write its name relative to the item or to the folder "
        "of the bank");
  } else if (allowed(to_nfc(name), span)) {
    findings_.error(span, "missing-image", fmt::format("there is no image `{}`", written),
                    search_.hint_for(name));
  }
}

// What is refused has no file.
void Resolver::resolve(Image& image, Span span) {
  std::string written = std::exchange(image.file, {});
  if (written.empty() || is_elsewhere(written, span)) return;
  std::optional<fs::path> found = search_.find(written);
  if (!found && written.find('\\') != written.npos) {
    std::string slashes = written;
    std::ranges::replace(slashes, '\\', '/');
    found = search_.find(slashes);
    if (found) {
      findings_.warning(span, "image-backslash",
                        fmt::format("the image `{}` is found on Windows alone", written),
                        fmt::format("write `{}`", slashes));
    }
  }
  if (!found) return refuse_missing(written, span);
  const fs::path file = bank_.folder / *found;
  const std::size_t errors = findings_.errors();
  if (!allowed(to_nfc(found->generic_string()), span) || !inside_bank(file, written, span)) return;
  image.set_as = ending_to_set(file, written, span, findings_);
  if (findings_.errors() == errors) image.file = found->generic_string();
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
  Resolver resolver(bank, fs::path(translation.path).parent_path(), findings, seen);
  visit_whole(translation, [&](Inline& one) {
    if (auto* image = std::get_if<Image>(&one.value)) resolver.resolve(*image, one.span);
  });
}

void resolve_images(Bank& bank, DiagnosticList& findings, Sightings& seen) {
  Resolver resolver(bank, {}, findings, seen);
  for_each_part(bank, [&](RunningPart& part) {
    if (part.image.empty()) return;
    Image image{part.image, {}, {}};
    resolver.resolve(image, part.at);
    part.image = image.file;
    part.set_as = image.set_as;
  });
}

std::vector<PlacedImage> images_of(const Bank& bank) {
  std::vector<PlacedImage> images;
  for_each_part(bank, [&](const RunningPart& part) {
    if (!part.image.empty()) images.push_back({part.image, part.at});
  });
  return images;
}

std::vector<PlacedImage> images_of(const Translation& translation) {
  std::vector<PlacedImage> images;
  visit_whole(translation, [&](const Inline& one) {
    const auto* image = std::get_if<Image>(&one.value);
    if (image != nullptr && !image->file.empty()) images.push_back({image->file, one.span});
  });
  return images;
}

}  // namespace listok::emitter

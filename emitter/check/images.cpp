#include "emitter/check/images.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>

#include "emitter/base/input_file.hpp"
#include "emitter/base/spelling.hpp"
#include "emitter/images/image_content.hpp"
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
  std::string missing_hint(const std::string& name);
};

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
    image.set_as = ending_to_set(bank_.folder / name, image.file, span, findings_);
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

#include "emitter/images.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>

#include "emitter/file.hpp"
#include "emitter/text.hpp"

namespace listok::emitter {

namespace fs = std::filesystem;

namespace {

// What a name may have besides letters and digits: the name reaches TeX and the shell of others.
constexpr std::u32string_view harmless = U"-_./ ,+=()@";

class Resolver {
 public:
  Resolver(const Bank& bank, const Translation& translation, Findings& findings)
      : bank_(bank), beside_(fs::path(translation.path).parent_path()), findings_(findings) {}

  void in_blocks(Blocks& blocks);
  void in_inlines(Inlines& inlines);

 private:
  const Bank& bank_;
  fs::path beside_;  // the folder of the Markdown file, from the bank's
  Findings& findings_;

  void resolve(Image& image, Span span);
  bool allowed(const std::string& name, Span span);
  bool inside_bank(const fs::path& file, const std::string& name, Span span);
  std::string missing_hint(const std::string& name) const;
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
  std::error_code error;
  const fs::path home = fs::canonical(bank_.folder, error);
  const fs::path real = error ? fs::path() : fs::canonical(file, error);
  const auto [rest, ignored] = std::mismatch(home.begin(), home.end(), real.begin(), real.end());
  if (!error && rest == home.end()) return true;
  findings_.error(span, "outside-image",
                  fmt::format("the image `{}` is a link out of the bank", name),
                  "copy the file itself into the bank");
  return false;
}

std::string Resolver::missing_hint(const std::string& name) const {
  const fs::path wanted(name);
  std::vector<std::string> candidates;
  for (const fs::path& folder : {beside_, fs::path()}) {
    std::error_code error;
    fs::directory_iterator entry(bank_.folder / folder / wanted.parent_path(), error);
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
    std::error_code error;
    if (!fs::is_regular_file(bank_.folder / name, error)) continue;
    if (inside_bank(bank_.folder / name, image.file, span)) image.file = name.generic_string();
    return;
  }
  findings_.error(span, "missing-image", fmt::format("there is no image `{}`", image.file),
                  missing_hint(image.file));
}

void Resolver::in_inlines(Inlines& inlines) {
  for (Inline& one : inlines) {
    std::visit(
        [&](auto& value) {
          if constexpr (requires { value.file; }) {
            resolve(value, one.span);
          } else if constexpr (requires { value.content; }) {
            in_inlines(value.content);
          }
        },
        one.value);
  }
}

void Resolver::in_blocks(Blocks& blocks) {
  for (Block& block : blocks) {
    std::visit(
        [&](auto& value) {
          using Kind = std::decay_t<decltype(value)>;
          if constexpr (std::is_same_v<Kind, Quote>) {
            in_blocks(value.content);
          } else if constexpr (std::is_same_v<Kind, List>) {
            for (ListItem& item : value.items) in_blocks(item.content);
          } else if constexpr (std::is_same_v<Kind, Table>) {
            for (Inlines& cell : value.header.cells) in_inlines(cell);
            for (TableRow& row : value.rows) {
              for (Inlines& cell : row.cells) in_inlines(cell);
            }
          } else if constexpr (!std::is_same_v<Kind, CodeBlock>) {
            in_inlines(value.content);
          }
        },
        block.value);
  }
}

}  // namespace

void resolve_images(const Bank& bank, Translation& translation, Findings& findings) {
  Resolver resolver(bank, translation, findings);
  resolver.in_inlines(translation.title);
  for (Section& section : translation.sections) {
    resolver.in_inlines(section.title);
    resolver.in_blocks(section.content);
  }
}

}  // namespace listok::emitter

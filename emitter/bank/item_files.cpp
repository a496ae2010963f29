#include "emitter/bank/item_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <system_error>
#include <utility>

#include "emitter/base/input_file.hpp"
#include "emitter/text/text.hpp"

namespace listok::emitter {

namespace fs = std::filesystem;

namespace {

constexpr int deepest = 16;
constexpr std::size_t longest_id = 100;  // bytes: endings are added, and disks allow 255
constexpr auto image_extensions =
    std::to_array<std::string_view>({"png", "jpg", "jpeg", "pdf", "eps", "svg", "svgz", "gif",
                                     "webp", "bmp", "tif", "tiff", "avif", "heic"});

Diagnostic about(const fs::path& path, Severity severity, std::string code, std::string message,
                 std::string hint) {
  Diagnostic made;
  made.severity = severity;
  made.code = std::move(code);
  made.message = std::move(message);
  made.hint = std::move(hint);
  made.file = shown(path);
  return made;
}

class Lister {
 public:
  Lister(const fs::path& bank, std::size_t limit) : bank_(bank), limit_(limit) {}

  void list(const fs::path& folder, int depth);
  FolderListing take();

 private:
  fs::path bank_;
  std::size_t limit_;
  std::size_t entries_ = 0;
  FolderListing listing_;

  void entry(const fs::path& name, int depth);
  void refuse_more(const fs::path& folder);
};

void Lister::list(const fs::path& folder, int depth) {
  see(bank_ / folder, listing_.seen);
  std::error_code error;
  fs::directory_iterator at(bank_ / folder, error);
  for (; !error && at != fs::directory_iterator(); at.increment(error)) {
    if (++entries_ > limit_) return refuse_more(folder);
    entry(folder / at->path().filename(), depth);
  }
  if (!error) return;
  listing_.diagnostics.push_back(about(
      bank_ / folder, Severity::error, "unreadable",
      fmt::format("the folder `{}` cannot be read: {}", folder.generic_string(), error.message()),
      "it must be a folder that you may open"));
}

void Lister::entry(const fs::path& name, int depth) {
  if (name.filename().string().starts_with('.')) return;
  const std::string extension = extension_of(name);
  std::error_code error;
  if (extension != "md" && fs::is_symlink(bank_ / name, error)) see(bank_ / name, listing_.seen);
  const bool folder = fs::is_directory(bank_ / name, error);
  if (extension == "md") {
    listing_.items.push_back(name.generic_string());
  } else if (folder && !fs::is_symlink(bank_ / name, error) && depth < deepest) {
    list(name, depth + 1);
  } else if (folder) {
    listing_.diagnostics.push_back(
        about(bank_ / name, Severity::warning, "folder-not-read",
              fmt::format("the folder `{}` is not read", name.filename().string()),
              depth < deepest ? "it is a link: put the folder itself here" : "it lies too deep"));
  } else if (std::find(image_extensions.begin(), image_extensions.end(), extension) ==
             image_extensions.end()) {
    listing_.diagnostics.push_back(about(
        bank_ / name, Severity::warning, "not-an-item",
        fmt::format("`{}` is not a Markdown file and is passed over", name.filename().string()),
        "end its name with `.md`, or move it out of the folder of the language"));
  }
}

void Lister::refuse_more(const fs::path& folder) {
  if (entries_ > limit_ + 1) return;  // the folders around it end here too
  listing_.diagnostics.push_back(
      about(bank_ / folder, Severity::error, "too-many-items",
            fmt::format("there are more than {} files; the rest is not read", limit_),
            "make several banks of it"));
}

FolderListing Lister::take() {
  std::sort(listing_.items.begin(), listing_.items.end());
  return std::move(listing_);
}

}  // namespace

FolderListing list_items(const fs::path& bank, const std::string& language, std::size_t limit) {
  std::error_code error;
  if (fs::status(bank / language, error).type() == fs::file_type::not_found) return {};
  Lister lister(bank, limit);
  lister.list(language, 0);
  return lister.take();
}

std::optional<std::string> refused_id(std::string_view id) {
  if (id.size() > longest_id) return fmt::format("it is longer than {} bytes", longest_id);
  if (fold_case(id) == "book") return "`book.pdf` is the file of all the sheets";
  for (std::size_t offset = 0; offset < id.size();) {
    const std::size_t begin = offset;
    const char32_t c = next_code_point(id, offset);
    if (is_letter(c) || is_digit(c) || c == '-' || c == '_' || c == '.') continue;
    if (c == ' ') return "a space is in it";
    if (c == 0xFFFD || refusal(c)) return "an invisible character is in it, or it is not UTF-8";
    return fmt::format("`{}` is in it", id.substr(begin, offset - begin));
  }
  return std::nullopt;
}

}  // namespace listok::emitter

#include "emitter/bank/language_folders.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <system_error>
#include <utility>

#include "emitter/base/input_file.hpp"
#include "emitter/model/languages.hpp"
#include "emitter/text/text.hpp"

namespace listok::emitter {

namespace fs = std::filesystem;

namespace {

constexpr auto of_other_use = std::to_array<std::string_view>(
    {"assets", "build", "doc", "docs", "drafts", "exams", "figures", "files", "images", "img",
     "media", "node_modules", "out", "pictures", "scripts", "templates", "tests", "tex"});
constexpr int looked_at = 1000;  // entries of a folder

// Whether there is a Markdown file in it that may be an item.
bool holds_items(const fs::path& folder) {
  std::error_code error;
  fs::recursive_directory_iterator at(folder, error);
  for (int seen = 0; !error && at != fs::recursive_directory_iterator() && seen < looked_at;
       at.increment(error), ++seen) {
    const fs::path& file = at->path();
    if (extension_of(file) == "md" && fold_case(file.stem().string()) != "readme") return true;
  }
  return false;
}

bool is_passed_over(const fs::path& folder) {
  const std::string name = folder.filename().string();
  if (name.starts_with('.') || name.starts_with('_')) return true;
  if (std::ranges::count(of_other_use, fold_case(name)) > 0) return true;
  std::error_code error;
  return fs::exists(folder / "listok.yaml", error) || fs::exists(folder / ".listok", error);
}

Diagnostic left_out(const fs::path& folder, const std::vector<std::string>& languages) {
  const std::string name = folder.filename().string();
  Diagnostic made;
  made.severity = Severity::warning;
  made.file = shown(folder);
  if (is_language(name)) {
    std::vector<std::string> all = languages;
    all.push_back(name);
    made.code = "language-left-out";
    made.message = fmt::format("the items in `{}` are not read: `languages` leaves it out", name);
    made.hint = fmt::format("write `languages: [{}]`, or move the folder out of the bank",
                            fmt::join(all, ", "));
    return made;
  }
  const std::string_view meant = language_meant(name);
  made.code = "folder-not-read";
  made.message = fmt::format("the Markdown files in `{}` are not read: it is no language", name);
  made.hint = meant.empty() ? "items lie in a folder that is named by the code of their language"
                            : fmt::format("call the folder `{}`", meant);
  return made;
}

}  // namespace

std::vector<std::string> languages_in(const fs::path& bank) {
  std::vector<std::string> languages;
  std::error_code error;
  for (const std::string& language : supported_languages()) {
    const fs::path folder = bank / language;
    if (!fs::is_directory(folder, error)) continue;
    const bool always = language == "ru" || language == "en";
    if (always || holds_items(folder)) languages.push_back(language);
  }
  return languages;
}

Diagnostics folders_left_out(const fs::path& bank, const std::vector<std::string>& languages) {
  std::vector<fs::path> folders;
  std::error_code error;
  for (fs::directory_iterator at(bank, error); !error && at != fs::directory_iterator();
       at.increment(error)) {
    std::error_code ignored;
    if (at->is_directory(ignored)) folders.push_back(at->path());
  }
  std::ranges::sort(folders);
  Diagnostics found;
  for (const fs::path& folder : folders) {
    const bool read = std::ranges::count(languages, folder.filename().string()) > 0;
    if (!read && !is_passed_over(folder) && holds_items(folder)) {
      found.push_back(left_out(folder, languages));
    }
  }
  return found;
}

}  // namespace listok::emitter

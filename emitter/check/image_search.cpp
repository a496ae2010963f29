#include "emitter/check/image_search.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>
#include <vector>

#include "emitter/base/spelling.hpp"
#include "emitter/check/written_names.hpp"
#include "emitter/text/ascii.hpp"
#include "emitter/text/text.hpp"

namespace listok::emitter {

namespace fs = std::filesystem;

namespace {

bool leaves(const fs::path& normal) { return !normal.empty() && *normal.begin() == ".."; }

// The names in `folder` that are `name` when both are written as `form` says.
template <typename Form>
std::optional<fs::path> alike(const fs::path& folder, const fs::path& name, const Form& form) {
  const std::string wanted = form(name.string());
  std::error_code error;
  fs::directory_iterator entry(folder, error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
    if (form(entry->path().filename().string()) == wanted) return entry->path().filename();
  }
  return std::nullopt;
}

// `name` as it is spelled below `folder`, where the two differ in `form` alone.
template <typename Form>
std::optional<fs::path> spelled(const fs::path& folder, const fs::path& name, const Form& form) {
  fs::path way;
  for (const fs::path& part : name) {
    std::error_code error;
    std::optional<fs::path> there = part;
    if (!fs::exists(folder / way / part, error)) there = alike(folder / way, part, form);
    if (!there) return std::nullopt;
    way /= *there;
  }
  return way;
}

}  // namespace

bool ImageSearch::is_file(const fs::path& name) {
  see(bank_ / name, seen_);
  std::error_code error;
  return fs::is_regular_file(bank_ / name, error);
}

// Beside the Markdown, then in the folder of the bank; in the normal form of Unicode that the disk has.
std::optional<fs::path> ImageSearch::find_named(const std::string& name) {
  const bool rooted = name.starts_with('/');  // of a site, whose root is the bank's
  const std::string from_root = rooted ? name.substr(name.find_first_not_of('/')) : name;
  for (const fs::path& folder : {beside_, fs::path()}) {
    if (rooted && folder == beside_ && !beside_.empty()) continue;
    const fs::path way = (folder / from_root).lexically_normal();
    if (leaves(way)) continue;
    if (is_file(way)) return way;
    if (std::ranges::none_of(name, is_beyond_ascii)) continue;
    const auto there = spelled(bank_, way, [](const std::string& one) { return to_nfc(one); });
    if (there && is_file(*there)) return there;
  }
  return std::nullopt;
}

std::optional<fs::path> ImageSearch::find(const std::string& written) {
  for (const std::string& name : names_meant(written)) {
    if (name.find_first_not_of('/') == name.npos) continue;
    if (auto found = find_named(name)) return found;
  }
  return std::nullopt;
}

bool ImageSearch::lies_outside(const std::string& name) const {
  return leaves((beside_ / name).lexically_normal());
}

// What is called so but for small and capital letters, or is written nearly so.
std::string ImageSearch::hint_for(const std::string& name) {
  const fs::path wanted(name);
  std::vector<std::string> candidates;
  for (const fs::path& folder : {beside_, fs::path()}) {
    const fs::path way = (folder / wanted).lexically_normal();
    if (leaves(way)) continue;
    const auto cased = spelled(bank_, way, [](const std::string& one) { return fold_case(one); });
    if (cased && is_file(*cased)) {
      return fmt::format("`{}` is there: small and capital letters are different ones",
                         cased->generic_string());
    }
    const fs::path place = bank_ / way.parent_path();
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

}  // namespace listok::emitter

#include "emitter/file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <system_error>

#include "emitter/text.hpp"

namespace listok::emitter {

namespace fs = std::filesystem;

namespace {

// Whether the path is there and goes down from the folder, with no link on the way.
bool goes_down_from(const fs::path& home, const fs::path& path) {
  const fs::path rest = path.lexically_relative(home);
  fs::path step = home;
  for (const fs::path& name : rest) {
    step /= name;
    std::error_code error;
    const fs::file_status status = fs::symlink_status(step, error);
    if (name == ".." || !fs::exists(status) || fs::is_symlink(status)) return false;
  }
  return !rest.empty();
}

}  // namespace

FileText read_file(const fs::path& path, std::size_t limit) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found) {
    return {std::nullopt,
            fs::is_symlink(path, error) ? "is a link to what does not exist" : "does not exist"};
  }
  if (error) return {std::nullopt, fmt::format("cannot be read: {}", error.message())};
  if (fs::is_directory(status)) return {std::nullopt, "is a folder"};
  if (!fs::is_regular_file(status)) return {std::nullopt, "is not a regular file"};
  std::ifstream file(path, std::ios::binary);
  if (!file) return {std::nullopt, "cannot be opened; may it be read?"};
  // A file may grow while it is read, and some of the system's own say they have no bytes at all.
  const std::uintmax_t size = fs::file_size(path, error);
  const std::size_t room =
      error || size == 0 || size > limit ? limit : static_cast<std::size_t>(size);
  std::string text(room + 1, '\0');
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (file.bad()) return {std::nullopt, "cannot be read to its end"};
  text.resize(static_cast<std::size_t>(file.gcount()));
  if (text.size() > limit) {
    return {std::nullopt, fmt::format("is larger than {} KiB", limit / 1024)};
  }
  return {std::move(text), {}};
}

FileText read_file_in(const fs::path& home, const fs::path& path, std::size_t limit) {
  std::error_code error;
  if (fs::exists(path, error) && !lies_in(path, home)) {
    return {std::nullopt, "is reached by a link out of the bank; put the file itself here"};
  }
  return read_file(path, limit);
}

bool lies_in(const fs::path& path, const fs::path& home) {
  if (goes_down_from(home, path)) return true;
  std::error_code error;
  const fs::path whole = fs::canonical(home, error);
  const fs::path real = error ? fs::path() : fs::canonical(path, error);
  const auto [rest, ignored] = std::mismatch(whole.begin(), whole.end(), real.begin(), real.end());
  return !error && rest == whole.end();
}

std::string shown(const fs::path& path) {
  std::error_code error;
  const fs::path here = fs::current_path(error);
  if (error) return path.string();
  const fs::path full = (here / path).lexically_normal();
  const std::string relative = full.lexically_relative(here).string();
  const std::string absolute = full.string();
  return relative.empty() || relative.size() > absolute.size() ? absolute : relative;
}

std::string extension_of(const fs::path& path) {
  const std::string extension = path.extension().string();
  return extension.empty() ? extension : fold_case(extension.substr(1));
}

}  // namespace listok::emitter

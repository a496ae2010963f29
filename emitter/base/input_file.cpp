#include "emitter/base/input_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>

#include "emitter/text/text.hpp"

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

InputFile read_open_file(int descriptor, std::size_t limit) {
  struct stat info{};
  if (::fstat(descriptor, &info) != 0) return {std::nullopt, "cannot be read"};
  if (S_ISDIR(info.st_mode)) return {std::nullopt, "is a folder"};
  if (!S_ISREG(info.st_mode)) return {std::nullopt, "is not a regular file"};
  // A file may grow while it is read, and some of the system's own say they have no bytes at all.
  const auto size = static_cast<std::size_t>(info.st_size);
  std::string text((size == 0 || size > limit ? limit : size) + 1, '\0');
  std::size_t filled = 0;
  while (filled < text.size()) {
    const ssize_t got = ::read(descriptor, text.data() + filled, text.size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return {std::nullopt, "cannot be read to its end"};
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  text.resize(filled);
  if (text.size() > limit) {
    return {std::nullopt, fmt::format("is larger than {} KiB", limit / 1024)};
  }
  return {std::move(text), {}};
}

}  // namespace

InputFile read_file(const fs::path& path, std::size_t limit) {
  std::error_code error;
  // A pipe would be waited for: it is opened without that, and looked at before it is read.
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0) {
    const int reason = errno;
    if (reason == EACCES) return {std::nullopt, "cannot be opened; may it be read?"};
    if (reason == ENXIO) return {std::nullopt, "is not a regular file"};  // a socket
    if (reason != ENOENT) {
      return {std::nullopt, fmt::format("cannot be read: {}", std::strerror(reason))};
    }
    return {std::nullopt,
            fs::is_symlink(path, error) ? "is a link to what does not exist" : "does not exist"};
  }
  InputFile read = read_open_file(descriptor, limit);
  ::close(descriptor);
  return read;
}

InputFile read_file_in(const fs::path& home, const fs::path& path, std::size_t limit) {
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

#include "latex/files.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>

namespace listok::latex {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(std::string_view action, const fs::path& file, int error) {
  throw Trouble(fmt::format("cannot {} `{}`: {}", action, file.string(), std::strerror(error)),
                error == ENOSPC ? "free some space on the disk and run the command again"
                : error == EACCES || error == EROFS ? "choose a folder that you may write with `-o`"
                                                    : "");
}

// Writes all of `bytes`; returns errno, 0 when all went well.
int write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return ::fsync(descriptor) == 0 ? 0 : errno;
}

}  // namespace

std::optional<std::string> read_file(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) {
    if (errno == ENOENT || errno == ENOTDIR) return std::nullopt;
    fail("read", file, errno);
  }
  std::string bytes{std::istreambuf_iterator<char>(stream), {}};
  if (stream.bad()) fail("read", file, errno);
  return bytes;
}

void write_file(const fs::path& file, std::string_view bytes) {
  make_folder(file.parent_path());
  std::string temporary = (file.parent_path() / ".listok-XXXXXX").string();
  const int descriptor = ::mkostemp(temporary.data(), O_CLOEXEC);
  if (descriptor < 0) fail("write", file, errno);
  int error = write_all(descriptor, bytes);
  if (error == 0 && ::fchmod(descriptor, 0644) != 0) error = errno;
  if (::close(descriptor) != 0 && error == 0) error = errno;
  if (error == 0 && ::rename(temporary.c_str(), file.c_str()) != 0) error = errno;
  if (error != 0) {
    ::unlink(temporary.c_str());
    fail("write", file, error);
  }
}

void write_scratch_file(const fs::path& file, std::string_view bytes) {
  std::ofstream stream(file, std::ios::binary);
  stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!stream.flush()) fail("write", file, errno);
}

void write_if_changed(const fs::path& file, std::string_view bytes) {
  if (read_file(file) != bytes) write_file(file, bytes);
}

void make_folder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) fail("make the folder", folder, error.value());
}

std::optional<Stamp> stamp(const fs::path& file) {
  struct stat info {};
  if (::stat(file.c_str(), &info) != 0) return std::nullopt;
  return Stamp{static_cast<std::uintmax_t>(info.st_size),
               std::int64_t{info.st_mtim.tv_sec} * 1'000'000'000 + info.st_mtim.tv_nsec};
}

ScratchFolder::ScratchFolder(const fs::path& inside) {
  make_folder(inside);
  std::string name = (fs::absolute(inside) / "scratch-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) fail("make a folder in", inside, errno);
  path_ = name;
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

}  // namespace listok::latex

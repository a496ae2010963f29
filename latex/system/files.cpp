#include "latex/system/files.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>

#include "latex/system/descriptor.hpp"

namespace listok::latex {

namespace fs = std::filesystem;

Trouble trouble(std::string_view action, const fs::path& file, int error) {
  return Trouble(fmt::format("cannot {} `{}`: {}", action, file.string(), std::strerror(error)),
                 error == ENOSPC ? "free some space on the disk and run the command again"
                 : error == EACCES || error == EROFS
                     ? "choose a folder that you may write with `-o`"
                     : "");
}

int write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

int read_all(int descriptor, std::string& bytes) {
  struct stat info{};
  const bool known = ::fstat(descriptor, &info) == 0;
  bytes.assign(known ? static_cast<std::size_t>(info.st_size) + 1 : 1, '\0');  // and the end
  std::size_t filled = 0;
  while (true) {
    if (filled == bytes.size()) bytes.resize(filled + 4096);  // it has grown
    const ssize_t got = ::read(descriptor, bytes.data() + filled, bytes.size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return errno;
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  bytes.resize(filled);
  return 0;
}

std::optional<std::string> read_file(const fs::path& file) {
  const Descriptor opened(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (!opened) {
    if (errno == ENOENT || errno == ENOTDIR) return std::nullopt;
    throw trouble("read", file, errno);
  }
  struct stat info{};
  if (::fstat(opened.number(), &info) != 0 || !S_ISREG(info.st_mode)) {
    throw Trouble(fmt::format("cannot read `{}`: it is not a file", file.string()));
  }
  std::string bytes;
  if (const int error = read_all(opened.number(), bytes); error != 0) {
    throw trouble("read", file, error);
  }
  return bytes;
}

void write_scratch_file(const fs::path& file, std::string_view bytes) {
  std::ofstream stream(file, std::ios::binary);
  stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!stream.flush()) throw trouble("write", file, errno);
}

void require_space(const fs::path& folder) {
  constexpr std::uintmax_t least = 256 * 1024;  // bytes; a run writes more than that
  std::error_code error;
  const fs::space_info space = fs::space(folder, error);
  if (!error && space.available < least) throw trouble("write in", folder, ENOSPC);
}

ScratchFolder::ScratchFolder(const fs::path& inside) {
  std::error_code error;
  fs::create_directories(inside, error);
  if (error) throw trouble("make the folder", inside, error.value());
  std::string name = (fs::absolute(inside) / (std::string(scratch_prefix) + "XXXXXX")).string();
  if (::mkdtemp(name.data()) == nullptr) throw trouble("make a folder in", inside, errno);
  path_ = name;
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

}  // namespace listok::latex

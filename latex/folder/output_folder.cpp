#include "latex/folder/output_folder.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <mutex>

namespace listok::latex {

namespace fs = std::filesystem;

struct Folder::Root {
  fs::path path;
  std::mutex mutex;  // held while it is opened
  Descriptor descriptor;
};

Obstacle::Obstacle(const fs::path& at, const std::string& what)
    : Trouble(fmt::format("`{}` is {}, which listok neither follows nor replaces below its output "
                          "folder",
                          at.string(), what),
              "remove it, or choose another folder with `-o`"),
      at_(at.string()) {}

Folder::Folder(fs::path path) : root_(std::make_shared<Root>()) { root_->path = std::move(path); }

const fs::path& Folder::path() const { return root_->path; }

int Folder::root() const {
  const std::lock_guard lock(root_->mutex);
  if (!root_->descriptor) {
    const fs::path& path = root_->path;
    root_->descriptor =
        Descriptor(::open(path.empty() ? "." : path.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
  }
  return root_->descriptor.number();
}

void Folder::fail(std::string_view action, const fs::path& name, int error, bool folder) const {
  if (const int top = root(); top >= 0) {
    const Blocked blocked = what_blocks(top, name, folder);
    if (!blocked.what.empty()) throw Obstacle(*this / blocked.at, blocked.what);
  }
  throw trouble(action, *this / name, error);
}

Descriptor Folder::open_folder(const fs::path& name) const {
  const int top = root();
  if (top < 0) return {};
  Descriptor folder = open_beneath(top, name, O_PATH | O_DIRECTORY);
  if (!folder && errno != ENOENT) fail("open", name, errno, true);
  return folder;
}

Descriptor Folder::make_folder(const fs::path& name) const {
  if (Descriptor folder = open_folder(name)) return folder;
  if (name.empty()) {
    std::error_code error;
    fs::create_directories(path(), error);
    if (!error && root() < 0) error = std::error_code(errno, std::system_category());
    if (error) throw trouble("make the folder", path(), error.value());
  } else {
    const Descriptor above = make_folder(name.parent_path());
    const bool made = ::mkdirat(above.number(), name.filename().c_str(), 0777) == 0;
    if (!made && errno != EEXIST) fail("make the folder", name, errno, true);
  }
  Descriptor folder = open_folder(name);
  if (!folder) fail("make the folder", name, errno, true);
  return folder;
}

fs::path Folder::make(const fs::path& name) const {
  make_folder(name);
  return *this / name;
}

// None when it does not exist. What is opened to be written is made as needed.
Descriptor Folder::open_file(const fs::path& name, int flags, std::string_view action) const {
  const bool making = (flags & O_CREAT) != 0;
  const Descriptor folder = making ? make_folder(name.parent_path()) : Descriptor();
  const int top = making ? folder.number() : root();
  if (top < 0) return {};
  Descriptor file = open_beneath(top, making ? name.filename() : name, flags, 0644);
  if (!file) {
    const int error = errno;
    if (error == ENOENT && !making) return file;
    if (error == ENOTDIR && what_blocks(top, name, false).what.empty()) return file;
    fail(action, name, error);
  }
  struct stat info{};
  if (::fstat(file.number(), &info) != 0 || !S_ISREG(info.st_mode)) fail(action, name, EISDIR);
  return file;
}

std::optional<std::string> Folder::read(const fs::path& name) const {
  const Descriptor file = open_file(name, O_RDONLY, "read");
  if (!file) return std::nullopt;
  std::string bytes;
  if (const int error = read_all(file.number(), bytes); error != 0) fail("read", name, error);
  return bytes;
}

std::optional<Stamp> Folder::stamp(const fs::path& name) const {
  const Descriptor folder = open_folder(name.parent_path());
  struct stat info{};
  const bool there = folder && ::fstatat(folder.number(), name.filename().c_str(), &info,
                                         AT_SYMLINK_NOFOLLOW) == 0;
  if (!there) return std::nullopt;
  if (!S_ISREG(info.st_mode)) fail("use", name, EISDIR);
  return stamp_of(info);
}

std::vector<Entry> Folder::list(const fs::path& name) const {
  std::vector<Entry> entries;
  const int top = root();
  if (top < 0) return entries;
  Descriptor folder = open_beneath(top, name, O_RDONLY | O_DIRECTORY);
  if (!folder && errno == ENOENT) return entries;
  DIR* stream = folder ? ::fdopendir(folder.number()) : nullptr;
  if (stream == nullptr) fail("read the folder", name, errno, true);
  folder.release();  // the stream's from here on
  while (const dirent* entry = ::readdir(stream)) {
    Entry found{entry->d_name, Entry::Kind::other};
    if (found.name == "." || found.name == "..") continue;
    unsigned char kind = entry->d_type;
    struct stat info{};
    if (kind == DT_UNKNOWN &&
        ::fstatat(::dirfd(stream), entry->d_name, &info, AT_SYMLINK_NOFOLLOW) == 0) {
      kind = S_ISREG(info.st_mode) ? DT_REG : S_ISDIR(info.st_mode) ? DT_DIR : DT_UNKNOWN;
    }
    if (kind == DT_REG) found.kind = Entry::Kind::file;
    if (kind == DT_DIR) found.kind = Entry::Kind::folder;
    entries.push_back(std::move(found));
  }
  ::closedir(stream);
  return entries;
}

void Folder::append(const fs::path& name, std::string_view bytes) const {
  const Descriptor file = open_file(name, O_WRONLY | O_CREAT | O_APPEND, "write");
  if (const int error = write_all(file.number(), bytes); error != 0) fail("write", name, error);
}

void Folder::resize(const fs::path& name, std::size_t bytes) const {
  const Descriptor file = open_file(name, O_WRONLY | O_CREAT, "write");
  if (::ftruncate(file.number(), static_cast<off_t>(bytes)) != 0) fail("write", name, errno);
}

Descriptor Folder::open_lock(const fs::path& name) const {
  return open_file(name, O_RDWR | O_CREAT, "write");
}

void Folder::remove(const fs::path& name) const {
  if (const Descriptor folder = open_folder(name.parent_path())) {
    ::unlinkat(folder.number(), name.filename().c_str(), 0);
  }
}

void Folder::remove_folder(const fs::path& name) const {
  if (!open_folder(name)) return;
  std::error_code ignored;
  fs::remove_all(*this / name, ignored);  // which follows no links in it
}

void write_file(const fs::path& file, std::string_view bytes) {
  Folder(file.parent_path()).write(file.filename(), bytes);
}

}  // namespace listok::latex

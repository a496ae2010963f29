#include "latex/files.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>

#include "emitter/parallel.hpp"

namespace listok::latex {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_open = 200;  // files that are written together
constexpr std::string_view draft_prefix = ".listok-";
constexpr std::string_view scratch_prefix = "scratch-";

[[noreturn]] void fail(std::string_view action, const fs::path& file, int error) {
  throw Trouble(fmt::format("cannot {} `{}`: {}", action, file.string(), std::strerror(error)),
                error == ENOSPC ? "free some space on the disk and run the command again"
                : error == EACCES || error == EROFS ? "choose a folder that you may write with `-o`"
                                                    : "");
}

// Returns errno, 0 when all went well.
int write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

// Reads into `bytes`, which has room for what is expected. Returns errno, 0 when all went well.
int read_all(int descriptor, std::string& bytes) {
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

// A file that becomes `target` when it is whole, and is gone when it never does.
class Draft {
 public:
  Draft(const fs::path& target, std::string_view bytes);
  // Of a file that is written already, on the same disk.
  static Draft of(const fs::path& written, const fs::path& target);
  ~Draft();
  Draft(Draft&& other) noexcept
      : target_(std::move(other.target_)),
        name_(std::exchange(other.name_, {})),
        descriptor_(std::exchange(other.descriptor_, -1)) {}
  Draft& operator=(Draft&&) = delete;

  void sync();    // its bytes are on the disk, and it is closed
  void rename();  // it replaces the target

 private:
  Draft() = default;

  fs::path target_;
  std::string name_;
  int descriptor_ = -1;
};

Draft::Draft(const fs::path& target, std::string_view bytes) : target_(target) {
  std::string name = (target.parent_path() / (std::string(draft_prefix) + "XXXXXX")).string();
  descriptor_ = ::mkostemp(name.data(), O_CLOEXEC);
  if (descriptor_ < 0) fail("write", target, errno);
  name_ = name;
  int error = write_all(descriptor_, bytes);
  if (error == 0 && ::fchmod(descriptor_, 0644) != 0) error = errno;
  if (error == 0) return;
  // The destructor of an object whose constructor throws is not called.
  ::close(descriptor_);
  ::unlink(name_.c_str());
  fail("write", target, error);
}

Draft Draft::of(const fs::path& written, const fs::path& target) {
  Draft draft;
  draft.target_ = target;
  draft.name_ = written.string();
  draft.descriptor_ = ::open(written.c_str(), O_RDONLY | O_CLOEXEC);
  if (draft.descriptor_ < 0 || ::fchmod(draft.descriptor_, 0644) != 0) fail("write", target, errno);
  return draft;
}

Draft::~Draft() {
  if (descriptor_ >= 0) ::close(descriptor_);
  if (!name_.empty()) ::unlink(name_.c_str());
}

void Draft::sync() {
  int error = ::fsync(descriptor_) == 0 ? 0 : errno;
  if (::close(std::exchange(descriptor_, -1)) != 0 && error == 0) error = errno;
  if (error != 0) fail("write", target_, error);
}

void Draft::rename() {
  if (::rename(name_.c_str(), target_.c_str()) == 0) return name_.clear();
  if (errno != EXDEV) fail("write", target_, errno);
  write_file(target_, read_file(name_).value_or(""));  // the target's folder is on another disk
}

// Makes drafts of `things` and puts them in place: all that are open at a time reach the disk together.
template <typename Thing, typename Drafter>
void put_drafts(std::span<const Thing> things, Drafter draft_of) {
  while (!things.empty()) {
    const auto group = things.first(std::min(most_open, things.size()));
    things = things.subspan(group.size());
    std::vector<Draft> drafts;
    drafts.reserve(group.size());
    for (const Thing& thing : group) drafts.push_back(draft_of(thing));
    emitter::in_parallel(drafts.size(), [&](std::size_t number) { drafts[number].sync(); });
    for (Draft& draft : drafts) draft.rename();
  }
}

}  // namespace

std::optional<std::string> read_file(const fs::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    if (errno == ENOENT || errno == ENOTDIR) return std::nullopt;
    fail("read", file, errno);
  }
  struct stat info {};
  const bool known = ::fstat(descriptor, &info) == 0;
  std::string bytes(known ? static_cast<std::size_t>(info.st_size) + 1 : 1, '\0');  // and the end
  const int error = read_all(descriptor, bytes);
  ::close(descriptor);
  if (error != 0) fail("read", file, error);
  return bytes;
}

void write_file(const fs::path& file, std::string_view bytes) {
  const FileText one{file, bytes};
  write_files({&one, 1});
}

void write_files(std::span<const FileText> files) {
  put_drafts(files, [](const FileText& file) {
    make_folder(file.file.parent_path());
    return Draft(file.file, file.bytes);
  });
}

void Writes::add(fs::path file, std::string bytes) {
  files_.emplace_back(std::move(file), std::move(bytes));
  if (files_.size() >= most_open) flush();
}

void Writes::flush() {
  std::vector<FileText> texts;
  for (const auto& [file, bytes] : files_) texts.push_back({file, bytes});
  write_files(texts);
  files_.clear();
}

void put_in_place(std::span<const Move> moves) {
  put_drafts(moves, [](const Move& move) {
    make_folder(move.to.parent_path());
    return Draft::of(move.from, move.to);
  });
}

void write_scratch_file(const fs::path& file, std::string_view bytes) {
  std::ofstream stream(file, std::ios::binary);
  stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!stream.flush()) fail("write", file, errno);
}

void append_to_file(const fs::path& file, std::string_view bytes) {
  make_folder(file.parent_path());
  const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
  if (descriptor < 0) fail("write", file, errno);
  const int error = write_all(descriptor, bytes);
  ::close(descriptor);
  if (error != 0) fail("write", file, error);
}

void write_if_changed(const fs::path& file, std::string_view bytes) {
  if (read_file(file) != bytes) write_file(file, bytes);
}

void make_folder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) fail("make the folder", folder, error.value());
}

void require_space(const fs::path& folder) {
  constexpr std::uintmax_t least = 256 * 1024;  // bytes; a run writes more than that
  std::error_code error;
  const fs::space_info space = fs::space(folder, error);
  if (!error && space.available < least) fail("write in", folder, ENOSPC);
}

void remove_drafts(const fs::path& folder) {
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    const std::string name = entry.path().filename().string();
    if (name.size() == draft_prefix.size() + 6 && name.starts_with(draft_prefix)) {
      fs::remove(entry.path(), error);
    }
  }
}

std::optional<Stamp> stamp(const fs::path& file) {
  struct stat info {};
  if (::stat(file.c_str(), &info) != 0) return std::nullopt;
  return Stamp{static_cast<std::uintmax_t>(info.st_size),
               std::int64_t{info.st_mtim.tv_sec} * 1'000'000'000 + info.st_mtim.tv_nsec};
}

void remove_scratch_folders(const fs::path& inside) {
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(inside, error)) {
    if (entry.path().filename().string().starts_with(scratch_prefix)) {
      fs::remove_all(entry.path(), error);
    }
  }
}

ScratchFolder::ScratchFolder(const fs::path& inside) {
  make_folder(inside);
  std::string name = (fs::absolute(inside) / (std::string(scratch_prefix) + "XXXXXX")).string();
  if (::mkdtemp(name.data()) == nullptr) fail("make a folder in", inside, errno);
  path_ = name;
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

}  // namespace listok::latex

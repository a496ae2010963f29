// How a Folder replaces files: drafts next to them, which take their places when they are whole.
#include <fcntl.h>
#include <linux/fs.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <map>

#include "emitter/base/parallel.hpp"
#include "latex/folder/output_folder.hpp"

namespace listok::latex {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_open = 200;  // files that are written together

std::string new_draft_name() {
  constexpr std::string_view letters =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";
  std::array<unsigned char, draft_letters> random{};
  if (::getrandom(random.data(), random.size(), 0) < 0) throw trouble("name", "a draft", errno);
  std::string name(draft_prefix);
  for (const unsigned char one : random) name += letters[one % letters.size()];
  return name;
}

// renameat2 within one folder; its errno, 0 when all went well.
int rename_in(int folder, const std::string& from, const std::string& to, unsigned flags) {
  return ::syscall(SYS_renameat2, folder, from.c_str(), folder, to.c_str(), flags) == 0 ? 0 : errno;
}

// What the kernel says for a file system that cannot do it.
bool is_unknown(int error) { return error == EINVAL || error == ENOSYS || error == ENOTSUP; }

std::optional<std::string> bytes_of(int folder, const std::string& name) {
  const Descriptor file = open_beneath(folder, name, O_RDONLY);
  std::string bytes;
  if (!file || read_all(file.number(), bytes) != 0) return std::nullopt;
  return bytes;
}

}  // namespace

// A file that becomes `target` when it is whole, and is gone when it never does.
class Draft {
 public:
  using Place = std::shared_ptr<const Descriptor>;  // the folder of the target

  Draft(const Folder& folder, Place place, const FileText& file);
  // Of a file that is written already.
  Draft(const Folder& folder, Place place, const Move& move);
  ~Draft();
  Draft(Draft&& other) noexcept;
  Draft& operator=(Draft&&) = delete;

  void sync();  // its bytes are on the disk, and it is closed
  // It takes the place of the target. False when somebody has saved that since it was read.
  bool settle();

 private:
  [[noreturn]] void fail(int error) const { folder_.fail("write", target_, error); }
  bool replace_expected();
  bool is_expected(const std::string& name) const;
  bool compare_and_rename();
  bool rename();
  void refuse_obstacle() const;

  const Folder& folder_;
  Place place_;
  fs::path target_;
  std::string leaf_;
  std::string name_;  // next to the target; empty: there is none any more
  fs::path written_;  // … or this one
  std::string_view bytes_;
  const Expected* expected_ = nullptr;
  Descriptor descriptor_;
};

Draft::Draft(const Folder& folder, Place place, const FileText& file)
    : folder_(folder),
      place_(std::move(place)),
      target_(file.file),
      leaf_(file.file.filename()),
      bytes_(file.bytes),
      expected_(file.expected) {
  refuse_obstacle();
  std::string name;
  do {
    name = new_draft_name();
    descriptor_ = open_beneath(place_->number(), name, O_WRONLY | O_CREAT | O_EXCL, 0600);
  } while (!descriptor_ && errno == EEXIST);
  if (!descriptor_) fail(errno);
  int error = write_all(descriptor_.number(), bytes_);
  if (error == 0 && ::fchmod(descriptor_.number(), 0644) != 0) error = errno;
  if (error != 0) {  // the destructor of an object whose constructor throws is not called
    ::unlinkat(place_->number(), name.c_str(), 0);
    fail(error);
  }
  name_ = std::move(name);
}

Draft::Draft(const Folder& folder, Place place, const Move& move)
    : folder_(folder), place_(std::move(place)), target_(move.to), leaf_(move.to.filename()) {
  refuse_obstacle();
  descriptor_ = Descriptor(::open(move.from.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
  if (!descriptor_ || ::fchmod(descriptor_.number(), 0644) != 0) fail(errno);
  written_ = move.from;
}

Draft::Draft(Draft&& other) noexcept
    : folder_(other.folder_),
      place_(std::move(other.place_)),
      target_(std::move(other.target_)),
      leaf_(std::move(other.leaf_)),
      name_(std::exchange(other.name_, {})),
      written_(std::exchange(other.written_, {})),
      bytes_(other.bytes_),
      expected_(other.expected_),
      descriptor_(std::move(other.descriptor_)) {}

Draft::~Draft() {
  if (!name_.empty()) ::unlinkat(place_->number(), name_.c_str(), 0);
  if (!written_.empty()) ::unlink(written_.c_str());
}

void Draft::refuse_obstacle() const {
  struct stat info{};
  const bool there = ::fstatat(place_->number(), leaf_.c_str(), &info, AT_SYMLINK_NOFOLLOW) == 0;
  if (there && !S_ISREG(info.st_mode)) fail(EISDIR);
}

void Draft::sync() {
  int error = ::fsync(descriptor_.number()) == 0 ? 0 : errno;
  if (::close(descriptor_.release()) != 0 && error == 0) error = errno;
  if (error != 0) fail(error);
}

bool Draft::settle() { return expected_ != nullptr ? replace_expected() : rename(); }

bool Draft::rename() {
  const int from = written_.empty() ? place_->number() : AT_FDCWD;
  const char* name = written_.empty() ? name_.c_str() : written_.c_str();
  if (::renameat(from, name, place_->number(), leaf_.c_str()) == 0) {
    name_.clear();
    written_.clear();
  } else if (errno == EXDEV) {
    folder_.write(target_, read_file(written_).value_or(""));  // the folder is on another disk
  } else {
    fail(errno);
  }
  return true;
}

// Of what `name` next to the target holds: it may be replaced. Another listok may have written the
// same.
bool Draft::is_expected(const std::string& name) const {
  const auto bytes = bytes_of(place_->number(), name);
  return bytes == *expected_ || bytes == bytes_;
}

// For disks on which two files cannot change places: what a person saves between the look and the
// rename is lost, but the time between them is short.
bool Draft::compare_and_rename() {
  const bool deleted = !bytes_of(place_->number(), leaf_);  // to have it anew
  return (deleted || is_expected(leaf_)) && rename();
}

// Draft and target change places, and what comes out is looked at. The draft is removed in the end,
// and whatever a person saved last stays.
bool Draft::replace_expected() {
  const int folder = place_->number();
  if (!*expected_) {
    const int error = rename_in(folder, name_, leaf_, RENAME_NOREPLACE);
    if (error == 0) name_.clear();
    if (error == EEXIST) return is_expected(leaf_);
    if (is_unknown(error)) return compare_and_rename();
    if (error != 0) fail(error);
    return true;
  }
  const int error = rename_in(folder, name_, leaf_, RENAME_EXCHANGE);
  if (error == ENOENT) return rename();  // it was deleted, to have it anew
  if (is_unknown(error)) return compare_and_rename();
  if (error != 0) fail(error);
  if (is_expected(name_)) return true;
  if (const int back = rename_in(folder, name_, leaf_, RENAME_EXCHANGE); back != 0) {
    name_.clear();  // it is a person's: rather a strange name than no file
    fail(back);
  }
  // Saved again before it was back: that is the newest.
  if (bytes_of(folder, name_) != bytes_) rename_in(folder, name_, leaf_, RENAME_EXCHANGE);
  return false;
}

namespace {

// Makes drafts of `things` and puts them in place: all that are open at a time reach the disk
// together.
template <typename Thing, typename Drafter>
std::vector<fs::path> put_drafts(std::span<const Thing> things, Drafter draft_of) {
  std::vector<fs::path> kept;
  bool last_was_kept = false;
  while (!things.empty()) {
    const auto group = things.first(std::min(most_open, things.size()));
    things = things.subspan(group.size());
    std::vector<Draft> drafts;
    drafts.reserve(group.size());
    for (const Thing& thing : group) drafts.push_back(draft_of(thing));
    emitter::in_parallel(drafts.size(), [&](std::size_t number) { drafts[number].sync(); });
    for (std::size_t number = 0; number < group.size(); ++number) {
      if constexpr (requires { group[number].follows; }) {
        if (group[number].follows && last_was_kept) continue;
        last_was_kept = !drafts[number].settle();
        if (last_was_kept) kept.push_back(group[number].file);
      } else {
        drafts[number].settle();
      }
    }
  }
  return kept;
}

// The folders of many files, each opened once.
class Places {
 public:
  template <typename Opener>
  Draft::Place of(const fs::path& file, Opener open) {
    Draft::Place& place = places_[file.parent_path()];
    if (!place) place = std::make_shared<const Descriptor>(open(file.parent_path()));
    return place;
  }

 private:
  std::map<fs::path, Draft::Place> places_;
};

}  // namespace

std::vector<fs::path> Folder::write(std::span<const FileText> files) const {
  Places places;
  return put_drafts(files, [&](const FileText& file) {
    return Draft(
        *this, places.of(file.file, [&](const fs::path& name) { return make_folder(name); }), file);
  });
}

void Folder::put(std::span<const Move> moves) const {
  Places places;
  put_drafts(moves, [&](const Move& move) {
    return Draft(*this, places.of(move.to, [&](const fs::path& name) { return make_folder(name); }),
                 move);
  });
}

void Folder::write(const fs::path& name, std::string_view bytes) const {
  const FileText one{name, bytes};
  write({&one, 1});
}

void Folder::write_if_changed(const fs::path& name, std::string_view bytes) const {
  if (read(name) != bytes) write(name, bytes);
}

bool Folder::replace(const fs::path& name, std::string_view bytes, const Expected& expected) const {
  const FileText one{name, bytes, &expected};
  return write({&one, 1}).empty();
}

void Folder::remove(const fs::path& name, const std::string& expected) const {
  const Descriptor folder = open_folder(name.parent_path());
  if (!folder) return;
  const std::string leaf = name.filename();
  const std::string aside = new_draft_name();
  const int error = rename_in(folder.number(), leaf, aside, RENAME_NOREPLACE);
  const std::string& now = is_unknown(error) ? leaf : aside;
  if (error != 0 && !is_unknown(error)) return;
  if (bytes_of(folder.number(), now) == expected) {
    ::unlinkat(folder.number(), now.c_str(), 0);
  } else if (now == aside) {
    // Where somebody has saved it again, that is the newest.
    const int back = rename_in(folder.number(), aside, leaf, RENAME_NOREPLACE);
    if (back == EEXIST) ::unlinkat(folder.number(), aside.c_str(), 0);
  }
}

}  // namespace listok::latex

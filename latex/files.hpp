// Files and folders of the output: written whole or not at all.
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace listok::latex {

// The machine lacks something: no xelatex, a full disk, a folder that cannot be written. The one
// exception that crosses rooms; the program turns it into exit status 3.
class Trouble : public std::runtime_error {
 public:
  explicit Trouble(const std::string& message, std::string hint = {})
      : std::runtime_error(message), hint_(std::move(hint)) {}
  const std::string& hint() const { return hint_; }

 private:
  std::string hint_;
};

// The bytes of `file`; nothing when it does not exist. Throws Trouble when it cannot be read.
std::optional<std::string> read_file(const std::filesystem::path& file);

// Replaces `file` by `bytes`: a temporary file beside it, fsync, rename. Folders are made as needed.
// After a failure (Trouble) the old file is as it was.
void write_file(const std::filesystem::path& file, std::string_view bytes);

struct FileText {
  std::filesystem::path file;
  std::string_view bytes;
};

// write_file for many: their bytes reach the disk together, which takes a fraction of the time.
// After a failure (Trouble) some may have been replaced, each whole.
void write_files(std::span<const FileText> files);

// Files to be written together, in the order in which they were added.
class Writes {
 public:
  void add(std::filesystem::path file, std::string bytes);
  // Also called by `add`, whenever many have come together; what was added is gone afterwards.
  void flush();

 private:
  std::vector<std::pair<std::filesystem::path, std::string>> files_;
};

struct Move {
  std::filesystem::path from;  // a scratch file, on any disk
  std::filesystem::path to;
};

// The same for files that are written already: each replaces its target.
void put_in_place(std::span<const Move> moves);

// Adds `bytes` at the end of `file`, in one write.
void append_to_file(const std::filesystem::path& file, std::string_view bytes);

// Writes a file that need not outlive the run, without the ceremony of write_file.
void write_scratch_file(const std::filesystem::path& file, std::string_view bytes);

// write_file, unless the file has these bytes already.
void write_if_changed(const std::filesystem::path& file, std::string_view bytes);

void make_folder(const std::filesystem::path& folder);

// Removes what a write_file that was killed left in `folder`. Nobody may be writing there.
void remove_drafts(const std::filesystem::path& folder);

// Throws Trouble when the disk of `folder` is all but full: then what went wrong there is no fault of
// a sheet.
void require_space(const std::filesystem::path& folder);

// Size and time of the last change, enough to notice that somebody else wrote the file.
struct Stamp {
  std::uintmax_t bytes = 0;
  std::int64_t nanoseconds = 0;  // since the epoch of the file clock

  bool operator==(const Stamp&) const = default;
};

std::optional<Stamp> stamp(const std::filesystem::path& file);

// Removes the scratch folders of a process that was killed. Nobody may be working `inside`.
void remove_scratch_folders(const std::filesystem::path& inside);

// A folder that is removed, with all that is in it, at the end of its scope.
class ScratchFolder {
 public:
  // A new folder `inside`, which is made as needed.
  explicit ScratchFolder(const std::filesystem::path& inside);
  ~ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace listok::latex

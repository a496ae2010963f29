// A folder that listok fills, and the one way to what lies in it. A stranger may have filled it
// before: no symbolic link in it is followed, and nothing but files and folders is opened.
// In: names relative to it, which never lead out of it. Out: bytes of files, stamps, names.
// Errors: Trouble, and Obstacle for a link, a pipe or a device in the way.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "latex/folder/open_beneath.hpp"
#include "latex/system/files.hpp"

namespace listok::latex {

// A link, a pipe, a device, or a folder in the place of a file: listok neither reads nor replaces
// it.
class Obstacle : public Trouble {
 public:
  Obstacle(const std::filesystem::path& at, const std::string& what);
  const std::string& at() const { return at_; }  // as the user would name it

 private:
  std::string at_;
};

struct Entry {
  enum class Kind { file, folder, other };
  std::string name;
  Kind kind = Kind::other;  // other: what an Obstacle is made of
};

// What a file was read as; nothing: it was not there.
using Expected = std::optional<std::string>;

struct FileText {
  std::filesystem::path file;
  std::string_view bytes;
  const Expected* expected = nullptr;  // given: replaced only if it is still so
  bool follows = false;                // written only if the one before it was
};

struct Move {
  std::filesystem::path
      from;                  // a scratch file, on any disk: absolute, or from the working directory
  std::filesystem::path to;  // in the folder
};

// All throw Trouble when the disk is full, something may not be read or written …, and Obstacle.
class Folder {
 public:
  // The folder itself may be reached by links, and need not exist: it is made by what writes.
  Folder(std::filesystem::path path);  // NOLINT: a path by another name
  Folder(const char* path) : Folder(std::filesystem::path(path)) {}  // NOLINT

  // As the user named it; for messages, and for programs that take it as an argument.
  const std::filesystem::path& path() const;
  std::filesystem::path operator/(const std::filesystem::path& name) const { return path() / name; }

  // The bytes of a file; nothing when it does not exist.
  std::optional<std::string> read(const std::filesystem::path& name) const;
  bool has(const std::filesystem::path& name) const { return stamp(name).has_value(); }
  std::optional<Stamp> stamp(const std::filesystem::path& name) const;
  // What is in the folder `name`, in no order; nothing when it does not exist.
  std::vector<Entry> list(const std::filesystem::path& name = {}) const;

  // Makes the folder `name`; returns its path, for programs that cannot take a descriptor.
  std::filesystem::path make(const std::filesystem::path& name) const;
  // Replaces a file: a draft next to it, fsync, rename. Folders are made as needed. After a failure
  // the old file is as it was.
  void write(const std::filesystem::path& name, std::string_view bytes) const;
  // For many: their bytes reach the disk together, which takes a fraction of the time. After a
  // failure some may have been replaced, each whole. Returns those that stay because somebody has
  // saved them since they were read.
  std::vector<std::filesystem::path> write(std::span<const FileText> files) const;
  void write_if_changed(const std::filesystem::path& name, std::string_view bytes) const;
  // write, but false, and the file stays, when somebody has saved it since it was read.
  bool replace(const std::filesystem::path& name, std::string_view bytes,
               const Expected& expected) const;
  // Puts files in place that are written already.
  void put(std::span<const Move> moves) const;
  // Adds at the end of a file, in one write.
  void append(const std::filesystem::path& name, std::string_view bytes) const;
  // Makes or cuts a file without replacing it: a lock that others hold.
  void resize(const std::filesystem::path& name, std::size_t bytes) const;

  // Removes a file, if it is there and can be removed.
  void remove(const std::filesystem::path& name) const;
  // The same, if it still is as `expected`; what a person saves at that moment is kept.
  void remove(const std::filesystem::path& name, const std::string& expected) const;
  // Removes a folder with all that is in it.
  void remove_folder(const std::filesystem::path& name) const;

  // A file for reading and writing, made as needed.
  Descriptor open_lock(const std::filesystem::path& name) const;

 private:
  friend class Draft;
  struct Root;

  int root() const;  // -1, with errno, where there is none
  Descriptor open_folder(const std::filesystem::path& name) const;
  Descriptor make_folder(const std::filesystem::path& name) const;
  Descriptor open_file(const std::filesystem::path& name, int flags, std::string_view action) const;
  [[noreturn]] void fail(std::string_view action, const std::filesystem::path& name, int error,
                         bool folder = false) const;

  std::shared_ptr<Root> root_;
};

// Replaces `file` by `bytes`, as Folder::write does, in whatever folder it lies.
void write_file(const std::filesystem::path& file, std::string_view bytes);

}  // namespace listok::latex

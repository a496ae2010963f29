// Reads and writes single files, and says what can go wrong with the machine.
// In: paths and bytes. Out: bytes; a folder that is removed at the end of its scope.
// Errors: Trouble, the one exception that crosses rooms.
#pragma once

#include <sys/stat.h>

#include <filesystem>
#include <optional>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "emitter/base/file_stamp.hpp"

namespace listok::latex {

using emitter::Stamp;
using emitter::stamp;
using emitter::stamp_of;

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

// The bytes of `file`; nothing when it does not exist. Throws Trouble when it cannot be read, or is
// no file: a pipe would be waited for.
std::optional<std::string> read_file(const std::filesystem::path& file);

// Writes a file that need not outlive the run, without a draft.
void write_scratch_file(const std::filesystem::path& file, std::string_view bytes);

// Both return errno, 0 when all went well. What is read is the rest of the file.
int write_all(int descriptor, std::string_view bytes);
int read_all(int descriptor, std::string& bytes);

// What must not be done to `file`, and why: "cannot write `a`: No space left on device".
Trouble trouble(std::string_view action, const std::filesystem::path& file, int error);

// What a draft of a file is called, before its random letters.
inline constexpr std::string_view draft_prefix = ".listok-";
inline constexpr std::size_t draft_letters = 6;

// What a folder that a run works in is called, before its random letters.
inline constexpr std::string_view scratch_prefix = "scratch-";

// Throws Trouble when the disk of `folder` is all but full: then what went wrong there is no fault
// of a sheet.
void require_space(const std::filesystem::path& folder);

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

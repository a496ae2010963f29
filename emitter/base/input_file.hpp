// Reads the files of a bank, and says how their names are shown.
// In: a path, and a limit in bytes. Out: the bytes of the file.
// Errors: the reason in words in place of the bytes; nothing is thrown.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>

namespace listok::emitter {

struct InputFile {
  std::optional<std::string> text;
  std::string reason;  // why there is no text: "is a folder"
};

// The bytes of a regular file of at most `limit` bytes. Nothing else is opened: reading a pipe
// would wait for ever.
InputFile read_file(const std::filesystem::path& path, std::size_t limit);

// The same for a file that has to lie in the folder `home`, whatever links lead to it.
InputFile read_file_in(const std::filesystem::path& home, const std::filesystem::path& path,
                       std::size_t limit);

// False when links lead from `path` out of the folder `home`, or to nothing.
bool lies_in(const std::filesystem::path& path, const std::filesystem::path& home);

// `path`, or the way to it from the working directory where that is shorter.
std::string shown(const std::filesystem::path& path);

// In lower case and without the dot: "md".
std::string extension_of(const std::filesystem::path& path);

}  // namespace listok::emitter

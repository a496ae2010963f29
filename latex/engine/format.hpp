// Formats: memory images of the engine with the class already read, so that a run starts in a third
// of the time. They lie in the user's cache folder and can be deleted at any time. (Library: zlib.)
#pragma once

#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>

#include "latex/engine/toolchain.hpp"

namespace listok::latex {

// What a format holds: the class with these options.
struct FormatSource {
  std::string class_options;  // as in Batch
  std::string preamble;       // "\documentclass[russian]{listok}" and nothing else
};

// True when `preamble` is one a format can be made of: only the class.
bool is_bare(const std::string& preamble);

// The file of the format, made when it is missing or when anything it was made from has changed; of
// two processes that want it, one makes it. Nothing when it cannot be had (no cache folder, a full
// disk, a TeX that will not): then the class is to be read as usual.
std::optional<std::filesystem::path> find_format(const Toolchain& toolchain,
                                                 const FormatSource& source,
                                                 const std::filesystem::path& scratch,
                                                 std::stop_token stop);

// Forgets a format that turned out to be broken.
void discard_format(const std::filesystem::path& format);

struct FormatCache {
  std::filesystem::path folder;  // empty when there is no place for one
  std::size_t formats = 0;
  std::uintmax_t bytes = 0;
};

FormatCache format_cache();

}  // namespace listok::latex

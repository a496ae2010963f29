// Opens what lies below a folder, and nothing outside of it: no link on the way is followed.
// (Linux: openat2 since 5.6; on older kernels, and where a sandbox forbids it, step by step.)
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>

#include "latex/system/descriptor.hpp"

namespace listok::latex {

// As open(2), for `name` in the folder `root`; `flags` always hold O_CLOEXEC, O_NOFOLLOW and
// O_NONBLOCK. None, with errno, when it cannot be opened: ELOOP or ENOTDIR where a link stands in
// the way, EXDEV when the name leads out of the folder. An empty name is the folder itself.
Descriptor open_beneath(int root, const std::filesystem::path& name, int flags, mode_t mode = 0);

// What stands at `name`, or on the way to it, and is neither a file nor a folder: "a symbolic
// link", "a pipe" … with its own name; empty when nothing does. `name` itself may be a folder only
// if `folder` says so.
struct Blocked {
  std::filesystem::path at;
  std::string what;
};
Blocked what_blocks(int root, const std::filesystem::path& name, bool folder);

}  // namespace listok::latex

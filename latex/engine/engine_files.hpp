// Finds out what engines read outside of their scratch folder, by asking kpathsea for TeX's files,
// fontconfig for faces, and the loader for the libraries of a program.
#pragma once

#include <filesystem>
#include <stop_token>
#include <string_view>
#include <vector>

#include "latex/engine/toolchain.hpp"
#include "latex/system/landlock.hpp"

namespace listok::latex {

struct EngineFiles {
  FileRights rights;  // to execute: only the programs and their loader
  std::vector<std::filesystem::path>
      refused;  // asked for by somebody, and too much: see covers_private
};

// Takes some ten milliseconds, or a fraction of one when the answers are remembered in the user's
// cache folder and nothing that they came from has changed. Works `inside` a folder. Throws Trouble
// when kpsewhich is missing or fails.
EngineFiles engine_files(const Toolchain& toolchain, const std::filesystem::path& inside,
                         const std::stop_token& stop);

// Whether `path` is, or lies above, a folder that holds other things than TeX's: the root, a home,
// the user's cache and configuration, /etc, /usr/local/etc, temporary files …
bool covers_private(const std::filesystem::path& path);

// The folders of a search path as kpathsea writes it: "!!/usr/share/texmf//:.:/etc/texmf". Relative
// ones are left out.
std::vector<std::filesystem::path> folders_of_path(std::string_view path);

// The files that the loader names: "\tlibm.so.6 => /lib/libm.so.6 (0x7f…)". A path
// without another name before it is that of the loader itself.
FileRights libraries_in(std::string_view traced);

}  // namespace listok::latex

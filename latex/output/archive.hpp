// Packs what was emitted into a zip archive that compiles on Overleaf as it is uploaded.
// In: sheets whose .tex are up to date. Out: how many files are in the archive, which is written
// whole or not at all.
// Errors: a warning about an archive that is not as listok left it, which is kept beside; Trouble
// when a file cannot be read or written, or libarchive is missing.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "emitter/model/model.hpp"
#include "emitter/tex/emit.hpp"
#include "latex/base/options.hpp"

namespace listok::latex {

struct EmittedSheet {
  const emitter::Item* item;
  std::string language;
  std::filesystem::path file;  // its .tex, relative to the output folder
  std::vector<emitter::ImageFile> images;
  bool tweaked;  // by a person
};

// In the root when all sheets lie in one folder, else in folders as below the output: the .tex as
// they are there, all that they read, and a document that sets them all. What is edited by hand
// takes along the files beside it that it names.
std::size_t write_archive(const emitter::Bank& bank, const std::vector<EmittedSheet>& sheets,
                          const BuildOptions& options, const Observer& observer);

}  // namespace listok::latex

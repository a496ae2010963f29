// Has the pictures of a bank looked into before TeX reads them, and puts them next to the sheets.
// In: a bank and its translations. Out: for each picture the file that is set; hashes.
// Errors: diagnostics for pictures with a fault; Trouble when a process or a file cannot be had.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "emitter/model/model.hpp"
#include "emitter/tex/emit.hpp"
#include "latex/folder/output_folder.hpp"
#include "latex/pictures/picture_verdict.hpp"
#include "latex/system/files.hpp"

namespace listok::latex {

struct SeenPicture {
  PictureVerdict verdict;
  std::filesystem::path set;  // the file that is set: the picture, or the one made in its place
};

struct SeenPictures {
  std::map<std::string, SeenPicture> by_file;    // relative to the bank's folder
  std::shared_ptr<const ScratchFolder> scratch;  // of pictures that were made; may be null
};

using Translations = std::vector<const emitter::Translation*>;

// Looks into the pictures of the head and the foot, and of `translations`, that were not looked into before, in processes of their
// own. After `stop` was requested some may lack a verdict.
SeenPictures look_at_pictures(const emitter::Bank& bank, const Translations& translations,
                              const std::stop_token& stop);

// An error for each place in a translation that names a picture with a fault, a warning for each
// that names one of which a part is not set.
emitter::Diagnostics picture_faults(const emitter::Translation& translation,
                                    const SeenPictures& pictures);
// The same for the head and the foot.
emitter::Diagnostics picture_faults(const emitter::Bank& bank, const SeenPictures& pictures);

// Puts images next to the .tex that name them in `folder` of `output`; a hash of them all. Nothing
// when one has changed since it was looked at, which changed_picture reports.
std::optional<Hash> put_images(const emitter::Bank& bank,
                               const std::vector<emitter::ImageFile>& images,
                               const SeenPictures& pictures, const Folder& output,
                               const std::filesystem::path& folder);
// `source`: the file that names it.
emitter::Diagnostic changed_picture(const emitter::Source& source);

}  // namespace listok::latex

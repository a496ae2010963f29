// Finds the files of a language that are items, and says which names an item may have.
// In: the bank's folder and a language, or an id. Out: paths; why a name is refused.
// Errors: diagnostics, for folders that cannot be read and names that are refused; nothing is
// thrown.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "emitter/base/diagnostic.hpp"
#include "emitter/base/file_stamp.hpp"
#include "emitter/base/limits.hpp"

namespace listok::emitter {

struct FolderListing {
  std::vector<std::string> items;  // relative to the bank's folder, '/' between names, sorted
  Diagnostics diagnostics;  // warnings for other files, errors for folders that cannot be read
  Sightings seen;           // the folders, and links to folders
};

// The Markdown files under `bank`/`language`, sub-folders included. Hidden files and images are
// passed over. A folder that is not there has no items. Past `limit` files and folders, of whatever
// kind, there is an error and no more is read.
FolderListing list_items(const std::filesystem::path& bank, const std::string& language,
                         std::size_t limit = limits::entries);

// Why `id` cannot name an item and its files; nothing when it can.
std::optional<std::string> refused_id(std::string_view id);

}  // namespace listok::emitter

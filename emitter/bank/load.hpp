// Reads a whole bank and checks it.
// In: the path of its folder. Out: the bank, and the stamps of all files that were looked at.
// Errors: diagnostics, for content and for files that cannot be read.
#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <string>

#include "emitter/base/file_stamp.hpp"
#include "emitter/config/faces_config.hpp"
#include "emitter/model/model.hpp"

namespace listok::emitter {

struct Loaded {
  std::optional<Bank> bank;  // absent when the folder is not a bank or its listok.yaml is unusable
  Diagnostics diagnostics;   // of the whole bank, in the order of files and places
  Sightings seen;  // every file and folder that was read or looked for; paths begin as given
};

// Reads listok.yaml and every item. Paths in diagnostics are relative to the working directory
// where that is shorter. Nothing is thrown for content or for files that cannot be read.
// `whole`: ids, if given: of all other items only the front matter is read.
Loaded load(const std::filesystem::path& folder,
            const std::optional<std::set<std::string>>& whole = std::nullopt,
            const MachineFaces& machine = {});

// Of the whole of `bank`: what is of listok.yaml first, then by file and place.
void put_in_order(Diagnostics& diagnostics, const Bank& bank);

// The id of the item that a Markdown file holds.
std::string id_of(const std::filesystem::path& file);

// The folder that holds listok.yaml: `start` or the nearest one above it.
std::optional<std::filesystem::path> find_bank(const std::filesystem::path& start);

}  // namespace listok::emitter

// Looks for the file that the name of an image means.
// In: the folder of a bank, that of the Markdown in it, names as written. Out: paths from the bank's
// folder. Errors: none; a name that means no file has a hint.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <utility>

#include "emitter/base/file_stamp.hpp"

namespace listok::emitter {

class ImageSearch {
 public:
  // `beside`: the folder of the Markdown, from the bank's. `seen`: where a name was looked up.
  ImageSearch(std::filesystem::path bank, std::filesystem::path beside, Sightings& seen)
      : bank_(std::move(bank)), beside_(std::move(beside)), seen_(seen) {}

  std::optional<std::filesystem::path> find(const std::string& written);

  // Whether `name` leads out of the bank.
  bool lies_outside(const std::string& name) const;

  // What may have been meant by `name`, which was not found.
  std::string hint_for(const std::string& name);

 private:
  std::filesystem::path bank_, beside_;
  Sightings& seen_;

  std::optional<std::filesystem::path> find_named(const std::string& name);
  bool is_file(const std::filesystem::path& name);
};

}  // namespace listok::emitter

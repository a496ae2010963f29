// Remembers in the user's cache folder what earlier runs found out about pictures.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "latex/pictures/picture_verdict.hpp"

namespace listok::latex {

class PictureMemory {
 public:
  PictureMemory();

  // The verdict on a picture of these bytes; nothing when there is none.
  std::optional<PictureVerdict> recall(const Hash& bytes) const;
  // Where the picture lies that is to be set in its place.
  std::filesystem::path made_of(const Hash& bytes) const { return folder_ / hex(bytes); }

  // Adds a verdict, and keeps `made`, the picture to be set in its place, if there is one.
  void add(const PictureVerdict& verdict, const std::filesystem::path& made);
  // Brings what was added to the disk; a cache folder that cannot be written is done without.
  void save();

 private:
  void forget_half();

  std::filesystem::path folder_;                 // empty: there is no memory
  std::vector<std::string> lines_;               // the oldest first
  std::map<std::string, PictureVerdict> known_;  // by the hash of the picture
  bool changed_ = false;
};

}  // namespace listok::latex

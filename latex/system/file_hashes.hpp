// Hashes what files hold: a font or a program that was put in place anew is still the same one.
// In: paths, and when the build began, in nanoseconds since the epoch. Out: a hash of them all.
// Errors: Trouble when a file that is there cannot be read.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "emitter/base/file_stamp.hpp"
#include "latex/system/hash.hpp"

namespace listok::latex {

// Nanoseconds since the epoch of the system clock, as in a Stamp.
std::int64_t now();

// Whether a file with this stamp may have been changed after `begun`, so that what it holds now
// need not be what was read then, and its stamp will not show it.
bool is_newer(const emitter::Stamp& state, std::int64_t begun);

class FileHashes {
 public:
  // A file that has changed since `begun` may be another than the one that was read: its hash is
  // like no other, and what was made of it is made again.
  explicit FileHashes(std::int64_t begun) : begun_(begun) {}

  // One hash of all that `files` hold, and of which are not there. Each is read once in the life of
  // the object.
  Hash of(const std::vector<std::string>& files);

 private:
  const Hash& of_one(const std::string& file);

  std::int64_t begun_;
  std::map<std::string, Hash> known_;
  std::map<std::vector<std::string>, Hash> known_lists_;  // thousands of sheets share theirs
};

}  // namespace listok::latex

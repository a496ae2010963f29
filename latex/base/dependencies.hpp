// The list of what a PDF depends on: a PDF is stale when one of these changes. Pure.
// In: hashes. Out: one value of them all, to be compared. Errors: none.
#pragma once

#include <array>
#include <cstddef>
#include <initializer_list>
#include <utility>

#include "latex/system/hash.hpp"

namespace listok::latex {

enum class Dependency {
  tex,
  image,
  local_style,  // macros that a person keeps next to the sheets
  class_files,
  bank_style,
  edition,
  metadata,
  date,
  preamble,
  engine,
  font,
  input,   // what is read by TeX of a person
  origin,  // of a sheet that a person edits: for which lines of Markdown its own stand
  sheets,  // this and the following: of a book
  contents,
  binding,
  size
};

// As a person would call them, in the order of Dependency.
inline constexpr std::array dependency_names{"its `.tex`",
                                             "an image",
                                             "`listok-local.sty`",
                                             "the class",
                                             "the head, the foot or the look",
                                             "the edition",
                                             "its title, number or tags",
                                             "SOURCE_DATE_EPOCH",
                                             "the bank's preamble",
                                             "the engine",
                                             "a font",
                                             "a file that its TeX reads",
                                             "the places that SyncTeX names",
                                             "a sheet",
                                             "its contents",
                                             "its cover, or its two sides",
                                             "the size of all sheets"};

// A hash of each; none of those that a PDF does not depend on.
class Dependencies {
 public:
  Dependencies() = default;
  Dependencies(std::initializer_list<std::pair<Dependency, Hash>> given) {
    for (const auto& [one, hash] : given) (*this)[one] = hash;
  }

  Hash& operator[](Dependency one) { return hashes_[static_cast<std::size_t>(one)]; }
  const Hash& operator[](Dependency one) const { return hashes_[static_cast<std::size_t>(one)]; }

  bool operator==(const Dependencies&) const = default;

 private:
  std::array<Hash, dependency_names.size()> hashes_;
};

}  // namespace listok::latex

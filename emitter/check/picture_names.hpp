// Refuses pictures whose names are those of files that listok makes in the output folder: there
// they lie next to the sheets, under the names that they have in the bank.
#pragma once

#include <set>
#include <string>

#include "emitter/base/diagnostic.hpp"
#include "emitter/model/model.hpp"

namespace listok::emitter {

class PictureNames {
 public:
  explicit PictureNames(const Bank& bank);

  // An error at each picture of the translation whose name is taken.
  void check(const Translation& translation, Diagnostics& found) const;
  // The same for the head, the foot and the preamble; what that brings is taken from then on.
  void check(const Bank& bank, Diagnostics& found);

  // Whether listok makes a file of this name.
  bool is_taken(const std::string& name) const;

 private:
  static Diagnostic taken(const Source& source, const std::string& file, Span span);

  std::set<std::string> files_;    // of a folder of sheets, without regard to case
  std::set<std::string> folders_;  // of editions, also of those that a command line may make up
};

}  // namespace listok::emitter

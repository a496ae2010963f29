// Sorts out diagnostics that say the same of many places: the first few are printed as they come,
// the others together at the end.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "emitter/base/diagnostic.hpp"

namespace listok::cli {

class Repeats {
 public:
  // True when `diagnostic` is to be printed now. Two are alike when they differ in their place, and
  // in the name of the item where they say it.
  bool admits(const emitter::Diagnostic& diagnostic);

  // One for all others of a kind, at the place of the first, in the order in which the kinds came;
  // they are forgotten then.
  emitter::Diagnostics rest();

 private:
  struct Kind {
    std::size_t told = 0;
    emitter::Diagnostic next;         // the first that was not printed
    std::vector<std::string> others;  // places of some of those behind it
    std::size_t left_out = 0;         // behind `next`
  };

  std::unordered_map<std::string, Kind> kinds_;
  std::vector<Kind*> waiting_;  // those of which something is still to be printed
};

}  // namespace listok::cli

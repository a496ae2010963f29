// Finds the .tex files that a person has edited, and what the next run makes of them. Writes
// nothing.
// In: a bank and the output folder. Out: the files, their texts and differences.
// Errors: Trouble when a file cannot be read; for `whole_diff` also when there is no git.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "emitter/model/model.hpp"
#include "latex/base/options.hpp"

namespace listok::latex {

struct EditedSheet {
  enum class State {
    edited,     // compiled as it is
    merging,    // its Markdown changed as well, elsewhere: the next run merges the two
    conflict,   // … in the same place, or the record of what listok wrote is lost
    left_over,  // its item is gone, or has another name now
  };
  State state = State::edited;
  std::string id;
  std::string folder;          // of the output: a language, or "bilingual"
  std::filesystem::path file;  // relative to the output folder
  std::string before;          // as listok wrote it
  std::string after;           // as it is
};

// "edited", "merging", "conflict", "left over"
std::string name_of(EditedSheet::State state);

// Of the languages and items that `options` choose, in the order of the bank; what is left over
// comes last.
std::vector<EditedSheet> edited_sheets(const emitter::Bank& bank, const BuildOptions& options);

// Those of them whose item is gone, of all languages.
std::vector<EditedSheet> left_over_sheets(const emitter::Bank& bank, const Folder& output);

// How many lines came and went on the way from `before` to `after`, and the first of them:
// "-old", "+new". Nothing to be had without git.
struct ShortDiff {
  std::size_t added = 0;
  std::size_t removed = 0;
  std::vector<std::string> first;
};

std::optional<ShortDiff> short_diff(const EditedSheet& sheet);

// The whole change as a unified diff. Throws Trouble without git.
std::string whole_diff(const EditedSheet& sheet, bool color);

}  // namespace listok::latex

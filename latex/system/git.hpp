// Merges and compares texts. (Program: git, which may be missing; no repository is needed.)
// In: texts in UTF-8. Out: the merged text, or a unified diff.
// Errors: a merge that fails gives nothing; Trouble when texts are compared without git.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace listok::latex {

// Whether git is on PATH.
bool has_git();

// What `git merge-file` makes of `yours` and `theirs`, both changed from `base`: `yours` with what
// `theirs` has changed. Nothing when both changed the same place, and when there is no git, it
// fails, or its result does not keep both. `yours` keeps its line ends. The texts are laid out in a
// folder made inside `scratch`.
std::optional<std::string> merge_texts(std::string_view base, std::string_view yours,
                                       std::string_view theirs,
                                       const std::filesystem::path& scratch);

// True when every line that either side added to `base` is in `merged` and every line that either
// took out is not, as often as both changes together say; a change that both made counts once.
bool keeps_both(std::string_view base, std::string_view yours, std::string_view theirs,
                std::string_view merged);

struct DiffStyle {
  unsigned context = 3;  // lines that stay the same around a change
  bool color = false;
};

// The change from `before` to `after` as a unified diff, the sides called made/<name> and
// edited/<name>; empty when they differ only in line ends. Throws Trouble without git.
std::string diff_texts(std::string_view before, std::string_view after,
                       const std::filesystem::path& name, const DiffStyle& style,
                       const std::filesystem::path& scratch);

}  // namespace listok::latex

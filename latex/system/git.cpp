#include "latex/system/git.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <vector>

#include "latex/system/files.hpp"
#include "latex/system/install_hint.hpp"
#include "latex/system/process.hpp"
#include "latex/system/programs.hpp"

namespace listok::latex {
namespace {

namespace fs = std::filesystem;

// Runs git in `folder`, deaf to the configuration of the user and of a repository above; what it
// prints lies in folder/said afterwards.
ProcessResult run_git(const fs::path& git, const fs::path& folder,
                      std::vector<std::string> arguments) {
  const fs::path home = fs::canonical(folder);
  return run({git,
              std::move(arguments),
              home,
              {{"GIT_CEILING_DIRECTORIES", home.parent_path().string()},
               {"GIT_CONFIG_NOSYSTEM", "1"},
               {"GIT_CONFIG_GLOBAL", "/dev/null"},
               {"LC_ALL", "C.UTF-8"}},
              home / "said",
              {}},
             {});
}

bool has_windows_ends(std::string_view text) {
  const auto end = text.find('\n');
  return end != std::string_view::npos && end > 0 && text[end - 1] == '\r';
}

std::string with_windows_ends(std::string_view text) {
  std::string converted;
  for (const char c : text) converted += c == '\n' ? std::string("\r\n") : std::string(1, c);
  return converted;
}

// How often each line occurs in `text`, times `weight`, added to `counts`.
void count_lines(std::string_view text, int weight, std::map<std::string_view, int>& counts) {
  while (!text.empty()) {
    const auto end = text.find('\n');
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    counts[line] += weight;
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
}

// How many of each line came (or, less than zero, went) on the way from `base` to `text`.
std::map<std::string_view, int> line_changes(std::string_view base, std::string_view text) {
  std::map<std::string_view, int> changes;
  count_lines(text, 1, changes);
  count_lines(base, -1, changes);
  return changes;
}

}  // namespace

bool has_git() { return find_program("git").has_value(); }

std::optional<std::string> merge_texts(std::string_view base, std::string_view yours,
                                       std::string_view theirs, const fs::path& scratch) {
  const auto git = find_program("git");
  if (!git) return std::nullopt;
  if (has_windows_ends(yours) && !has_windows_ends(theirs)) {
    return merge_texts(with_windows_ends(base), yours, with_windows_ends(theirs), scratch);
  }
  const ScratchFolder folder(scratch);
  write_scratch_file(folder.path() / "yours", yours);
  write_scratch_file(folder.path() / "base", base);
  write_scratch_file(folder.path() / "theirs", theirs);
  // The exit status is the number of places in conflict, or says that git failed.
  const ProcessResult result =
      run_git(*git, folder.path(), {"merge-file", "--quiet", "yours", "base", "theirs"});
  if (!result.success()) return std::nullopt;
  auto merged = read_file(folder.path() / "yours");
  if (merged && !keeps_both(base, yours, theirs, *merged)) return std::nullopt;
  return merged;
}

bool keeps_both(std::string_view base, std::string_view yours, std::string_view theirs,
                std::string_view merged) {
  auto by_you = line_changes(base, yours);
  auto by_them = line_changes(base, theirs);
  auto by_both = line_changes(base, merged);
  for (const auto& changes : {by_you, by_them}) {
    for (const auto& [line, count] : changes) by_both.try_emplace(line, 0);
  }
  for (const auto& [line, count] : by_both) {
    const int you = by_you[line];
    const int them = by_them[line];
    // A change that both made may be one and the same.
    const int least = you > 0 && them > 0 ? std::max(you, them) : you + them;
    const int most = you < 0 && them < 0 ? std::min(you, them) : you + them;
    if (count < least || count > most) return false;
  }
  return true;
}

std::string diff_texts(std::string_view before, std::string_view after, const fs::path& name,
                       const DiffStyle& style, const fs::path& scratch) {
  const auto git = find_program("git");
  if (!git) {
    throw Trouble("comparing texts needs the program `git`, which is not installed",
                  install_hint({"git"}));
  }
  const ScratchFolder folder(scratch);
  const fs::path made = "made" / name;
  const fs::path edited = "edited" / name;
  for (const fs::path& file : {made, edited})
    fs::create_directories(folder.path() / file.parent_path());
  write_scratch_file(folder.path() / made, before);
  write_scratch_file(folder.path() / edited, after);
  const ProcessResult result = run_git(
      *git, folder.path(),
      {"-c", "core.quotepath=false", "--no-pager", "diff", "--no-index", "--no-ext-diff",
       "--no-prefix", "--ignore-cr-at-eol", fmt::format("--unified={}", style.context),
       style.color ? "--color=always" : "--color=never", "--", made.string(), edited.string()});
  const std::string said = read_file(folder.path() / "said").value_or("");
  if (result.cause != ProcessResult::Cause::exited || result.code > 1) {
    throw Trouble(fmt::format("git could not compare two texts: {}", said), "");
  }
  return said;
}

}  // namespace listok::latex

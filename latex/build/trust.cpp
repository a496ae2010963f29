#include "latex/build/trust.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "latex/engine/recorded_inputs.hpp"
#include "latex/folder/output_folder.hpp"
#include "latex/folder/output_names.hpp"
#include "latex/system/files.hpp"
#include "latex/system/hash.hpp"
#include "latex/system/user_folders.hpp"

namespace listok::latex {
namespace {

namespace fs = std::filesystem;

// A line for each file that was trusted; empty when there is no place for them.
fs::path list_file() {
  const fs::path configuration = configuration_folder();
  return configuration.empty() ? configuration : configuration / "listok" / "trusted-tex";
}

// "HASH PATH\n": the hash is of the path as well, and the path is for people.
std::string line_of(const fs::path& file, std::string_view text) {
  std::string name = fs::weakly_canonical(file).string();
  std::replace(name.begin(), name.end(), '\n', ' ');
  return fmt::format("{} {}\n", hex(Hasher("trusted 1").add(name).add(text).hash()), name);
}

bool is_foreign(const fs::path& file, const emitter::Preamble* preamble) {
  const fs::path name = file.filename();
  return !is_of_listok(name) && (preamble == nullptr || name != preamble->package + ".sty");
}

emitter::Diagnostic refusal(const fs::path& file) {
  emitter::Diagnostic diagnostic;
  diagnostic.code = "untrusted-tex";
  diagnostic.file = file.string();
  diagnostic.message =
      "TeX that listok did not write, on a machine that cannot sandbox it: the sheets that use it "
      "are "
      "made only when you say `--trust-tex`";
  diagnostic.hint =
      "read the file, then run the command once with `--trust-tex`; `listok doctor` tells what the "
      "sandbox lacks";
  return diagnostic;
}

}  // namespace

const Trust::Files& Trust::files_beside(const Sheet& sheet) {
  const fs::path folder = options_.output / sheet.source->file.parent_path();
  const auto [found, added] = beside_.try_emplace(folder);
  if (!added) return found->second;
  std::error_code error;
  for (fs::recursive_directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    const fs::path& file = entry->path();
    if (!entry->is_regular_file() || entry->is_symlink()) continue;
    if (!is_foreign(file, sheet.preamble)) continue;
    found->second.emplace(file, line_of(file, read_file(file).value_or("")));
  }
  return found->second;
}

Trust::Files Trust::foreign_files(const Sheet& sheet) {
  Files files = files_beside(sheet);
  if (sheet.source->tweaked) {
    const fs::path file = options_.output / sheet.source->file;
    files.emplace(file, line_of(file, sheet.source->text));
  }
  if (sheet.preamble != nullptr) {
    files.emplace(sheet.preamble->name, line_of(sheet.preamble->name, sheet.preamble->text));
  }
  return files;
}

// Sorts files into `trusted_` and `refused_`.
void Trust::decide(const Files& files) {
  const fs::path list = list_file();
  const std::string known = list.empty() ? "" : read_file(list).value_or("");
  const std::string output = " " + fs::weakly_canonical(options_.output.path()).string() + "/";
  std::vector<std::string> open;
  std::string lines;
  for (const auto& [file, line] : files) {
    if (trusted_.contains(file) || refused_.contains(file)) continue;
    if (known.starts_with(line) || known.find("\n" + line) != std::string::npos) {
      trusted_.insert(file);
      continue;
    }
    open.push_back(file.string());
    lines += line;
  }
  if (open.empty()) return;
  const bool known_folder = known.find(output) != std::string::npos;
  if (options_.trust_tex || (known_folder && observer_.trusts(open))) {
    trusted_.insert(open.begin(), open.end());
    // The folder too, for a bank all of whose foreign TeX lies elsewhere.
    if (!known_folder) lines += line_of(options_.output / layout::state, "");
    if (!list.empty()) Folder(list.parent_path()).append(list.filename(), lines);
    return;
  }
  for (const std::string& file : open) {
    observer_.diagnostic(refusal(file));
    refused_.insert(file);
  }
}

Numbers Trust::allowed(const std::vector<Sheet>& sheets, const Numbers& numbers) {
  if (sandbox_.whole() && !options_.trust_tex) return numbers;
  Files all;
  for (const std::size_t number : numbers) all.merge(foreign_files(sheets[number]));
  if (all.empty()) return numbers;
  decide(all);
  if (!sandbox_.whole() && !noted_ && !trusted_.empty()) {
    noted_ = true;
    emitter::Diagnostic note;
    note.severity = emitter::Severity::note;
    note.code = "unsandboxed-tex";
    note.message = fmt::format("TeX that listok did not write is set without a whole sandbox: {}",
                               describe(sandbox_));
    observer_.diagnostic(note);
  }
  Numbers fine;
  for (const std::size_t number : numbers) {
    const Files files = foreign_files(sheets[number]);
    const auto is_trusted = [&](const auto& file) { return trusted_.contains(file.first); };
    if (std::ranges::all_of(files, is_trusted)) fine.push_back(number);
  }
  return fine;
}

}  // namespace listok::latex

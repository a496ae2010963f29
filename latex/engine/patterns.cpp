#include "latex/engine/patterns.hpp"

#include <algorithm>

#include "latex/engine/toolchain.hpp"
#include "latex/system/files.hpp"
#include "latex/system/process.hpp"
#include "latex/system/programs.hpp"

namespace listok::latex {

// A line is `ngerman loadhyph-de-1996.tex` or `=synonym`; `%` begins a comment.
std::set<std::string> patterns_in(std::string_view text) {
  std::set<std::string> names;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    line = line.substr(0, line.find('%'));
    const auto begin = line.find_first_not_of(" \t\r=");
    if (begin == line.npos) continue;
    line.remove_prefix(begin);
    names.emplace(line.substr(0, line.find_first_of(" \t\r")));
  }
  return names;
}

std::optional<std::set<std::string>> installed_patterns(const std::filesystem::path& scratch,
                                                        std::stop_token stop) {
  const auto program = find_program("kpsewhich");
  if (!program) return std::nullopt;
  const ScratchFolder folder(scratch);
  const auto output = folder.path() / "output";
  const ProcessResult result = run(
      {*program, {"language.dat"}, folder.path(), engine_environment(), output, Limits{}}, stop);
  std::string name = read_file(output).value_or("");
  name.erase(std::min(name.find('\n'), name.size()));
  if (!result.success() || name.empty()) return std::nullopt;
  return patterns_in(read_file(name).value_or(""));
}

}  // namespace listok::latex

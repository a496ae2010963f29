#include "latex/packages.hpp"

#include <fmt/format.h>

#include "emitter/findings.hpp"
#include "latex/class_files.hpp"
#include "latex/hash.hpp"
#include "latex/sources.hpp"

namespace listok::latex {

emitter::Diagnostics write_packages(const emitter::Bank& bank, const Folder& output,
                                    const std::filesystem::path& folder, Writes& writes) {
  emitter::Diagnostics diagnostics;
  const auto update = [&](const std::string& name, std::string_view text) {
    for (auto& one : update_own_file(output, folder / name, text, writes)) {
      diagnostics.push_back(std::move(one));
    }
  };
  for (const ClassFile& file : class_files()) update(std::string(file.name), file.text);
  if (bank.preamble) update(bank.preamble->package + ".sty", bank.preamble->text);
  return diagnostics;
}

Hash hash_of_class() {
  Hasher hasher("class");
  for (const ClassFile& file : class_files()) hasher.add(file.text);
  return hasher.hash();
}

bool may_run_tex(const emitter::Bank& bank, const BuildOptions& options, const Observer& observer) {
  if (!bank.preamble || options.trust_tex) return true;
  emitter::Findings findings(*bank.source);
  findings.error(bank.preamble->at, "untrusted-tex",
                 fmt::format("`{}` is TeX code that this bank would run on your machine, so it is "
                             "used only when you say `--trust-tex`",
                             bank.preamble->file),
                 "read the file first, then run the command with `--trust-tex`");
  for (const auto& diagnostic : findings.take()) observer.diagnostic(diagnostic);
  return false;
}

}  // namespace listok::latex

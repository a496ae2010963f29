// Decides whether TeX that listok did not write may run. On a machine that cannot sandbox it, it
// runs only when the user has said that he trusts it; that is kept in his configuration folder, and
// never in a bank.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "latex/build/batch_plan.hpp"
#include "latex/engine/sandbox.hpp"

namespace listok::latex {

class Trust {
 public:
  Trust(const BuildOptions& options, const Observer& observer, const SandboxStrength& sandbox)
      : options_(options), observer_(observer), sandbox_(sandbox) {}

  // Those of `numbers` that may be set: all of them in a whole sandbox; else those whose foreign
  // files are all trusted. `--trust-tex` trusts them, as they are now, for good. Where something of
  // this output folder was trusted before, the observer is asked about the files that are new or
  // changed; else, or when the answer is no, each of them is reported once as an error. That
  // foreign TeX is set without a whole sandbox is noted once.
  Numbers allowed(const std::vector<Sheet>& sheets, const Numbers& numbers);

 private:
  using Files = std::map<std::filesystem::path, std::string>;  // -> what is kept when it is trusted

  const Files& files_beside(const Sheet& sheet);
  Files foreign_files(const Sheet& sheet);
  void decide(const Files& files);

  const BuildOptions& options_;
  const Observer& observer_;
  SandboxStrength sandbox_;
  std::map<std::filesystem::path, Files> beside_;
  std::set<std::filesystem::path> refused_;
  std::set<std::filesystem::path> trusted_;
  bool noted_ = false;
};

}  // namespace listok::latex

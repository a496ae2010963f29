// Decides which items need not be looked at again, by the snapshot of the last build of the same
// kind.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "emitter/model/model.hpp"
#include "latex/base/options.hpp"
#include "latex/build/build_log.hpp"
#include "latex/build/sheet.hpp"
#include "latex/record/stat_cache.hpp"

namespace listok::latex {

// The ids of the items that have changed, when it seems that nothing but items has; nothing when in
// doubt.
std::optional<std::set<std::string>> changed_items(const std::filesystem::path& folder,
                                                   const Comparison& comparison);

// The items of which nothing has changed since the last build of the same kind, when nothing but
// other items has: what that build made of them, and said of them, is what this one would. None
// when in doubt.
Unchanged unchanged_items(const emitter::Bank& bank, const BuildOptions& options,
                          const Comparison& comparison);

// Whether `diagnostic` is about one of `items`, whatever found it.
bool is_about(const std::set<std::string>& ids, const emitter::Diagnostic& diagnostic);

// A build that has come to its end.
struct Done {
  const emitter::Bank& bank;
  const BuildOptions& options;
  std::int64_t begun = 0;  // nanoseconds since the epoch
  const Sightings& seen;   // of the bank
  const std::vector<Sheet>& sheets;
  const std::vector<Sheet>& unmade;  // that were refused before any engine ran
  const BuildLog& build_log;
  bool bound = true;  // the books that are asked for could be made
  Comparison last;    // what unchanged sheets were unchanged by; empty: nothing was unchanged
};

// Keeps a snapshot, unless somebody has worked on the files meanwhile.
void remember(const Done& done, const std::string& key, StatCache snapshot);

// Stands for everything else that decides what a build of the bank in `folder` does.
std::string stat_cache_key(const std::filesystem::path& folder, const BuildOptions& options);

}  // namespace listok::latex

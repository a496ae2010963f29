// Keeps the records of an output folder on its disk: record.jsonl from the last build that ended,
// and a journal of what was made since. Shards have theirs next to them: record-2-of-4.jsonl.
// In: records. Out: the same, read again.
// Errors: Trouble when a file cannot be read or written; lines that are broken are passed over.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "latex/base/shard.hpp"
#include "latex/folder/output_folder.hpp"
#include "latex/record/staleness.hpp"

namespace listok::latex {

class BuildLogFile {
 public:
  // In .listok of `output`, which need not exist.
  BuildLogFile(Folder output, const std::optional<Shard>& shard);

  // All that is known: a shard reads the common record and its own, the others read everybody's.
  // What is broken or of another version is as good as absent.
  Records load() const;
  // Writes lines of the journal (see record_line) at once.
  void append(const std::string& lines) const;
  // What failed. Shards keep none: each would know only of its own.
  Failures load_failures() const;
  void save_failures(const Failures& failures) const;
  // Writes the record and removes the journal; without a shard, also those of all shards.
  void save(const Records& records) const;

 private:
  std::filesystem::path file(const char* kind) const;
  std::vector<std::filesystem::path> of_shards() const;

  Folder output_;
  std::string suffix_;  // "-2-of-4"; empty without a shard
};

}  // namespace listok::latex

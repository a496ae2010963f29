#include "latex/record/build_log_file.hpp"

#include <algorithm>

#include "latex/folder/output_names.hpp"
#include "latex/record/record_json.hpp"

namespace listok::latex {
namespace {

namespace fs = std::filesystem;

const fs::path inside = layout::state;
constexpr const char* record_kind = "record";
constexpr const char* journal_kind = "journal";
constexpr const char* failures_kind = "failures";
constexpr const char* ending = ".jsonl";

}  // namespace

BuildLogFile::BuildLogFile(Folder output, const std::optional<Shard>& shard)
    : output_(std::move(output)), suffix_(shard ? "-" + shard->name() : "") {}

fs::path BuildLogFile::file(const char* kind) const { return inside / (kind + suffix_ + ending); }

// Records before journals, so that what is newer is read later.
std::vector<fs::path> BuildLogFile::of_shards() const {
  std::vector<fs::path> files;
  for (const Entry& entry : output_.list(inside)) {
    for (const std::string kind : {record_kind, journal_kind}) {
      if (is_of_shard(entry.name, kind + "-", ending)) files.push_back(inside / entry.name);
    }
  }
  std::sort(files.rbegin(), files.rend());
  return files;
}

Records BuildLogFile::load() const {
  Records records;
  const auto add = [&](const fs::path& from) {
    read_record_lines(output_.read(from).value_or(""), records);
  };
  add(inside / (record_kind + std::string(ending)));
  if (suffix_.empty()) {
    for (const fs::path& from : of_shards()) add(from);
  } else {
    add(file(record_kind));
  }
  add(file(journal_kind));
  return records;
}

Failures BuildLogFile::load_failures() const {
  if (!suffix_.empty()) return {};
  return read_failure_lines(output_.read(file(failures_kind)).value_or(""));
}

void BuildLogFile::save_failures(const Failures& failures) const {
  if (suffix_.empty() && (!failures.empty() || output_.has(file(failures_kind)))) {
    output_.write_if_changed(file(failures_kind), failure_lines(failures));
  }
}

void BuildLogFile::append(const std::string& lines) const {
  output_.append(file(journal_kind), lines);
}

void BuildLogFile::save(const Records& records) const {
  output_.write_if_changed(file(record_kind), record_lines(records));
  output_.remove(file(journal_kind));
  if (!suffix_.empty()) return;
  for (const fs::path& old : of_shards()) output_.remove(old);
}

}  // namespace listok::latex

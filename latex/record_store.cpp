#include "latex/record_store.hpp"

#include <algorithm>

#include "latex/files.hpp"
#include "latex/json.hpp"

namespace listok::latex {
namespace {

namespace fs = std::filesystem;

constexpr const char* record_kind = "record";
constexpr const char* journal_kind = "journal";
constexpr const char* ending = ".jsonl";

}  // namespace

RecordStore::RecordStore(fs::path folder, const std::optional<Shard>& shard)
    : folder_(std::move(folder)), suffix_(shard ? "-" + shard->name() : "") {}

fs::path RecordStore::file(const char* kind) const { return folder_ / (kind + suffix_ + ending); }

// Records before journals, so that what is newer is read later.
std::vector<fs::path> RecordStore::of_shards() const {
  std::vector<fs::path> files;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder_, error)) {
    const std::string name = entry.path().filename().string();
    if (name.find("-of-") == std::string::npos || entry.path().extension() != ending) continue;
    files.push_back(entry.path());
  }
  std::sort(files.rbegin(), files.rend());
  return files;
}

Records RecordStore::load() const {
  Records records;
  const auto add = [&records](const fs::path& from) {
    read_record_lines(read_file(from).value_or(""), records);
  };
  add((folder_ / record_kind) += ending);
  if (suffix_.empty()) {
    for (const fs::path& from : of_shards()) add(from);
  } else {
    add(file(record_kind));
  }
  add(file(journal_kind));
  return records;
}

void RecordStore::append(const std::string& lines) const {
  append_to_file(file(journal_kind), lines);
}

void RecordStore::save(const Records& records) const {
  write_if_changed(file(record_kind), record_lines(records));
  std::error_code ignored;
  fs::remove(file(journal_kind), ignored);
  if (!suffix_.empty()) return;
  for (const fs::path& old : of_shards()) fs::remove(old, ignored);
}

}  // namespace listok::latex

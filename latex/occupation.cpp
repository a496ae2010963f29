#include "latex/occupation.hpp"

#include <fmt/format.h>

#include <vector>

#include "latex/files.hpp"

namespace listok::latex {
namespace {

namespace fs = std::filesystem;

constexpr const char* lock_name = "lock";

fs::path inside_of(const BuildOptions& options) { return options.output / ".listok"; }

auto teller(const BuildOptions& options, const Observer& observer) {
  return [&options, &observer] {
    emitter::Diagnostic diagnostic;
    diagnostic.severity = emitter::Severity::note;
    diagnostic.code = "waiting";
    diagnostic.message =
        fmt::format("waiting for another listok that works in `{}`", options.output.string());
    observer.diagnostic(diagnostic);
  };
}

// A lock that is not empty belongs to a listok at work, or to one that was killed.
void mark(const fs::path& lock, bool busy) {
  std::error_code ignored;
  fs::resize_file(lock, busy ? 1 : 0, ignored);
}

// The locks of those that were killed.
std::vector<fs::path> killed(const fs::path& inside) {
  std::vector<fs::path> locks;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(inside, error)) {
    const bool lock = entry.path().filename().string().starts_with(lock_name);
    if (lock && entry.file_size(error) > 0) locks.push_back(entry.path());
  }
  return locks;
}

void tidy(const BuildOptions& options) {
  std::error_code error;
  const fs::path inside = inside_of(options);
  remove_scratch_folders(inside);
  remove_drafts(options.output);
  for (fs::recursive_directory_iterator entry(options.output, error), end; entry != end;
       entry.increment(error)) {
    if (entry->is_directory(error)) remove_drafts(entry->path());
  }
}

}  // namespace

Occupation::Occupation(const BuildOptions& options, const Observer& observer,
                       const std::stop_token& stop)
    : common_(inside_of(options) / lock_name, stop,
              options.shard ? FileLock::Kind::shared : FileLock::Kind::exclusive,
              teller(options, observer)) {
  mark_ = inside_of(options) / lock_name;
  if (options.shard) {
    mark_ += "-" + options.shard->name();
    own_.emplace(mark_, stop, FileLock::Kind::exclusive, teller(options, observer));
  }
  if (stop.stop_requested()) {  // perhaps while waiting: it is another's
    mark_.clear();
    return;
  }
  if (!options.shard) {
    const auto left = killed(inside_of(options));
    if (!left.empty()) tidy(options);
    for (const fs::path& lock : left) mark(lock, false);
  }
  mark(mark_, true);
}

Occupation::~Occupation() {
  if (!mark_.empty()) mark(mark_, false);
}

}  // namespace listok::latex

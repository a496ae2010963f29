#include "latex/output/output_lock.hpp"

#include <fmt/format.h>

#include <vector>

#include "latex/folder/output_names.hpp"
#include "latex/system/files.hpp"

namespace listok::latex {
namespace {

namespace fs = std::filesystem;

const fs::path inside = layout::state;
constexpr const char* lock_name = "lock";

auto teller(const BuildOptions& options, const Observer& observer) {
  return [&options, &observer] {
    emitter::Diagnostic diagnostic;
    diagnostic.severity = emitter::Severity::note;
    diagnostic.code = "waiting";
    diagnostic.message = fmt::format("waiting for another listok that works in `{}`",
                                     options.output.path().string());
    observer.diagnostic(diagnostic);
  };
}

// A lock that is not empty belongs to a listok at work, or to one that was killed.
void mark(const Folder& output, const fs::path& lock, bool busy) {
  output.resize(lock, busy ? 1 : 0);
}

// The locks of those that were killed.
std::vector<fs::path> killed(const Folder& output) {
  std::vector<fs::path> locks;
  for (const Entry& entry : output.list(inside)) {
    if (entry.kind != Entry::Kind::file || !entry.name.starts_with(lock_name)) continue;
    const auto state = output.stamp(inside / entry.name);
    if (state && state->bytes > 0) locks.push_back(inside / entry.name);
  }
  return locks;
}

bool is_draft(const std::string& name) {
  return name.starts_with(draft_prefix) && name.size() == draft_prefix.size() + draft_letters;
}

void remove_drafts(const Folder& output, const fs::path& folder) {
  for (const Entry& entry : output.list(folder)) {
    if (entry.kind == Entry::Kind::folder) remove_drafts(output, folder / entry.name);
    if (entry.kind == Entry::Kind::file && is_draft(entry.name)) {
      output.remove(folder / entry.name);
    }
  }
}

void tidy(const Folder& output) {
  for (const Entry& entry : output.list(inside)) {
    if (entry.kind == Entry::Kind::folder && entry.name.starts_with(scratch_prefix)) {
      output.remove_folder(inside / entry.name);
    }
  }
  remove_drafts(output, {});
}

}  // namespace

OutputLock::OutputLock(const BuildOptions& options, const Observer& observer,
                       const std::stop_token& stop)
    : output_(options.output),
      common_(output_, inside / lock_name, stop,
              options.shard ? FileLock::Kind::shared : FileLock::Kind::exclusive,
              teller(options, observer)) {
  mark_ = inside / lock_name;
  if (options.shard) {
    mark_ += "-" + options.shard->name();
    own_.emplace(output_, mark_, stop, FileLock::Kind::exclusive, teller(options, observer));
  }
  if (stop.stop_requested()) {  // perhaps while waiting: it is another's
    mark_.clear();
    return;
  }
  if (!options.shard) {
    const auto left = killed(output_);
    if (!left.empty()) tidy(output_);
    for (const fs::path& lock : left) mark(output_, lock, false);
  }
  mark(output_, mark_, true);
}

OutputLock::~OutputLock() {
  if (mark_.empty()) return;
  try {
    mark(output_, mark_, false);
  } catch (const Trouble&) {  // the next one tidies up in vain
  }
}

}  // namespace listok::latex

#include "latex/engine/scheduler.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>

#include "latex/engine/toolchain.hpp"
#include "latex/folder/output_names.hpp"
#include "latex/log/missing_face.hpp"
#include "latex/log/tex_errors.hpp"
#include "latex/system/files.hpp"
#include "latex/system/install_hint.hpp"

namespace listok::latex {
namespace {

QueuedBatch part_of(const QueuedBatch& whole, const std::vector<std::size_t>& indices) {
  QueuedBatch part{whole.batch, {}, whole.tweaked_preamble};
  part.batch.sheets.clear();
  for (const std::size_t index : indices) {
    part.batch.sheets.push_back(whole.batch.sheets[index]);
    part.numbers.push_back(whole.numbers[index]);
  }
  return part;
}

// When one of the faces that the class sets sheets in is missing. Any other is the author's.
std::optional<Trouble> trouble_with_face(const std::vector<TexMessage>& messages) {
  for (const TexMessage& message : messages) {
    const std::string face = missing_face(message.text);
    const std::string package = face.empty() ? "" : missing_package(message.text);
    if (package.empty()) continue;
    const std::string look = fmt::format("`fc-list '{}'` names its file when it is there", face);
    return Trouble(fmt::format("the face `{}` is not installed", face),
                   install_hint({package}) + "\n" + look);
  }
  return std::nullopt;
}

// Whether every sheet of `queued` reads TeX of a person.
bool reads_own_tex(const QueuedBatch& queued) {
  std::error_code error;
  return queued.tweaked_preamble ||
         std::filesystem::exists(queued.batch.beside / layout::local_style, error);
}

// What went wrong before the first sheet is the fault of the machine, which lacks something, unless
// a person's TeX is: a file next to the sheets, or what it loads.
void check_start(const QueuedBatch& queued, const BatchResult& result) {
  if (queued.tweaked_preamble) return;
  if (result.messages.empty()) {
    if (result.begun || reads_own_tex(queued)) return;
    throw Trouble(fmt::format("{} before the first sheet", result.fault),
                  "`listok doctor` tells what is missing");
  }
  if (const auto face = trouble_with_face(result.messages)) throw *face;
  const TexMessage& first = result.messages.front();
  const bool beside = is_in_other_file(first) && !std::filesystem::path(first.file).is_absolute();
  const bool read = is_in_other_file(first) || is_in_main_file(first);
  if (beside || (read && reads_own_tex(queued))) return;
  const std::string package = missing_package(first.text);
  throw Trouble(
      fmt::format("xelatex cannot set the first sheet: {}", first.text),
      package.empty() ? "`listok doctor` tells what is missing" : install_hint({package}));
}

// A face that some sheets need, and the machine lacks.
std::optional<Trouble> missed_face(const BatchResult& result) {
  for (const SheetResult& sheet : result.sheets) {
    if (auto trouble = trouble_with_face(sheet.messages)) return trouble;
  }
  return std::nullopt;
}

Outcome outcome_of(const QueuedBatch& queued, BatchResult& result, std::size_t index) {
  const double share = result.seconds / static_cast<double>(result.sheets.size());
  return {queued.numbers[index],
          std::move(result.sheets[index]),
          result.fault,
          result.messages,
          result.fonts,
          result.inputs,
          result.log,
          queued.batch.max_size,
          share};
}

class Scheduler {
 public:
  Scheduler(const Toolchain& toolchain, std::vector<QueuedBatch> batches, std::size_t workers,
            const std::filesystem::path& scratch, std::stop_token stop,
            const std::function<void(std::vector<Outcome>)>& deliver,
            const std::function<void(std::size_t)>& progress)
      : toolchain_(toolchain),
        scratch_(scratch),
        stop_(std::move(stop)),
        forward_(stop_, [this] { giving_up_.request_stop(); }),
        deliver_(deliver),
        progress_(progress),
        waiting_(std::make_move_iterator(batches.begin()), std::make_move_iterator(batches.end())),
        idle_engines_(workers) {}

  void work();
  void rethrow() const {
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  bool take(QueuedBatch& batch);
  void put_back(const QueuedBatch& whole, const std::vector<std::size_t>& indices);
  BatchResult typeset_one(const Batch& batch, const std::filesystem::path& folder);
  void note_set(std::size_t& before, std::size_t now);
  void run_one(QueuedBatch& queued);

  const Toolchain& toolchain_;
  const std::filesystem::path scratch_;
  std::stop_token stop_;
  std::stop_source giving_up_;  // the caller's stop, or a failure of one worker
  std::stop_callback<std::function<void()>> forward_;
  const std::function<void(std::vector<Outcome>)>& deliver_;
  const std::function<void(std::size_t)>& progress_;

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<QueuedBatch> waiting_;
  std::size_t running_ = 0;   // batches
  std::size_t idle_engines_;  // that may still be started
  std::size_t set_ = 0;       // sheets of the running batches
  std::exception_ptr failure_;
};

// The next batch; false when there is none and no running batch can put one back.
bool Scheduler::take(QueuedBatch& batch) {
  std::unique_lock lock(mutex_);
  changed_.wait(
      lock, [this] { return !waiting_.empty() || running_ == 0 || giving_up_.stop_requested(); });
  if (waiting_.empty() || giving_up_.stop_requested()) return false;
  batch = std::move(waiting_.front());
  waiting_.pop_front();
  ++running_;
  return true;
}

void Scheduler::put_back(const QueuedBatch& whole, const std::vector<std::size_t>& indices) {
  if (indices.empty()) return;
  const std::lock_guard lock(mutex_);
  waiting_.push_back(part_of(whole, indices));
}

// Of one batch `before` sheets were set, and `now` are.
void Scheduler::note_set(std::size_t& before, std::size_t now) {
  const std::lock_guard lock(mutex_);  // also during the call: the last one has the latest count
  set_ += now;
  set_ -= before;
  before = now;
  progress_(set_);
}

BatchResult Scheduler::typeset_one(const Batch& batch, const std::filesystem::path& folder) {
  struct Engine {
    explicit Engine(Scheduler& whole) : scheduler(whole) {
      std::unique_lock lock(scheduler.mutex_);
      scheduler.changed_.wait(lock, [this] { return scheduler.idle_engines_ > 0; });
      --scheduler.idle_engines_;
    }
    ~Engine() {
      const std::lock_guard lock(scheduler.mutex_);
      ++scheduler.idle_engines_;
      scheduler.changed_.notify_all();
    }
    Scheduler& scheduler;
  };
  const Engine engine(*this);
  std::size_t set = 0;
  BatchResult result = typeset(toolchain_, batch, folder, giving_up_.get_token(),
                               [&](std::size_t now) { note_set(set, now); });
  note_set(set, 0);  // what became of them is reported now
  return result;
}

void Scheduler::run_one(QueuedBatch& queued) {
  const ScratchFolder folder(scratch_);
  BatchResult result = typeset_one(queued.batch, folder.path());
  if (giving_up_.stop_requested()) return;
  check_start(queued, result);
  const std::size_t count = result.sheets.size();
  std::vector<std::size_t> again;
  std::vector<Outcome> decided;
  const auto culprit = result.culprit;
  const auto lacking = missed_face(result);
  for (std::size_t index = 0; index < count; ++index) {
    const bool open = result.sheets[index].state == SheetResult::State::unproven;
    if (open && count > 1 && result.begun) {
      again.push_back(index);
    } else if (!lacking || result.sheets[index].state == SheetResult::State::proven) {
      decided.push_back(outcome_of(queued, result, index));
    }
  }
  if (!decided.empty()) deliver_(std::move(decided));
  if (lacking) throw *lacking;
  if (culprit && again.size() > 1 && std::erase(again, *culprit) > 0) {
    put_back(queued, {*culprit});
    put_back(queued, again);
  } else if (again.size() < count) {  // none of them, perhaps
    put_back(queued, again);
  } else {
    const auto middle = again.begin() + static_cast<std::ptrdiff_t>(count / 2);
    put_back(queued, {again.begin(), middle});
    put_back(queued, {middle, again.end()});
  }
}

void Scheduler::work() {
  QueuedBatch batch;
  while (take(batch)) {
    std::exception_ptr failure;
    try {
      run_one(batch);
    } catch (...) {  // to be thrown again by the thread that waits
      failure = std::current_exception();
      giving_up_.request_stop();
    }
    const std::lock_guard lock(mutex_);
    if (failure && !failure_) failure_ = failure;
    --running_;
    changed_.notify_all();
  }
  changed_.notify_all();
}

}  // namespace

void run_batches(const Toolchain& toolchain, std::vector<QueuedBatch> batches, std::size_t workers,
                 const std::filesystem::path& scratch, std::stop_token stop,
                 const std::function<void(std::vector<Outcome>)>& deliver,
                 const std::function<void(std::size_t)>& progress) {
  Scheduler scheduler(toolchain, std::move(batches), workers, scratch, std::move(stop), deliver,
                      progress);
  {
    // Twice as many as engines: while the sheets of one go to the disk, the next one works.
    std::vector<std::jthread> threads;
    for (std::size_t thread = 0; thread < 2 * workers; ++thread) {
      threads.emplace_back([&scheduler] { scheduler.work(); });
    }
  }
  scheduler.rethrow();
}

}  // namespace listok::latex

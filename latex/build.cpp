#include "latex/build.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <mutex>
#include <thread>

#include "latex/batch.hpp"
#include "latex/blame.hpp"
#include "latex/files.hpp"
#include "latex/hash.hpp"
#include "latex/json.hpp"
#include "latex/messages.hpp"
#include "latex/queue.hpp"
#include "latex/sheet.hpp"

namespace listok::latex {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t smallest_batch = 40;  // below, starting an engine costs more than it gains
constexpr std::size_t largest_batch = 400;  // above, an engine's memory grows for nothing

class Build {
 public:
  Build(const BuildOptions& options, const Observer& observer, std::vector<Sheet> sheets)
      : options_(options),
        observer_(observer),
        sheets_(std::move(sheets)),
        states_(sheets_.size(), "up to date") {}

  void run(std::stop_token stop, BuildResult& result);

 private:
  void plan(const std::string& engine);
  std::vector<QueuedBatch> batches() const;
  void take(const Outcome& outcome);
  void accept(const Sheet& sheet, const Outcome& outcome);
  void refuse(const Sheet& sheet, const Outcome& outcome);
  fs::path log_file(const Sheet& sheet) const;
  void save() const;
  fs::path record_file() const { return options_.output / ".listok" / "record.json"; }

  const BuildOptions& options_;
  const Observer& observer_;
  std::vector<Sheet> sheets_;
  std::vector<const char*> states_;
  std::vector<std::size_t> stale_;
  Records records_;
  std::mutex mutex_;  // held while an outcome is written down and told to the observer
  std::size_t made_ = 0;
  std::size_t failed_ = 0;
};

void Build::plan(const std::string& engine) {
  if (const auto text = read_file(record_file()))
    records_ = read_records(*text).value_or(Records{});
  for (std::size_t number = 0; number < sheets_.size(); ++number) {
    Sheet& sheet = sheets_[number];
    sheet.ingredients["the engine"] = Hasher("engine").add(engine).hex();
    const auto known = records_.find(sheet.pdf.string());
    const auto reason =
        reason_to_make(sheet.ingredients, known == records_.end() ? nullptr : &known->second,
                       stamp(options_.output / sheet.pdf), options_.force);
    if (reason) stale_.push_back(number);
    if (options_.explain) {
      observer_.explanation(fmt::format("{}: {}", sheet.pdf.string(),
                                        reason ? "made, because " + *reason : "up to date"));
    }
  }
}

// Sheets of one language, preamble and edition can share a run.
std::vector<QueuedBatch> Build::batches() const {
  std::map<std::pair<std::string, std::string>, std::vector<std::size_t>> groups;
  for (const std::size_t number : stale_) {
    const Sheet& sheet = sheets_[number];
    groups[{class_options(sheet.edition),
            sheet.translation->language + "\n" + preamble_of(sheet.source->text)}]
        .push_back(number);
  }
  const std::size_t workers_a_group = std::max<std::size_t>(1, options_.workers / groups.size());
  std::vector<QueuedBatch> batches;
  for (const auto& [group, numbers] : groups) {
    auto next = numbers.begin();
    for (const std::size_t size :
         chunk_sizes(numbers.size(), workers_a_group, smallest_batch, largest_batch)) {
      const Sheet& first = sheets_[*next];
      QueuedBatch queued;
      queued.batch.class_options = group.first;
      queued.batch.beside = options_.output / first.translation->language;
      queued.tweaked_preamble = true;
      for (std::size_t count = 0; count < size; ++count, ++next) {
        const Sheet& sheet = sheets_[*next];
        queued.batch.sheets.push_back({sheet.source->text, sheet.metadata});
        queued.numbers.push_back(*next);
        queued.tweaked_preamble = queued.tweaked_preamble && sheet.source->tweaked;
      }
      batches.push_back(std::move(queued));
    }
  }
  return batches;
}

void Build::accept(const Sheet& sheet, const Outcome& outcome) {
  const fs::path pdf = options_.output / sheet.pdf;
  write_file(pdf, outcome.sheet.pdf);
  fs::remove(log_file(sheet));
  Record record{sheet.ingredients,        *stamp(pdf),     outcome.sheet.marks.size,
                outcome.sheet.marks.fill, outcome.seconds, {}};
  const std::lock_guard lock(mutex_);
  for (const TexMessage& message : outcome.sheet.messages) {
    const auto diagnostic = blame(sheet, message, options_.output);
    record.warnings.push_back(fmt::format("{}:{}: {} [{}]", diagnostic.file, diagnostic.line,
                                          diagnostic.message, diagnostic.code));
    observer_.diagnostic(diagnostic);
  }
  observer_.made(fmt::format("{}: {:g} pt, {:.0f} % of the page", sheet.pdf.string(), record.size,
                             100 * record.fill));
  records_[sheet.pdf.string()] = std::move(record);
  states_[outcome.number] = "made";
  ++made_;
}

// The log of a failed sheet, for the person who wants to see what TeX said.
fs::path Build::log_file(const Sheet& sheet) const {
  return (options_.output / ".listok" / "logs" / sheet.pdf).replace_extension(".log");
}

void Build::refuse(const Sheet& sheet, const Outcome& outcome) {
  const std::lock_guard lock(mutex_);
  states_[outcome.number] = "failed";
  ++failed_;
  std::vector<TexMessage> messages = outcome.sheet.messages;
  if (messages.empty()) messages = outcome.messages;
  for (const TexMessage& message : messages) {
    observer_.diagnostic(blame(sheet, message, options_.output));
  }
  write_file(log_file(sheet), outcome.log);
  if (!messages.empty()) return;
  const SheetMarks& marks = outcome.sheet.marks;
  const std::string why = !outcome.fault.empty() ? outcome.fault
                          : marks.group != 0     ? "a group or an environment is left open"
                          : marks.pages != 1     ? fmt::format("it gave {} pages", marks.pages)
                                                 : "the engine did not finish it";
  observer_.diagnostic(blame(sheet, "no-sheet", "no sheet could be made: " + why,
                             fmt::format("what TeX said is in `{}`", log_file(sheet).string()),
                             options_.output));
}

void Build::take(const Outcome& outcome) {
  const Sheet& sheet = sheets_[outcome.number];
  if (outcome.sheet.state == SheetResult::State::proven) {
    accept(sheet, outcome);
  } else {
    refuse(sheet, outcome);
  }
  const std::lock_guard lock(mutex_);
  observer_.progress(made_ + failed_, stale_.size(), sheet.translation->language);
}

void Build::save() const {
  write_if_changed(record_file(), records_json(records_));
  std::vector<ReportLine> lines;
  for (std::size_t number = 0; number < sheets_.size(); ++number) {
    const Sheet& sheet = sheets_[number];
    const auto record = records_.find(sheet.pdf.string());
    lines.push_back({sheet.item->id, sheet.translation->language,
                     sheet.edition == nullptr ? "" : sheet.edition->name, sheet.pdf.string(),
                     states_[number], record == records_.end() ? nullptr : &record->second});
  }
  write_if_changed(options_.output / "report.json", report_json(lines));
}

void Build::run(std::stop_token stop, BuildResult& result) {
  const Toolchain toolchain = find_toolchain();
  plan(toolchain.identity);
  result.up_to_date = sheets_.size() - stale_.size();
  if (!stale_.empty()) {
    observer_.progress(0, stale_.size(), sheets_[stale_.front()].translation->language);
    try {
      run_batches(toolchain, batches(), options_.workers, options_.output / ".listok", stop,
                  [this](const Outcome& outcome) { take(outcome); });
    } catch (...) {
      save();  // what was made is kept
      throw;
    }
  }
  save();
  result.made = made_;
  result.failed += failed_;
  result.stopped = stop.stop_requested() && made_ + failed_ < stale_.size();
}

BuildOptions with_workers(BuildOptions options) {
  if (options.workers == 0) options.workers = std::max(1U, std::thread::hardware_concurrency());
  return options;
}

std::size_t count_tweaked(const std::vector<Sheet>& sheets) {
  return static_cast<std::size_t>(std::count_if(
      sheets.begin(), sheets.end(), [](const Sheet& sheet) { return sheet.source->tweaked; }));
}

}  // namespace

BuildResult emit_sources(const emitter::Bank& bank, const BuildOptions& options,
                         const Observer& observer) {
  const Prepared prepared = prepare(bank, options, observer);
  BuildResult result;
  result.made = prepared.written;
  result.failed = prepared.failed;
  result.tweaked = count_tweaked(prepared.sheets);
  return result;
}

BuildResult build(const emitter::Bank& bank, const BuildOptions& options, const Observer& observer,
                  std::stop_token stop) {
  Prepared prepared = prepare(bank, options, observer);
  BuildResult result;
  result.failed = prepared.failed;
  result.tweaked = count_tweaked(prepared.sheets);
  const BuildOptions completed = with_workers(options);
  Build(completed, observer, std::move(prepared.sheets)).run(std::move(stop), result);
  return result;
}

}  // namespace listok::latex

#include "latex/build/build.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <thread>

#include "emitter/bank/load.hpp"
#include "latex/build/check_unchanged.hpp"
#include "latex/build/named_faces.hpp"
#include "latex/build/sheet.hpp"
#include "latex/build/sheet_maker.hpp"
#include "latex/output/archive.hpp"
#include "latex/output/output_lock.hpp"
#include "latex/output/output_owner.hpp"
#include "latex/output/support_files.hpp"
#include "latex/record/diagnostic_json.hpp"
#include "latex/record/stat_cache.hpp"
#include "latex/system/file_hashes.hpp"

namespace listok::latex {
namespace {

namespace fs = std::filesystem;

std::size_t count_tweaked(const std::vector<Sheet>& sheets) {
  return static_cast<std::size_t>(std::count_if(
      sheets.begin(), sheets.end(), [](const Sheet& sheet) { return sheet.source->tweaked; }));
}

std::vector<EmittedSheet> emitted_sheets(const Prepared& prepared) {
  std::vector<EmittedSheet> sheets;
  for (const Sheet& sheet : prepared.sheets) {
    const SheetText& text = *sheet.source;
    sheets.push_back(
        {sheet.item, sheet.translation->language, text.file, text.images, text.tweaked});
  }
  return sheets;
}

// What was done in this build is no news in the next, even if nothing changes.
bool is_event(const emitter::Diagnostic& diagnostic) {
  constexpr std::array codes{"waiting", "leftover", "tex-merged", "file-rewritten",
                             "unsandboxed-tex"};
  return std::ranges::any_of(codes, [&](const char* one) { return diagnostic.code == one; });
}

// From the first look to the snapshot.
class Session {
 public:
  Session(const fs::path& folder, const Acceptance& accept, const BuildOptions& options,
          const Observer& observer, std::stop_token stop)
      : folder_(folder),
        accept_(accept),
        wanted_(options),
        options_(options),
        key_(stat_cache_key(folder, options)),
        observer_(observer),
        stop_(std::move(stop)) {
    observer_.diagnostic = [this, &observer](const emitter::Diagnostic& diagnostic) {
      if (!said_.insert(kept_line(diagnostic)).second) return;
      if (!is_event(diagnostic)) told_.push_back(diagnostic);
      observer.diagnostic(diagnostic);
    };
  }

  std::optional<BuildResult> run();

 private:
  bool read(const std::optional<std::set<std::string>>& whole);
  void tell(const emitter::Diagnostics& diagnostics);
  void tell_of_reading(const emitter::Diagnostics& diagnostics);
  void tell_beside_unchanged();
  bool settle();
  BuildResult repeat(const StatCache& snapshot);
  BuildResult make();

  const fs::path& folder_;
  const Acceptance& accept_;
  const BuildOptions& wanted_;
  BuildOptions options_;  // completed
  const std::string key_;
  Observer observer_;
  std::stop_token stop_;
  const std::int64_t begun_ = now();
  emitter::Loaded loaded_;      // its diagnostics are of what was chosen
  std::size_t of_reading_ = 0;  // how many of told_, the first
  std::set<std::string> said_;  // nothing is said twice
  emitter::Diagnostics told_;   // of that what holds for as long as nothing changes
  Comparison last_;
  Unchanged unchanged_;
};

void Session::tell(const emitter::Diagnostics& diagnostics) {
  for (const auto& one : diagnostics) observer_.diagnostic(one);
}

void Session::tell_of_reading(const emitter::Diagnostics& diagnostics) {
  tell(diagnostics);
  of_reading_ = told_.size();
}

BuildResult Session::repeat(const StatCache& snapshot) {
  tell(snapshot.diagnostics);
  BuildResult result;
  result.up_to_date = snapshot.sheets;
  result.failed = snapshot.failed;
  result.tweaked = snapshot.tweaked;
  return result;
}

// Items besides `whole`, if any, are skimmed, and nothing is said yet. False when there is nothing
// to work with.
bool Session::read(const std::optional<std::set<std::string>>& whole) {
  loaded_ = emitter::load(folder_, whole, machine_faces());
  const bool usable = loaded_.bank && !loaded_.bank->items.empty();
  if (!usable && whole) return read(std::nullopt);
  if (usable) {
    loaded_.diagnostics =
        emitter::of_choice(std::move(loaded_.diagnostics), *loaded_.bank, wanted_.selection);
  }
  if (!whole) tell_of_reading(loaded_.diagnostics);
  if (!usable) return false;
  options_ = wanted_;
  if (options_.workers == 0) options_.workers = std::max(1U, std::thread::hardware_concurrency());
  accept_(*loaded_.bank, options_);
  return true;
}

// False when an item was only skimmed and has to be read whole.
bool Session::settle() {
  last_ = compare_stat_cache(options_.output, key_, loaded_.seen).value_or(Comparison{});
  unchanged_ = unchanged_items(*loaded_.bank, options_, last_);
  const auto unread = [&](const emitter::Item& item) {
    return !unchanged_.items.contains(&item) &&
           std::ranges::any_of(item.translations, &emitter::Translation::skimmed);
  };
  return std::ranges::none_of(loaded_.bank->items, unread);
}

// What there is to say of items that have not changed was found by the builds before.
void Session::tell_beside_unchanged() {
  std::set<std::string> ids;
  for (const emitter::Item* item : unchanged_.items) ids.insert(item->id);
  const StatCache& before = last_.snapshot;
  emitter::Diagnostics of_reading, of_making;
  for (const auto& one : loaded_.diagnostics) {
    if (!is_about(ids, one)) of_reading.push_back(one);
  }
  for (std::size_t number = 0; number < before.diagnostics.size(); ++number) {
    const auto& one = before.diagnostics[number];
    if (is_about(ids, one)) (number < before.of_reading ? of_reading : of_making).push_back(one);
  }
  emitter::put_in_order(of_reading, *loaded_.bank);
  tell_of_reading(of_reading);
  tell(of_making);
}

BuildResult Session::make() {
  const emitter::Selection& selection = options_.selection;
  const bool whole =
      !emitter::has_errors(told_) && selection.all_items() && selection.languages.empty();
  emitter::Bank& bank = *loaded_.bank;
  BuildResult result;
  Prepared prepared = prepare(bank, options_, observer_, unchanged_, stop_);
  result.stopped = stop_.stop_requested();
  if (result.stopped) return result;
  result.failed = prepared.failed;
  result.tweaked = count_tweaked(prepared.sheets);
  SheetMaker making(bank, options_, observer_, begun_, std::move(prepared), stop_);
  const std::size_t refused = result.failed;
  making.run(whole, result);
  if (result.stopped || !making.lasting()) return result;
  if (unchanged_.items.empty()) last_ = {};
  remember({bank, options_, begun_, loaded_.seen, making.sheets(), making.unmade(),
            making.build_log(), making.bound(), std::move(last_)},
           key_,
           // Not `made`: with one size for all a sheet may be made twice.
           {.sheets = making.sheets().size() - (result.failed - refused),
            .failed = result.failed,
            .tweaked = result.tweaked,
            .order = {},
            .refused = making.refused(),
            .diagnostics = std::move(told_),
            .of_reading = of_reading_});
  return result;
}

std::optional<BuildResult> Session::run() {
  std::optional<std::set<std::string>> changed;
  if (!wanted_.explain && !wanted_.force) {
    const auto last = compare_stat_cache(wanted_.output, key_);
    if (last && last->changed.empty()) return repeat(last->snapshot);
    if (last) changed = changed_items(folder_, *last);
  }
  if (!read(changed)) return std::nullopt;
  const OutputLock lock(options_, observer_, stop_);
  BuildResult result;
  if (stop_.stop_requested()) {
    result.stopped = true;
    return result;
  }
  const bool unchanged = settle();
  if (!unchanged) {
    if (!read(std::nullopt)) return std::nullopt;
    settle();
  }
  if (unchanged && changed) tell_beside_unchanged();
  if (!claim(options_.output, loaded_.bank->folder, observer_)) return result;
  return make();
}

}  // namespace

BuildResult emit_sources(emitter::Bank bank, const BuildOptions& options, const Observer& observer,
                         std::stop_token stop) {
  BuildResult result;
  if (!claim(options.output, bank.folder, observer)) return result;
  const Prepared prepared = prepare(bank, options, observer, {}, stop);
  result.made = prepared.written;
  result.failed = prepared.failed;
  result.tweaked = count_tweaked(prepared.sheets);
  result.stopped = stop.stop_requested();
  if (!options.archive.empty() && !result.stopped && !prepared.sheets.empty()) {
    result.packed = write_archive(bank, emitted_sheets(prepared), options, observer);
  }
  return result;
}

std::optional<BuildResult> build(const fs::path& folder, const Acceptance& accept,
                                 const BuildOptions& options, const Observer& observer,
                                 std::stop_token stop) {
  return Session(folder, accept, options, observer, std::move(stop)).run();
}

}  // namespace listok::latex

#include "latex/build.hpp"

#include <fmt/format.h>
#include <malloc.h>

#include <algorithm>
#include <map>
#include <set>
#include <thread>

#include "latex/batches.hpp"
#include "latex/belonging.hpp"
#include "latex/book.hpp"
#include "latex/book_source.hpp"
#include "latex/cage.hpp"
#include "latex/files.hpp"
#include "latex/hash.hpp"
#include "latex/leftovers.hpp"
#include "latex/ledger.hpp"
#include "latex/occupation.hpp"
#include "latex/packages.hpp"
#include "latex/queue.hpp"
#include "latex/sheet.hpp"
#include "latex/snapshot.hpp"
#include "latex/snapshot_files.hpp"
#include "latex/sources.hpp"
#include "latex/trust.hpp"

namespace listok::latex {
namespace {

namespace fs = std::filesystem;

emitter::Diagnostic book_trouble(const std::string& language, const std::string& what) {
  emitter::Diagnostic diagnostic;
  diagnostic.code = "book";
  diagnostic.message = fmt::format("`{}/book.pdf` {}", language, what);
  diagnostic.hint = "mend the items that are named above";
  return diagnostic;
}

class Build {
 public:
  Build(const emitter::Bank& bank, const BuildOptions& options, const Observer& observer,
        std::vector<Sheet> sheets, std::stop_token stop)
      : bank_(bank),
        options_(options),
        observer_(observer),
        sheets_(std::move(sheets)),
        stop_(std::move(stop)),
        toolchain_(find_toolchain()),
        trust_(options, observer, cage_worth()),
        ledger_(options, observer, sheets_) {}

  void run(BuildResult& result);
  const std::vector<Sheet>& sheets() const { return sheets_; }
  const Records& records() const { return ledger_.records(); }

 private:
  Numbers plan();
  Numbers trusted(const Numbers& numbers);
  void set(const Numbers& wanted, double largest);
  void level();
  std::vector<const Sheet*> proven_in(const std::string& language) const;
  void bind(const std::string& language);
  void make();
  void furnish();
  void forget_texts();
  bool is_stale(const fs::path& pdf, const Ingredients& ingredients);

  const emitter::Bank& bank_;
  const BuildOptions& options_;
  const Observer& observer_;
  std::vector<Sheet> sheets_;
  std::stop_token stop_;
  Toolchain toolchain_;
  Trust trust_;
  Ledger ledger_;
};

bool Build::is_stale(const fs::path& pdf, const Ingredients& ingredients) {
  const auto reason =
      reason_to_make(ingredients, ledger_.known(pdf), options_.output.stamp(pdf), options_.force);
  if (options_.explain) {
    observer_.explanation(
        fmt::format("{}: {}", pdf.string(), reason ? "made, because " + *reason : "up to date"));
  }
  return reason.has_value();
}

// Before the first engine.
void Build::furnish() {
  for (const fs::path& folder : furnish_cage(toolchain_, options_.output.make(".listok"), stop_)) {
    emitter::Diagnostic diagnostic;
    diagnostic.severity = emitter::Severity::warning;
    diagnostic.code = "folder-too-wide";
    diagnostic.message = fmt::format("engines may not read `{}`: it holds more than what TeX needs",
                                     folder.string());
    diagnostic.hint =
        "let TEXMFHOME, OSFONTDIR and the configuration of fontconfig name the folders themselves";
    observer_.diagnostic(diagnostic);
  }
}

Numbers Build::plan() {
  Numbers stale;
  const Hash engine = hash_of(toolchain_.identity);
  std::map<std::vector<std::string>, Hash> fonts;  // as sheets were set with -> their hash
  for (std::size_t number = 0; number < sheets_.size(); ++number) {
    Sheet& sheet = sheets_[number];
    if (sheet.settled) continue;
    sheet.ingredients[Ingredient::engine] = engine;
    Ingredients wanted = sheet.ingredients;
    if (const Record* known = ledger_.known(sheet.pdf)) {
      const auto [hash, added] = fonts.try_emplace(known->fonts);
      if (added) hash->second = hash_of_fonts(known->fonts);
      wanted[Ingredient::font] = hash->second;
    }
    try {
      if (is_stale(sheet.pdf, wanted)) stale.push_back(number);
    } catch (const Obstacle& obstacle) { ledger_.give_up(number, in_the_way(obstacle)); }
  }
  return stale;
}

// The others fail; why has been told of the files.
Numbers Build::trusted(const Numbers& numbers) {
  Numbers allowed = trust_.allowed(sheets_, numbers);
  for (const std::size_t number : numbers) {
    if (!std::ranges::binary_search(allowed, number)) ledger_.leave_out(number);
  }
  return allowed;
}

void Build::set(const Numbers& wanted, double largest) {
  const Numbers numbers = trusted(wanted);
  if (numbers.empty()) return;
  furnish();
  ledger_.expect(numbers.size());
  run_batches(
      toolchain_, batches_of(sheets_, numbers, options_, largest), options_.workers,
      options_.output.make(".listok"), stop_,
      [this](const std::vector<Outcome>& outcomes) { ledger_.take(outcomes); },
      [this](std::size_t set_so_far) { ledger_.foresee(set_so_far); });
}

// `fit: uniform`: the sheets of a folder get the size that the fullest of them needs.
void Build::level() {
  std::set<std::string> ids;
  for (const emitter::Item& item : bank_.items) ids.insert(item.id);
  std::map<fs::path, double> smallest;
  for (const auto& [name, record] : ledger_.records()) {
    const fs::path pdf = name;
    if (!ids.contains(pdf.stem().string())) continue;  // a book, or a sheet of an item that is gone
    const auto [folder, added] = smallest.emplace(pdf.parent_path(), record.natural);
    if (!added) folder->second = std::min(folder->second, record.natural);
  }
  std::map<double, Numbers> other;  // sheets that are set at another size than theirs should be
  for (std::size_t number = 0; number < sheets_.size(); ++number) {
    const Record* record = ledger_.known(sheets_[number].pdf);
    if (record == nullptr || ledger_.failed(number)) continue;
    const double size = smallest.at(sheets_[number].pdf.parent_path());
    if (record->size != size) other[size].push_back(number);
  }
  for (const auto& [size, numbers] : other) set(numbers, size);
}

// The sheets of `language` that have a PDF, in their order.
std::vector<const Sheet*> Build::proven_in(const std::string& language) const {
  std::vector<const Sheet*> proven;
  for (std::size_t number = 0; number < sheets_.size(); ++number) {
    const Sheet& sheet = sheets_[number];
    const bool ours = sheet.edition == nullptr && sheet.pdf.parent_path() == language;
    if (ours && !ledger_.failed(number)) proven.push_back(&sheet);
  }
  return proven;
}

void Build::bind(const std::string& language) {
  Numbers ours;  // those that are up to date are set again too
  for (std::size_t number = 0; number < sheets_.size(); ++number) {
    if (sheets_[number].pdf.parent_path() == language) ours.push_back(number);
  }
  trusted(ours);
  const std::vector<const Sheet*> sheets = proven_in(language);
  const auto wanted = static_cast<std::size_t>(
      std::count_if(bank_.items.begin(), bank_.items.end(),
                    [&](const emitter::Item& item) { return item.in(language) != nullptr; }));
  if (wanted == 0) return;  // the bank's own error tells of it
  if (sheets.size() < wanted) {
    return observer_.diagnostic(book_trouble(
        language,
        fmt::format("is not made: {} of its sheets could not be", wanted - sheets.size())));
  }
  BookSource book = book_source(bank_, language, sheets, options_.output);
  if (bank_.page.fit == emitter::Fit::uniform) book.largest = ledger_.known(sheets[0]->pdf)->size;
  const fs::path pdf = fs::path(language) / "book.pdf";
  Record record;
  record.ingredients = ingredients_of(book, sheets[0]->ingredients, options_.output);
  if (!is_stale(pdf, record.ingredients)) return;
  furnish();
  const Bound bound = make_book(toolchain_, book, options_.output.make(".listok"), stop_);
  if (bound.fault.empty()) return ledger_.put(pdf, bound.bytes, std::move(record));
  if (stop_.stop_requested()) return;
  observer_.diagnostic(book_trouble(language, "could not be made: " + bound.fault));
}

void Build::make() {
  if (options_.whole && !options_.shard) {
    for (const std::string& pdf : clear_leftovers(bank_, options_, ledger_.records(), observer_)) {
      ledger_.forget(pdf);
    }
  }
  set(plan(), 0);
  if (stop_.stop_requested()) return;
  if (bank_.page.fit == emitter::Fit::uniform && !options_.shard) level();
  if (!options_.book) return;
  for (const std::string& language : bank_.languages) {
    if (emitter::chosen_language(language, options_.choice)) bind(language);
  }
}

// They are most of what is held, and what is left to do needs room.
void Build::forget_texts() {
  for (Sheet& sheet : sheets_) {
    const SheetText& whole = *sheet.source;
    sheet.source = std::make_shared<const SheetText>(
        SheetText{whole.file, {}, whole.tweaked, {}, whole.images, {}});
  }
  ::malloc_trim(0);  // they lie among what stays
}

void Build::run(BuildResult& result) {
  try {
    make();
  } catch (...) {
    ledger_.save();  // what was made is kept
    throw;
  }
  forget_texts();
  ledger_.save();
  result.made = ledger_.made();
  result.wanted = result.failed + ledger_.expected();
  result.failed += ledger_.failures();
  result.up_to_date = sheets_.size() - std::min(sheets_.size(), ledger_.expected());
  result.stopped = stop_.stop_requested();
}

BuildOptions completed(BuildOptions options) {
  if (options.workers == 0) options.workers = std::max(1U, std::thread::hardware_concurrency());
  return options;
}

std::size_t count_tweaked(const std::vector<Sheet>& sheets) {
  return static_cast<std::size_t>(std::count_if(
      sheets.begin(), sheets.end(), [](const Sheet& sheet) { return sheet.source->tweaked; }));
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
  return result;
}

BuildResult build(emitter::Bank bank, const BuildOptions& wanted, const Observer& observer,
                  std::stop_token stop) {
  const BuildOptions options = completed(wanted);
  bool silent = options.flawless;
  Observer watched = observer;
  watched.diagnostic = [&](const emitter::Diagnostic& diagnostic) {
    silent = false;
    observer.diagnostic(diagnostic);
  };
  const Occupation occupation(options, watched, stop);
  BuildResult result;
  if (stop.stop_requested()) {
    result.stopped = true;
    return result;
  }
  if (!claim(options.output, bank.folder, watched)) return result;
  const Comparison last =
      compare_snapshot(options.output, snapshot_key(bank.folder, options)).value_or(Comparison{});
  const auto settled = settled_items(bank, options, last);
  const auto unread = [&](const emitter::Item& item) {
    return !settled.contains(&item) &&
           std::ranges::any_of(item.translations, &emitter::Translation::skimmed);
  };
  result.unread = std::ranges::any_of(bank.items, unread);
  if (result.unread) return result;
  Prepared prepared = prepare(bank, options, watched, settled, stop);
  result.stopped = stop.stop_requested();
  if (result.stopped) return result;
  result.failed = prepared.failed;
  result.tweaked = count_tweaked(prepared.sheets);
  Build build(bank, options, watched, std::move(prepared.sheets), stop);
  build.run(result);
  if (silent && !result.stopped && result.failed == 0) {
    remember(bank, options, build.sheets(), build.records(), settled.empty() ? Comparison{} : last,
             result.tweaked);
  }
  return result;
}

Glance glance_at(const fs::path& folder, const BuildOptions& options) {
  if (options.explain || options.force) return {};
  const auto last = compare_snapshot(options.output, snapshot_key(folder, options));
  if (!last) return {};
  if (!last->changed.empty()) return {{}, changed_items(folder, *last)};
  BuildResult result;
  result.up_to_date = last->snapshot.sheets;
  result.tweaked = last->snapshot.tweaked;
  return {result, {}};
}

}  // namespace listok::latex

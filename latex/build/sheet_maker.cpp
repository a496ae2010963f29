#include "latex/build/sheet_maker.hpp"

#include <fmt/format.h>
#include <malloc.h>

#include <algorithm>
#include <map>
#include <set>

#include "emitter/model/languages.hpp"
#include "latex/build/batch_plan.hpp"
#include "latex/build/book.hpp"
#include "latex/build/stale_outputs.hpp"
#include "latex/engine/patterns.hpp"
#include "latex/engine/sandbox.hpp"
#include "latex/folder/output_names.hpp"
#include "latex/output/tex_files.hpp"
#include "latex/system/hash.hpp"
#include "latex/system/install_hint.hpp"

namespace listok::latex {
namespace {

namespace fs = std::filesystem;

// "`01-a`, `02-b`": the items of `book` that are not among `sheets`.
std::string lacking(const emitter::Bank& bank, const WantedBook& book,
                    const std::vector<const Sheet*>& sheets) {
  constexpr std::size_t most = 10;
  std::set<const emitter::Item*> bound;
  for (const Sheet* sheet : sheets) bound.insert(sheet->item);
  std::string names;
  std::size_t number = 0;
  for (const emitter::Item& item : bank.items) {
    if (!book.items.contains(&item) || bound.contains(&item) || ++number > most) continue;
    names += fmt::format("{}`{}`", names.empty() ? "" : ", ", item.id);
  }
  return number > most ? fmt::format("{} and {} more", names, number - most) : names;
}

emitter::Diagnostic book_trouble(const fs::path& folder, const std::string& what) {
  emitter::Diagnostic diagnostic;
  diagnostic.code = "book";
  diagnostic.message = fmt::format("`{}` {}", (folder / layout::book).string(), what);
  diagnostic.hint = "mend the items that are named above";
  return diagnostic;
}

}  // namespace

bool SheetMaker::is_stale(const fs::path& pdf, const Dependencies& dependencies) {
  const auto reason =
      reason_to_make(dependencies, build_log_.known(pdf), build_log_.look_at(pdf), options_.force);
  explain(pdf, reason ? "made, because " + *reason : "up to date");
  return reason.has_value();
}

void SheetMaker::explain(const fs::path& pdf, const std::string& why) {
  if (options_.explain) observer_.explanation(fmt::format("{}: {}", pdf.string(), why));
}

Numbers SheetMaker::plan() {
  Numbers stale;
  const Hash engine = hash_of(toolchain_.identity);
  for (std::size_t number = 0; number < sheets_.size(); ++number) {
    Sheet& sheet = sheets_[number];
    if (sheet.unchanged) continue;
    sheet.dependencies[Dependency::engine] = engine;
    const bool edited = sheet.source->tweaked;
    if (edited) sheet.dependencies[Dependency::origin] = hash_of(origin_of(sheet, options_.output));
    Dependencies wanted = sheet.dependencies;
    if (const Record* known = build_log_.known(sheet.pdf)) {
      wanted = build_log_.complete(wanted, known->fonts, known->inputs,
                                   sheet.source->file.parent_path(), sheet.by_hand);
    }
    if (!options_.force && build_log_.fails_again(number)) {
      explain(sheet.pdf, "not made, because nothing has changed since it failed");
      continue;
    }
    try {
      if (edited) options_.output.has(synctex_name(sheet.pdf));  // a link there is an obstacle
      if (is_stale(sheet.pdf, wanted)) stale.push_back(number);
    } catch (const Obstacle& obstacle) { build_log_.give_up(number, in_the_way(obstacle)); }
  }
  return stale;
}

// Before the first engine.
void SheetMaker::furnish() {
  for (const fs::path& folder :
       furnish_sandbox(toolchain_, options_.output.make(layout::state), stop_)) {
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

// Words that cannot be divided make lines that nobody wants to read. What Russian needs is there
// wherever listok is.
void SheetMaker::need_patterns(const Numbers& numbers) {
  std::set<std::string> codes;
  for (const std::size_t number : numbers) {
    const Sheet& sheet = sheets_[number];
    for (const emitter::Translation* one : {sheet.translation, sheet.second}) {
      if (one != nullptr) codes.insert(one->language);
    }
  }
  codes.erase("ru");
  codes.erase("en");
  if (codes.empty()) return;
  const auto installed = installed_patterns(options_.output.make(layout::state), stop_);
  if (!installed) return;
  std::vector<std::string> lacking, packages;
  for (const std::string& code : codes) {
    const emitter::Language& language = emitter::language_of(code);
    const std::string patterns(language.patterns);
    if (patterns.empty() || installed->contains(patterns)) continue;
    lacking.push_back(code);
    packages.emplace_back(language.package);
  }
  if (lacking.empty()) return;
  throw Trouble(fmt::format("TeX Live has no hyphenation patterns for `{}` on this machine",
                            fmt::join(lacking, "`, `")),
                install_hint(packages) + "\nor leave the language out by `--lang`");
}

// The others fail; why was reported for each of the files.
Numbers SheetMaker::trusted(const Numbers& numbers) {
  Numbers allowed = trust_.allowed(sheets_, numbers);
  for (const std::size_t number : numbers) {
    if (!std::ranges::binary_search(allowed, number)) build_log_.leave_out(number);
  }
  return allowed;
}

void SheetMaker::set(const Numbers& wanted, double max_size) {
  const Numbers numbers = trusted(wanted);
  if (numbers.empty()) return;
  furnish();
  build_log_.expect(numbers.size());
  run_batches(
      toolchain_, batches_of(sheets_, numbers, options_, max_size), options_.workers,
      options_.output.make(layout::state), stop_,
      [this](const std::vector<Outcome>& outcomes) { build_log_.take(outcomes); },
      [this](std::size_t set_so_far) { build_log_.foresee(set_so_far); });
}

// "ru/01-mqa" for every item and language that the bank has.
std::set<std::string> SheetMaker::present_sheets() const {
  std::set<std::string> present;
  const auto folders = bilingual_folders(bank_.languages);
  for (const emitter::Item& item : bank_.items) {
    for (const emitter::Translation& translation : item.translations) {
      present.insert(translation.language + "/" + item.id);
    }
    for (const BilingualFolder& folder : folders) {
      if (item.in(folder.one) != nullptr && item.in(folder.two) != nullptr) {
        present.insert(folder.name + "/" + item.id);
      }
    }
  }
  return present;
}

// `fit: uniform`: the sheets of a folder get the size that the fullest of them needs.
void SheetMaker::level() {
  const std::set<std::string> present = present_sheets();
  std::set<std::string> lacking = refused_;
  for (std::size_t number = 0; number < sheets_.size(); ++number) {
    if (build_log_.failed(number)) lacking.insert(sheets_[number].pdf);
  }
  std::map<fs::path, double> smallest;
  for (const auto& [name, record] : build_log_.records()) {
    const fs::path pdf = name;
    if (!present.contains(*pdf.begin() / pdf.stem())) continue;  // a book, or of what is gone
    if (lacking.contains(name)) continue;                        // its PDF is of another time
    const auto [folder, added] = smallest.emplace(pdf.parent_path(), record.natural);
    if (!added) folder->second = std::min(folder->second, record.natural);
  }
  std::map<double, Numbers> other;  // sheets that are set at another size than theirs should be
  for (std::size_t number = 0; number < sheets_.size(); ++number) {
    const Record* record = build_log_.known(sheets_[number].pdf);
    if (record == nullptr || build_log_.failed(number)) continue;
    const double size = smallest.at(sheets_[number].pdf.parent_path());
    if (record->size != size) other[size].push_back(number);
  }
  for (const auto& [size, numbers] : other) set(numbers, size);
}

void SheetMaker::bind(const WantedBook& wanted) {
  trusted(wanted.sheets);  // those that are up to date are set again too
  std::vector<const Sheet*> sheets;
  for (const std::size_t number : wanted.sheets) {
    if (!build_log_.failed(number)) sheets.push_back(&sheets_[number]);
  }
  const std::size_t all = wanted.items.size();
  if (sheets.empty()) {
    bound_ = false;
    return observer_.diagnostic(
        book_trouble(wanted.folder, "is not made: none of its sheets could be"));
  }
  if (sheets.size() < all) {
    emitter::Diagnostic told =
        book_trouble(wanted.folder, fmt::format("lacks {} of {} sheets: {}", all - sheets.size(),
                                                all, lacking(bank_, wanted, sheets)));
    told.severity = emitter::Severity::warning;
    observer_.diagnostic(told);
  }
  BookSource book = book_source(bank_, sheets, options_.output);
  std::vector<Dependencies> of_sheets;
  for (std::size_t index = 0; index < sheets.size(); ++index) {
    const Record& record = *build_log_.known(sheets[index]->pdf);
    of_sheets.push_back(record.dependencies);
    book.sheets[index].pages = record.pages;
  }
  if (bank_.page.fit == emitter::Fit::uniform) {
    book.max_size = build_log_.known(sheets.front()->pdf)->size;
  }
  put_book(wanted.folder / layout::book, sheets.front()->source->file.parent_path(), book,
           dependencies_of(book, of_sheets));
}

void SheetMaker::put_book(const fs::path& pdf, const fs::path& beside, const BookSource& source,
                          const Dependencies& own) {
  Dependencies wanted = own;
  if (const Record* known = build_log_.known(pdf)) {
    wanted = build_log_.complete(own, known->fonts, known->inputs, beside, source.by_hand);
  }
  if (!is_stale(pdf, wanted)) return;
  furnish();
  const Book book = make_book(toolchain_, source, options_.output.make(layout::state), stop_);
  Record record;
  record.fonts = book.fonts;
  record.inputs = book.inputs;
  record.dependencies = build_log_.complete(own, book.fonts, book.inputs, beside, source.by_hand);
  if (book.bound.fault.empty()) return build_log_.put(pdf, book.bound.bytes, std::move(record));
  lasting_ = false;
  if (stop_.stop_requested()) return;
  observer_.diagnostic(book_trouble(pdf.parent_path(), "could not be made: " + book.bound.fault));
}

void SheetMaker::make(bool whole) {
  if (whole && !options_.shard) {
    for (const std::string& pdf :
         clear_leftovers(bank_, options_, build_log_.records(), observer_)) {
      build_log_.forget(pdf);
    }
  }
  const Numbers stale = plan();
  need_patterns(stale);
  set(stale, 0);
  if (stop_.stop_requested()) return;
  if (bank_.page.fit == emitter::Fit::uniform && !options_.shard) level();
  build_log_.recall();
  if (!options_.book) return;
  for (const WantedBook& book : wanted_books(sheets_, unmade_)) {
    if (!stop_.stop_requested()) bind(book);
  }
}

// They are most of what is held, and what is left to do needs room.
void SheetMaker::forget_texts() {
  for (Sheet& sheet : sheets_) {
    const SheetText& whole = *sheet.source;
    sheet.source = std::make_shared<const SheetText>(
        SheetText{whole.file, {}, whole.tweaked, {}, whole.images, {}});
  }
  ::malloc_trim(0);  // they lie among what stays
}

void SheetMaker::run(bool whole, BuildResult& result) {
  try {
    make(whole);
  } catch (...) {
    build_log_.save();  // what was made is kept
    throw;
  }
  forget_texts();
  build_log_.save();
  result.made = build_log_.made();
  result.wanted = result.failed + build_log_.expected();
  result.failed += build_log_.failures();
  result.up_to_date = build_log_.up_to_date();
  result.stopped = stop_.stop_requested();
}

}  // namespace listok::latex

#include "latex/build/build_log.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "latex/build/diagnose.hpp"
#include "latex/engine/recorded_inputs.hpp"
#include "latex/folder/output_names.hpp"
#include "latex/record/record_json.hpp"
#include "latex/system/files.hpp"

namespace listok::latex {
namespace {

namespace fs = std::filesystem;

// Where its pictures lie in the output.
fs::path beside(const Sheet& sheet, const std::string& file) {
  return sheet.source->file.parent_path() / file;
}

}  // namespace

std::string report_name(const BuildOptions& options) {
  return options.shard ? fmt::format("report-{}.json", options.shard->name()) : "report.json";
}

BuildLog::BuildLog(const BuildOptions& options, std::int64_t begun, const Observer& observer,
                   const std::vector<Sheet>& sheets, const std::vector<Sheet>& unmade)
    : options_(options),
      observer_(observer),
      sheets_(sheets),
      unmade_(unmade),
      states_(sheets.size(), State::up_to_date),
      files_(begun),
      store_(options.output, options.shard),
      records_(store_.load()),
      failures_(store_.load_failures()) {
  for (const Sheet& sheet : sheets) {
    for (const auto& image : sheet.source->images) pictures_.insert(beside(sheet, image.to));
  }
  for (std::size_t number = 0; number < sheets.size(); ++number) {
    if (!sheets[number].unchanged || !failures_.contains(sheets[number].pdf)) continue;
    states_[number] = State::failed;
    ++failed_again_;
  }
}

const Record* BuildLog::known(const fs::path& pdf) const {
  const auto found = records_.find(pdf.string());
  return found == records_.end() ? nullptr : &found->second;
}

OnDisk BuildLog::look_at(const fs::path& pdf) {
  const auto found = records_.find(pdf.string());
  Record* record = found == records_.end() ? nullptr : &found->second;
  const SeenPdf seen = look_at_pdf(options_.output, pdf, record);
  if (seen.what != OnDisk::as_made) return seen.what;
  record->stamp = seen.stamp;
  const bool whole = record->synctex.none() || has_synctex(options_.output, pdf, *record);
  return whole ? OnDisk::as_made : OnDisk::without_synctex;
}

Dependencies BuildLog::complete(Dependencies own, const std::vector<std::string>& fonts,
                                const std::vector<std::string>& inputs, const fs::path& folder,
                                bool by_hand) {
  own[Dependency::font] = files_.of(fonts);
  if (!by_hand) return own;
  const fs::path beside = options_.output / folder;
  const auto [search, added] = searches_.try_emplace(folder);
  if (added) search->second = hash_of_search(options_.output, folder);
  Hasher hasher("inputs");
  hasher.add(hex(search->second)).add(hex(files_.of(paths_of(inputs, beside))));
  own[Dependency::input] = hasher.hash();
  return own;
}

void BuildLog::tell_warnings(const Sheet& sheet, Record& record) {
  record.warnings.clear();
  for (const auto& warning : warnings_of(sheet, record, options_.output.path())) {
    record.warnings.push_back(
        fmt::format("{}:{}: {} [{}]", warning.file, warning.line, warning.message, warning.code));
    observer_.diagnostic(warning);
  }
}

void BuildLog::recall() {
  for (std::size_t number = 0; number < sheets_.size(); ++number) {
    if (states_[number] != State::up_to_date || sheets_[number].unchanged) continue;
    const auto found = records_.find(sheets_[number].pdf.string());
    if (found != records_.end()) tell_warnings(sheets_[number], found->second);
  }
}

bool BuildLog::fails_again(std::size_t sheet) {
  const Sheet& failed = sheets_[sheet];
  const auto found = failures_.find(failed.pdf.string());
  if (found == failures_.end() || failed.by_hand) return false;
  const Failure& failure = found->second;
  if (complete(failed.dependencies, failure.fonts, {}, {}, false) != failure.dependencies)
    return false;
  states_[sheet] = State::failed;
  ++failed_again_;
  Outcome before;
  before.messages = failure.messages;
  before.sheet.marks = failure.marks;
  tell(diagnose(failed, before, options_.output.path()));
  return true;
}

std::size_t BuildLog::up_to_date() const {
  return sheets_.size() - std::min(sheets_.size(), expected_ + failed_again_);
}

void BuildLog::forget(const std::string& pdf) {
  records_.erase(pdf);
  failures_.erase(pdf);
}

void BuildLog::expect(std::size_t all) {
  expected_ += all;
  tell_progress();
}

void BuildLog::foresee(std::size_t set) {
  const std::lock_guard lock(mutex_);
  foreseen_ = set;
  tell_progress();
}

void BuildLog::tell_progress() {
  shown_ = std::min(expected_, std::max(shown_, made_ + failed_ + foreseen_));
  observer_.progress(shown_, expected_);
}

void BuildLog::give_up(std::size_t sheet, const emitter::Diagnostic& why) {
  leave_out(sheet);
  tell({{why}, {}, false});
}

void BuildLog::leave_out(std::size_t sheet) {
  if (failed(sheet)) return;
  states_[sheet] = State::failed;
  lasting_ = false;
  ++failed_;
  ++expected_;
}

void BuildLog::put(const fs::path& pdf, const std::string& bytes, Record record) {
  options_.output.write(pdf, bytes);
  record.content = hash_of(bytes);
  record.stamp = options_.output.stamp(pdf).value_or(Stamp{});
  const std::lock_guard lock(mutex_);
  observer_.made(pdf.string());
  store_.append(record_line(pdf.string(), record));
  records_[pdf.string()] = std::move(record);
}

// Those of `read` that are not dependencies already. A whole batch has read them: the pictures of
// other sheets are left out, unless a person has edited this one.
std::vector<std::string> BuildLog::inputs_of(const Sheet& sheet,
                                             std::vector<std::string> read) const {
  std::erase_if(read, [&](const std::string& file) {
    const bool own =
        std::ranges::any_of(sheet.source->images, [&](const auto& one) { return one.to == file; });
    const bool of_others = !sheet.source->tweaked && pictures_.contains(beside(sheet, file));
    return own || of_others ||
           (sheet.preamble != nullptr && file == sheet.preamble->package + ".sty");
  });
  return read;
}

Record BuildLog::record_of(const Sheet& sheet, const Outcome& outcome, const Contents& contents) {
  const SheetMarks& marks = outcome.sheet.marks;
  const Record* before = known(sheet.pdf);
  Record record;
  if (sheet.by_hand) record.inputs = inputs_of(sheet, outcome.inputs);
  record.dependencies = complete(sheet.dependencies, outcome.fonts, record.inputs,
                                 sheet.source->file.parent_path(), sheet.by_hand);
  record.content = contents.pdf;
  record.synctex = contents.synctex;
  record.stamp = options_.output.stamp(sheet.pdf).value_or(Stamp{});
  record.size = marks.size;
  // At a size that was imposed the sheet keeps the size it would have by itself.
  record.natural = outcome.max_size > 0 && before != nullptr ? before->natural : marks.size;
  record.fill = marks.fill;
  record.pages = marks.pages;
  record.seconds = outcome.seconds;
  record.fonts = outcome.fonts;
  return record;
}

void BuildLog::accept(const Sheet& sheet, const Outcome& outcome, const Contents& contents) {
  options_.output.remove(log_file(sheet));
  Record record = record_of(sheet, outcome, contents);
  const Record* before = known(sheet.pdf);
  if (before != nullptr && record.synctex.none() &&
      has_synctex(options_.output, sheet.pdf, *before)) {
    options_.output.remove(synctex_name(sheet.pdf));
  }
  record.messages = outcome.sheet.messages;
  record.removed.assign(outcome.sheet.removed.begin(), outcome.sheet.removed.end());
  tell_warnings(sheet, record);
  observer_.made(fmt::format("{}: {:g} pt, {:.0f} % of {}", sheet.pdf.string(), record.size,
                             100 * record.fill, record.pages == 1 ? "the page" : "two pages"));
  records_[sheet.pdf.string()] = std::move(record);
  failures_.erase(sheet.pdf.string());
  states_[outcome.number] = State::made;
  ++made_;
}

// Of a run that shipped nothing the fonts are not known: they are those of its neighbours.
void BuildLog::keep(const Sheet& sheet, Failure failure) {
  const fs::path folder = sheet.pdf.parent_path();
  for (auto near = records_.lower_bound(folder.string() + "/");
       failure.fonts.empty() && near != records_.end() &&
       fs::path(near->first).parent_path() == folder;
       ++near) {
    failure.fonts = near->second.fonts;
  }
  failures_.erase(sheet.pdf.string());
  const bool lasts =
      failure.fault.empty() && !failure.fonts.empty() && !sheet.by_hand && !options_.shard;
  lasting_ = lasting_ && lasts;
  if (!lasts) return;
  failure.dependencies = complete(failure.dependencies, failure.fonts, {}, {}, false);
  failures_[sheet.pdf.string()] = std::move(failure);
}

void BuildLog::tell(const Diagnosis& diagnosis) {
  const auto is_new = [&](const auto& one) { return std::ranges::find(told_, one) == told_.end(); };
  for (const emitter::Diagnostic& one : diagnosis.shared) {
    if (!is_new(one)) continue;
    told_.push_back(one);
    observer_.diagnostic(one);
  }
  for (const emitter::Diagnostic& one : diagnosis.own) {
    if (is_new(one)) observer_.diagnostic(one);
  }
}

// Of what TeX does not explain it is not known whether it would be so again.
void BuildLog::refuse(const Sheet& sheet, const Outcome& outcome) {
  states_[outcome.number] = State::failed;
  ++failed_;
  Failure failure{sheet.dependencies, outcome.fonts, outcome.messages, outcome.sheet.marks,
                  outcome.fault};
  failure.messages.insert(failure.messages.end(), outcome.sheet.messages.begin(),
                          outcome.sheet.messages.end());
  options_.output.write(log_file(sheet), outcome.log);
  const Diagnosis diagnosis = diagnose(sheet, outcome, options_.output.path());
  tell(diagnosis);
  if (outcome.max_size > 0) failure.fault = "a size that others have decided";
  if (!diagnosis.explained) failure.fault = "unknown";
  keep(sheet, std::move(failure));
}

void BuildLog::take(const std::vector<Outcome>& outcomes) {
  const auto proven = [](const Outcome& outcome) {
    return outcome.sheet.state == SheetResult::State::proven;
  };
  std::vector<Move> files;
  std::vector<Contents> contents(outcomes.size());
  for (std::size_t index = 0; index < outcomes.size(); ++index) {
    const Outcome& outcome = outcomes[index];
    if (!proven(outcome)) continue;
    const fs::path& pdf = sheets_[outcome.number].pdf;
    const auto put = [&](const fs::path& from, const fs::path& to) {
      files.push_back({from, to});
      return hash_of(read_file(from).value_or(""));
    };
    contents[index].pdf = put(outcome.sheet.pdf, pdf);
    if (outcome.sheet.synctex.empty()) continue;
    contents[index].synctex = put(outcome.sheet.synctex, synctex_name(pdf));
  }
  options_.output.put(files);
  const std::lock_guard lock(mutex_);
  std::string journal;
  for (std::size_t index = 0; index < outcomes.size(); ++index) {
    const Outcome& outcome = outcomes[index];
    const Sheet& sheet = sheets_[outcome.number];
    if (proven(outcome)) {
      accept(sheet, outcome, contents[index]);
      journal += record_line(sheet.pdf.string(), records_.at(sheet.pdf.string()));
    } else {
      refuse(sheet, outcome);
    }
  }
  store_.append(journal);
  tell_progress();
}

std::vector<ReportLine> BuildLog::report() const {
  constexpr const char* names[] = {"up to date", "made", "failed"};
  std::vector<std::pair<const Sheet*, State>> all;
  for (std::size_t number = 0; number < sheets_.size(); ++number) {
    all.emplace_back(&sheets_[number], states_[number]);
  }
  if (!unmade_.empty()) {
    for (const Sheet& sheet : unmade_) all.emplace_back(&sheet, State::failed);
    std::map<fs::path, std::size_t> folders;  // in the order in which they come
    for (const auto& one : all) folders.emplace(*one.first->pdf.begin(), folders.size());
    std::ranges::stable_sort(all, {}, [&](const auto& one) {
      return std::pair(folders.at(*one.first->pdf.begin()), one.first->item);
    });
  }
  std::vector<ReportLine> lines;
  for (const auto& [sheet, state] : all) {
    lines.push_back({sheet->item->id, sheet->translation->language,
                     sheet->edition == nullptr ? "" : sheet->edition->name, sheet->pdf.string(),
                     names[static_cast<std::size_t>(state)], known(sheet->pdf)});
  }
  return lines;
}

void BuildLog::save() const {
  Records ours;
  for (const Sheet& sheet : sheets_) {
    const Record* record = known(sheet.pdf);
    if (record != nullptr && options_.shard) ours[sheet.pdf.string()] = *record;
  }
  store_.save(options_.shard ? ours : records_);
  store_.save_failures(failures_);
  options_.output.write_if_changed(report_name(options_), report_json(report()));
  if (options_.shard) return;
  for (const Entry& entry : options_.output.list()) {
    if (is_of_shard(entry.name, "report-", ".json")) options_.output.remove(entry.name);
  }
}

}  // namespace listok::latex

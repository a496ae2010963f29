#include "latex/ledger.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "latex/blame.hpp"
#include "latex/files.hpp"
#include "latex/fit.hpp"
#include "latex/json.hpp"
#include "latex/messages.hpp"

namespace listok::latex {
namespace {

namespace fs = std::filesystem;

std::string why_unproven(const Outcome& outcome) {
  const SheetMarks& marks = outcome.sheet.marks;
  if (!outcome.fault.empty()) return outcome.fault;
  if (marks.group != 0) return "a group or an environment is left open";
  if (marks.pages != 1) return fmt::format("it gave {} pages", marks.pages);
  return "the engine did not finish it";
}

emitter::Diagnostic acting(const Sheet& sheet, const std::set<std::string>& removed,
                           const fs::path& output) {
  auto warning = blame(
      sheet, "acting-pdf",
      fmt::format("removed from the PDF what would act by itself on the machine of a reader: {}",
                  fmt::join(removed, ", ")),
      "look for `\\special` in the TeX that listok did not write, and into PDFs that are pictures",
      output);
  warning.severity = emitter::Severity::warning;
  return warning;
}

}  // namespace

std::string report_name(const BuildOptions& options) {
  return options.shard ? fmt::format("report-{}.json", options.shard->name()) : "report.json";
}

Ledger::Ledger(const BuildOptions& options, const Observer& observer,
               const std::vector<Sheet>& sheets)
    : options_(options),
      observer_(observer),
      sheets_(sheets),
      states_(sheets.size(), State::up_to_date),
      store_(options.output, options.shard),
      records_(store_.load()) {}

// The log of a failed sheet, for the person who wants to see what TeX said.
fs::path Ledger::log_file(const Sheet& sheet) const {
  return (fs::path(".listok") / "logs" / sheet.pdf).replace_extension(".log");
}

const Record* Ledger::known(const fs::path& pdf) const {
  const auto found = records_.find(pdf.string());
  return found == records_.end() ? nullptr : &found->second;
}

void Ledger::expect(std::size_t all) {
  expected_ += all;
  tell_progress();
}

void Ledger::foresee(std::size_t set) {
  const std::lock_guard lock(mutex_);
  foreseen_ = set;
  tell_progress();
}

void Ledger::tell_progress() {
  shown_ = std::min(expected_, std::max(shown_, made_ + failed_ + foreseen_));
  observer_.progress(shown_, expected_);
}

void Ledger::give_up(std::size_t sheet, const emitter::Diagnostic& why) {
  states_[sheet] = State::failed;
  ++failed_;
  ++expected_;
  if (std::find(told_.begin(), told_.end(), why) != told_.end()) return;
  told_.push_back(why);
  observer_.diagnostic(why);
}

void Ledger::leave_out(std::size_t sheet) {
  if (failed(sheet)) return;
  states_[sheet] = State::failed;
  ++failed_;
  ++expected_;
}

void Ledger::put(const fs::path& pdf, const std::string& bytes, Record record) {
  options_.output.write(pdf, bytes);
  record.stamp = options_.output.stamp(pdf).value();
  const std::lock_guard lock(mutex_);
  observer_.made(pdf.string());
  store_.append(record_line(pdf.string(), record));
  records_[pdf.string()] = std::move(record);
}

Record Ledger::record_of(const Sheet& sheet, const Outcome& outcome) const {
  const SheetMarks& marks = outcome.sheet.marks;
  const Record* before = known(sheet.pdf);
  Record record;
  record.ingredients = sheet.ingredients;
  record.ingredients[Ingredient::font] = hash_of_fonts(outcome.fonts);
  record.stamp = options_.output.stamp(sheet.pdf).value();
  record.size = marks.size;
  // At a size that was imposed the sheet keeps the size it would have by itself.
  record.natural = outcome.largest > 0 && before != nullptr ? before->natural : marks.size;
  record.fill = marks.fill;
  record.seconds = outcome.seconds;
  record.fonts = outcome.fonts;
  return record;
}

void Ledger::accept(const Sheet& sheet, const Outcome& outcome) {
  options_.output.remove(log_file(sheet));
  Record record = record_of(sheet, outcome);
  emitter::Diagnostics diagnostics;
  for (const TexMessage& message : outcome.sheet.messages) {
    diagnostics.push_back(blame(sheet, message, options_.output.path()));
  }
  if (!outcome.sheet.removed.empty()) {
    diagnostics.push_back(acting(sheet, outcome.sheet.removed, options_.output.path()));
  }
  for (const emitter::Diagnostic& diagnostic : diagnostics) {
    record.warnings.push_back(fmt::format("{}:{}: {} [{}]", diagnostic.file, diagnostic.line,
                                          diagnostic.message, diagnostic.code));
    observer_.diagnostic(diagnostic);
  }
  observer_.made(fmt::format("{}: {:g} pt, {:.0f} % of the page", sheet.pdf.string(), record.size,
                             100 * record.fill));
  records_[sheet.pdf.string()] = std::move(record);
  states_[outcome.number] = State::made;
  ++made_;
}

// What belongs to no sheet alone is told once. False when there is no error among them.
bool Ledger::tell_messages(const Sheet& sheet, const std::vector<TexMessage>& messages) {
  for (const TexMessage& message : messages) {
    if (is_fit(message)) continue;
    const auto diagnostic = blame(sheet, message, options_.output.path());
    const bool again = std::find(told_.begin(), told_.end(), diagnostic) != told_.end();
    if (message.sheet == 0) told_.push_back(diagnostic);
    if (!again) observer_.diagnostic(diagnostic);
  }
  return std::ranges::any_of(messages, [](const TexMessage& message) {
    return message.kind == TexMessage::Kind::error || leaves_paper(message);
  });
}

// What is not on the page, where TeX found no fault. False when nothing is lost.
bool Ledger::tell_lost_words(const Sheet& sheet, const SheetResult& result) {
  const auto lost = lost_words(sheet, result.page, result.lacking, options_.output.path());
  if (lost) observer_.diagnostic(*lost);
  return lost.has_value();
}

void Ledger::refuse(const Sheet& sheet, const Outcome& outcome) {
  states_[outcome.number] = State::failed;
  ++failed_;
  const bool shared = tell_messages(sheet, outcome.messages);
  const bool own = tell_messages(sheet, outcome.sheet.messages);
  const SheetMarks& marks = outcome.sheet.marks;
  if (marks.over > 0) observer_.diagnostic(misfit(sheet, marks, options_.output.path()));
  options_.output.write(log_file(sheet), outcome.log);
  if (shared || own || marks.over > 0 || tell_lost_words(sheet, outcome.sheet)) return;
  observer_.diagnostic(
      blame(sheet, "no-sheet", "no sheet could be made: " + why_unproven(outcome),
            fmt::format("what TeX said is in `{}`", (options_.output / log_file(sheet)).string()),
            options_.output.path()));
}

void Ledger::take(const std::vector<Outcome>& outcomes) {
  const auto proven = [](const Outcome& outcome) {
    return outcome.sheet.state == SheetResult::State::proven;
  };
  std::vector<Move> pdfs;
  for (const Outcome& outcome : outcomes) {
    if (!proven(outcome)) continue;
    pdfs.push_back({outcome.sheet.pdf, sheets_[outcome.number].pdf});
  }
  options_.output.put(pdfs);
  const std::lock_guard lock(mutex_);
  std::string journal;
  for (const Outcome& outcome : outcomes) {
    const Sheet& sheet = sheets_[outcome.number];
    if (proven(outcome)) {
      accept(sheet, outcome);
      journal += record_line(sheet.pdf.string(), records_.at(sheet.pdf.string()));
    } else {
      refuse(sheet, outcome);
    }
  }
  store_.append(journal);
  tell_progress();
}

void Ledger::save() const {
  Records ours;
  constexpr const char* names[] = {"up to date", "made", "failed"};
  std::vector<ReportLine> lines;
  for (std::size_t number = 0; number < sheets_.size(); ++number) {
    const Sheet& sheet = sheets_[number];
    const Record* record = known(sheet.pdf);
    if (record != nullptr && options_.shard) ours[sheet.pdf.string()] = *record;
    lines.push_back({sheet.item->id, sheet.translation->language,
                     sheet.edition == nullptr ? "" : sheet.edition->name, sheet.pdf.string(),
                     names[static_cast<std::size_t>(states_[number])], record});
  }
  store_.save(options_.shard ? ours : records_);
  options_.output.write_if_changed(report_name(options_), report_json(lines));
  if (options_.shard) return;
  for (const Entry& entry : options_.output.list()) {
    if (is_of_shard(entry.name, "report-", ".json")) options_.output.remove(entry.name);
  }
}

}  // namespace listok::latex

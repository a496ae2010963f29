#include "latex/ledger.hpp"

#include <fmt/format.h>

#include "latex/blame.hpp"
#include "latex/files.hpp"
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

std::string too_long(const Sheet& sheet, const SheetMarks& marks) {
  const std::string edition =
      sheet.edition == nullptr ? "" : fmt::format(" in the edition `{}`", sheet.edition->name);
  return fmt::format(
      "the sheet is {} line{} too long for its page{}, at {:g} pt, the smallest size", marks.over,
      marks.over == 1 ? "" : "s", edition, marks.size);
}

}  // namespace

Ledger::Ledger(const BuildOptions& options, const Observer& observer,
               const std::vector<Sheet>& sheets)
    : options_(options),
      observer_(observer),
      sheets_(sheets),
      states_(sheets.size(), State::up_to_date) {
  if (const auto text = read_file(record_file()))
    records_ = read_records(*text).value_or(Records{});
}

fs::path Ledger::record_file() const { return options_.output / ".listok" / "record.json"; }

// The log of a failed sheet, for the person who wants to see what TeX said.
fs::path Ledger::log_file(const Sheet& sheet) const {
  return (options_.output / ".listok" / "logs" / sheet.pdf).replace_extension(".log");
}

const Record* Ledger::known(const fs::path& pdf) const {
  const auto found = records_.find(pdf.string());
  return found == records_.end() ? nullptr : &found->second;
}

void Ledger::expect(std::size_t all) {
  expected_ += all;
  if (all > 0) observer_.progress(made_ + failed_, expected_, "");
}

void Ledger::put(const fs::path& pdf, const std::string& bytes, Record record) {
  const fs::path file = options_.output / pdf;
  write_file(file, bytes);
  record.stamp = *stamp(file);
  const std::lock_guard lock(mutex_);
  observer_.made(pdf.string());
  records_[pdf.string()] = std::move(record);
}

void Ledger::accept(const Sheet& sheet, const Outcome& outcome) {
  const fs::path pdf = options_.output / sheet.pdf;
  write_file(pdf, outcome.sheet.pdf);
  fs::remove(log_file(sheet));
  const SheetMarks& marks = outcome.sheet.marks;
  const std::lock_guard lock(mutex_);
  const Record* before = known(sheet.pdf);
  // At a size that was imposed the sheet keeps the size it would have by itself.
  const double natural = outcome.largest > 0 && before != nullptr ? before->natural : marks.size;
  Record record{sheet.ingredients, *stamp(pdf),     marks.size, natural,
                marks.fill,        outcome.seconds, {}};
  for (const TexMessage& message : outcome.sheet.messages) {
    const auto diagnostic = blame(sheet, message, options_.output);
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

void Ledger::refuse(const Sheet& sheet, const Outcome& outcome) {
  const std::lock_guard lock(mutex_);
  states_[outcome.number] = State::failed;
  ++failed_;
  const auto& messages = outcome.sheet.messages.empty() ? outcome.messages : outcome.sheet.messages;
  for (const TexMessage& message : messages) {
    if (is_fit(message)) continue;
    observer_.diagnostic(blame(sheet, message, options_.output));
  }
  if (outcome.sheet.marks.over > 0) {
    observer_.diagnostic(blame(sheet, "fit", too_long(sheet, outcome.sheet.marks),
                               "shorten the item, or lower `min-size`", options_.output));
  }
  write_file(log_file(sheet), outcome.log);
  if (!messages.empty()) return;
  observer_.diagnostic(blame(sheet, "no-sheet", "no sheet could be made: " + why_unproven(outcome),
                             fmt::format("what TeX said is in `{}`", log_file(sheet).string()),
                             options_.output));
}

void Ledger::take(const Outcome& outcome) {
  const Sheet& sheet = sheets_[outcome.number];
  if (outcome.sheet.state == SheetResult::State::proven) {
    accept(sheet, outcome);
  } else {
    refuse(sheet, outcome);
  }
  const std::lock_guard lock(mutex_);
  observer_.progress(made_ + failed_, expected_, sheet.translation->language);
}

void Ledger::save() const {
  write_if_changed(record_file(), records_json(records_));
  constexpr const char* names[] = {"up to date", "made", "failed"};
  std::vector<ReportLine> lines;
  for (std::size_t number = 0; number < sheets_.size(); ++number) {
    const Sheet& sheet = sheets_[number];
    lines.push_back({sheet.item->id, sheet.translation->language,
                     sheet.edition == nullptr ? "" : sheet.edition->name, sheet.pdf.string(),
                     names[static_cast<std::size_t>(states_[number])], known(sheet.pdf)});
  }
  write_if_changed(options_.output / "report.json", report_json(lines));
}

}  // namespace listok::latex

#include "latex/build/diagnose.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "latex/build/locate.hpp"
#include "latex/build/page_faults.hpp"
#include "latex/folder/output_names.hpp"
#include "latex/log/tex_errors.hpp"

namespace listok::latex {
namespace {

namespace fs = std::filesystem;

std::string why_unproven(const Outcome& outcome) {
  const SheetMarks& marks = outcome.sheet.marks;
  if (!outcome.fault.empty()) return outcome.fault;
  if (marks.group != 0) return "a group or an environment is left open";
  if (marks.pages != marks.made || marks.pages > most_pages) {
    return fmt::format("it gave {} page{}", marks.pages, marks.pages == 1 ? "" : "s");
  }
  return "the engine did not finish it";
}

// Adds what TeX said; true when it explains why there is no sheet.
bool add_messages(Diagnosis& diagnosis, const Sheet& sheet, const std::vector<TexMessage>& messages,
                  const fs::path& output) {
  for (const TexMessage& message : messages) {
    if (is_fit(message)) continue;
    auto& list = message.sheet == 0 ? diagnosis.shared : diagnosis.own;
    list.push_back(locate(sheet, message, output));
  }
  return std::ranges::any_of(messages, [](const TexMessage& message) {
    return message.kind == TexMessage::Kind::error || loses_text(message);
  });
}

emitter::Diagnostic unexplained(const Sheet& sheet, const Outcome& outcome,
                                const fs::path& output) {
  const SheetResult& result = outcome.sheet;
  if (auto lost = lost_words(sheet, result.shown, result.lacking, output)) return *lost;
  return of_whole(sheet, "no-sheet", "no sheet could be made: " + why_unproven(outcome),
                  fmt::format("what TeX said is in `{}`", (output / log_file(sheet)).string()),
                  output);
}

emitter::Diagnostic acting(const Sheet& sheet, const std::vector<std::string>& removed,
                           const fs::path& output) {
  auto warning = of_whole(
      sheet, "acting-pdf",
      fmt::format("removed from the PDF what would act by itself on the machine of a reader: {}",
                  fmt::join(removed, ", ")),
      "look for `\\special` in the TeX that listok did not write, and into PDFs that are pictures",
      output);
  warning.severity = emitter::Severity::warning;
  return warning;
}

}  // namespace

fs::path log_file(const Sheet& sheet) {
  return (fs::path(layout::logs) / sheet.pdf).replace_extension(".log");
}

Diagnosis diagnose(const Sheet& sheet, const Outcome& outcome, const fs::path& output) {
  Diagnosis diagnosis;
  const bool by_run = add_messages(diagnosis, sheet, outcome.messages, output);
  const bool by_itself = add_messages(diagnosis, sheet, outcome.sheet.messages, output);
  const bool too_long = outcome.sheet.marks.over > 0;
  if (too_long) diagnosis.own.push_back(misfit(sheet, outcome.sheet.marks, output));
  diagnosis.explained = by_run || by_itself || too_long;
  if (!diagnosis.explained) diagnosis.own.push_back(unexplained(sheet, outcome, output));
  return diagnosis;
}

emitter::Diagnostics warnings_of(const Sheet& sheet, const Record& record, const fs::path& output) {
  emitter::Diagnostics warnings;
  for (const TexMessage& message : record.messages) {
    warnings.push_back(locate(sheet, message, output));
  }
  if (!record.removed.empty()) warnings.push_back(acting(sheet, record.removed, output));
  return warnings;
}

}  // namespace listok::latex

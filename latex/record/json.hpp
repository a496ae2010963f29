// JSON in and out. (Library: Boost.JSON.)
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "emitter/base/diagnostic.hpp"
#include "latex/output/edited_sheets.hpp"
#include "latex/record/staleness.hpp"

namespace listok::latex {

// One line, without LF: {"severity": "error", "code": …, "file": …, "line": …}. Absent places are
// left out.
std::string diagnostic_json(const emitter::Diagnostic& diagnostic);

// One line, LF included, with all that there is to it: to be kept, and said again.
std::string kept_line(const emitter::Diagnostic& diagnostic);
// Nothing when it is broken.
std::optional<emitter::Diagnostic> read_kept_line(std::string_view line);

// One line of `listok status`, without LF; `changed` is absent without git.
std::string edited_json(const EditedSheet& sheet, const std::filesystem::path& output,
                        const std::optional<ShortDiff>& changed);

// One line of `listok diff`: {"file": …, "diff": …}.
std::string diff_json(const std::filesystem::path& file, const std::string& diff);

// The line that remembers how `pdf` was made, LF included.
std::string record_line(const std::string& pdf, const Record& record);
std::string record_lines(const Records& records);
// Adds what `lines` say to `records`, a later line in the place of an earlier one. Lines that are
// broken or of another version are passed over: their sheets are then made again.
void read_record_lines(std::string_view lines, Records& records);

// The same for sheets that failed.
std::string failure_lines(const Failures& failures);
Failures read_failure_lines(std::string_view lines);

// One line of output/report.json.
struct ReportLine {
  std::string id;
  std::string language;
  std::string edition;             // empty: the full sheet
  std::string pdf;                 // relative to the output folder
  std::string state;               // "made", "up to date", "failed"
  const Record* record = nullptr;  // absent when there is no PDF
};

std::string report_json(const std::vector<ReportLine>& lines);

// What `listok list` tells of an item.
struct ItemLine {
  struct File {
    std::string language;
    std::string name;   // as shown in diagnostics
    std::string title;  // plain text; empty when it could not be read
    bool broken = false;
  };
  unsigned number = 0;
  std::string id;
  std::string difficulty;
  std::vector<std::string> tags;
  std::vector<File> files;  // in the order of the bank's languages
};

// One line, without LF: {"number": 1, "id": …, "tags": […], "titles": {"ru": …}, …}.
std::string item_json(const ItemLine& item);

}  // namespace listok::latex

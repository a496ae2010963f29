// Writes report.json, what became of each sheet, for other programs. (Library: Boost.JSON.)
// In: a line for each sheet; sizes in pt, times in seconds. Out: the text of the file. Errors:
// none.
#pragma once

#include <string>
#include <vector>

#include "latex/record/staleness.hpp"

namespace listok::latex {

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

}  // namespace listok::latex

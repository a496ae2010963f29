// Writes what was made, and what failed, as lines of JSON, and reads them. (Library: Boost.JSON.)
// In: records, or lines. Out: lines, or records.
// Errors: none; lines that are broken or of another version are passed over.
#pragma once

#include <string>
#include <string_view>

#include "latex/record/staleness.hpp"

namespace listok::latex {

// The line that remembers how `pdf` was made, LF included.
std::string record_line(const std::string& pdf, const Record& record);
std::string record_lines(const Records& records);
// Adds what `lines` say to `records`, a later line in the place of an earlier one. Lines that are
// broken or of another version are passed over: their sheets are then made again.
void read_record_lines(std::string_view lines, Records& records);

// The same for sheets that failed.
std::string failure_lines(const Failures& failures);
Failures read_failure_lines(std::string_view lines);

}  // namespace listok::latex

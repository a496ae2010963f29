// Divides what a run has made among its sheets: a PDF for each, and for those whose lines are wanted
// what SyncTeX says of its pages, packed.
// In: a run whose pages were proven. Out: files in the folder of the run, named in the result.
// Errors: a PDF that cannot be cut is a fault of the result; Trouble when the folder cannot be written.
#pragma once

#include <cstddef>
#include <filesystem>

#include "latex/engine/typeset.hpp"

namespace listok::latex {

// Whether it is wanted of any sheet which line stands where.
bool wants_lines(const Batch& batch);

// `pages`: how many the log counts. Sheets that are faulty already get no file.
void cut_sheets(const Batch& batch, const std::filesystem::path& folder, std::size_t pages,
                BatchResult& result);

}  // namespace listok::latex

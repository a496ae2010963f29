// Says what is wrong with a sheet after its run of the engine.
#pragma once

#include <filesystem>

#include "emitter/base/diagnostic.hpp"
#include "latex/build/sheet.hpp"
#include "latex/engine/scheduler.hpp"
#include "latex/record/staleness.hpp"

namespace listok::latex {

struct Diagnosis {
  emitter::Diagnostics shared;  // of no one sheet: an error in a preamble is that of many
  emitter::Diagnostics own;
  bool explained = false;  // false: TeX found no fault, so nobody knows whether it would fail again
};

// Why `outcome` has no PDF of `sheet`; never without a diagnostic, unless all is said in `shared`.
Diagnosis diagnose(const Sheet& sheet, const Outcome& outcome, const std::filesystem::path& output);

// What is worth a warning in the PDF that was made of `sheet`.
emitter::Diagnostics warnings_of(const Sheet& sheet, const Record& record,
                                 const std::filesystem::path& output);

// Where the log of a failed sheet is kept, relative to the output folder.
std::filesystem::path log_file(const Sheet& sheet);

}  // namespace listok::latex

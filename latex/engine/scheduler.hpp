// Runs batches on several engines, and decides what is tried again after a failure.
// In: batches; the number of workers. Out: an outcome for each sheet, as it is decided.
// Errors: a fault of a sheet is a value; Trouble when the machine lacks something.
#pragma once

#include <functional>
#include <stop_token>
#include <vector>

#include "latex/engine/typeset.hpp"

namespace listok::latex {

// A batch and, for each of its sheets, the number by which the caller knows it.
struct QueuedBatch {
  Batch batch;
  std::vector<std::size_t> numbers;
  bool tweaked_preamble = false;  // a person's: its errors are the author's, not the machine's
};

// What became of a sheet at last.
struct Outcome {
  std::size_t number = 0;
  SheetResult sheet;
  std::string fault;                 // why it is unproven after all was tried
  std::vector<TexMessage> messages;  // of its last run, but of no sheet: a tweaked preamble
  std::vector<std::string> fonts;    // as in BatchResult
  std::vector<std::string> inputs;   // as in BatchResult
  std::string log;                   // the end of the log of a failed run
  double max_size = 0;               // as in Batch
  double seconds = 0;                // its share of the run
};

// Runs `batches` on at most `workers` engines at a time and calls `deliver` with the sheets that a
// run has decided, once for each sheet, from any thread, several at a time; their PDFs are gone
// when it returns. `progress` is called some times a second, also from any thread, with the number
// of sheets that the engines have set and that are not delivered yet. A sheet that is neither
// proven nor at fault itself is set again: the one at which the engine died by itself, the
// others together if the run proved anything, else in halves, at last each by itself. When `stop`
// is requested the engines are ended and the rest is not delivered. Throws what `deliver` throws,
// and Trouble when an untouched preamble cannot be set: then no sheet could be.
void run_batches(
    const Toolchain& toolchain, std::vector<QueuedBatch> batches, std::size_t workers,
    const std::filesystem::path& scratch, std::stop_token stop,
    const std::function<void(std::vector<Outcome>)>& deliver,
    const std::function<void(std::size_t)>& progress = [](std::size_t) {});

}  // namespace listok::latex

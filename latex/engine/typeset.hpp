// Sets one batch: sheets of one language and one preamble, in one run of the engine.
// In: .tex texts, an empty folder. Out: a PDF for each sheet that is proven; sizes in pt.
// Errors: a fault of a sheet or of the run is a value; Trouble when the machine lacks something.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <stop_token>
#include <string>
#include <vector>

#include "latex/engine/toolchain.hpp"
#include "latex/log/engine_log.hpp"
#include "latex/pages/page_proof.hpp"
#include "latex/pages/pdf.hpp"
#include "latex/pages/synctex.hpp"
#include "latex/system/process.hpp"

namespace listok::latex {

struct BatchSheet {
  std::shared_ptr<const std::string> tex;  // the whole file
  Metadata metadata;
  std::size_t letters =
      0;  // that its pages must show at least: see latex/pages/expected_letters.hpp
  std::shared_ptr<const Origin> origin = nullptr;  // given: it is wanted which line stands where
};

struct Batch {
  bool whole = false;              // the PDF of the run is wanted as it is, not one for each sheet
  bool by_hand = false;            // there is TeX of a person's in it: note what that reads
  double max_size = 0;             // pt; no sheet is set larger; 0: as its own options say
  std::string class_options;       // of the edition: "sections={question}, space=lines"
  std::filesystem::path beside;    // the folder of the .tex files: the class, images, own packages
  std::vector<BatchSheet> sheets;  // all with the same preamble_of
  // In a book: the number of the page that each begins on; empty: they are numbered as they come.
  std::vector<std::size_t> first_pages = {};
};

struct SheetResult {
  // proven: its pages and no other, no error, its PDF sound. faulty: the fault is its own, see messages.
  // unproven: something else went wrong; to be set again with other sheets, or by itself.
  enum class State { proven, faulty, unproven };
  State state = State::unproven;
  std::filesystem::path pdf;      // when proven: in the folder of the run, as is
  std::filesystem::path synctex;  // which line stands where; empty: it is not known, or not wanted
  SheetMarks marks;
  PageProof shown;                   // what its pages show
  std::size_t lacking = 0;           // letters that they should show and do not
  std::vector<TexMessage> messages;  // of this sheet
  std::set<std::string> removed;     // what its PDF would have done by itself, as in CutResult
};

struct BatchResult {
  std::filesystem::path whole;         // the PDF of the run, when that was asked for
  std::vector<SheetResult> sheets;     // as in Batch::sheets
  std::vector<TexMessage> messages;    // errors before any sheet: the preamble, the class, a font
  bool begun = false;                  // the engine came to the first sheet
  std::string fault;                   // why the batch as a whole has no PDF; may be empty
  std::optional<std::size_t> culprit;  // the sheet that was being set when the engine died
  std::vector<std::string> fonts;      // the files of all native fonts of the run
  std::vector<std::string> inputs;     // of a batch by hand: see latex/engine/recorded_inputs.hpp
  std::string log;                     // the end of the engine's log, when something went wrong
  double seconds = 0;
};

// Sets `batch` in `folder`, which is empty and the caller's: the PDFs of the result lie there.
// Throws Trouble when the folder cannot be written or the engine cannot be started. `progress` is
// called some times a second with the count of sheets that the engine has set.
BatchResult typeset(
    const Toolchain& toolchain, const Batch& batch, const std::filesystem::path& folder,
    std::stop_token stop, const std::function<void(std::size_t)>& progress = [](std::size_t) {});

}  // namespace listok::latex

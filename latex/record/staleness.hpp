// Decides which sheets are to be made, and why.
// In: dependencies as they are, and as the record has them. Out: the reason, or nothing.
// Errors: Trouble when a PDF that is there cannot be read.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "latex/base/dependencies.hpp"
#include "latex/folder/output_folder.hpp"
#include "latex/log/engine_log.hpp"

namespace listok::latex {

// What the record in output/.listok says of one PDF that listok made.
struct Record {
  Dependencies dependencies;
  Hash content;        // of the PDF as it was written
  Stamp stamp;         // of that PDF when it was last seen to hold this
  double size = 0;     // pt, as set
  double natural = 0;  // pt, the size the fit chose for only this sheet
  double fill = 0;     // of its pages, 0 to 1
  std::size_t pages = 1;
  double seconds = 0;                 // the sheet's share of its batch
  std::vector<std::string> fonts;     // files, of all that its batch used
  std::vector<std::string> inputs;    // files that TeX of a person read; names next to the .tex
  std::vector<TexMessage> messages;   // warnings: said again for as long as the PDF stays
  std::vector<std::string> removed;   // what its PDF would have done by itself
  std::vector<std::string> warnings;  // both, formatted, without colour
  // Of the file beside it that tells which line stands where; none: there is no such file.
  Hash synctex = {};

  bool operator==(const Record&) const = default;
};

// How a sheet failed that is only listok's. For as long as its dependencies stay, it would again.
struct Failure {
  Dependencies dependencies;
  std::vector<std::string> fonts;
  std::vector<TexMessage> messages;
  SheetMarks marks;
  std::string fault;  // of the engine; such a failure is not remembered

  bool operator==(const Failure&) const = default;
};

using Failures = std::map<std::string, Failure>;  // by PDF, as Records

using Records = std::map<std::string, Record>;  // PDF, relative to the output folder -> its record

// What stands at the name of a PDF.
enum class OnDisk { nothing, as_made, another, without_synctex };

// Why a PDF has to be made ("its `.tex` changed"); nothing when it is up to date. `known` is what
// the record says.
std::optional<std::string> reason_to_make(const Dependencies& wanted, const Record* known,
                                          OnDisk on_disk, bool force);

struct SeenPdf {
  OnDisk what = OnDisk::nothing;
  Stamp stamp;
};

// Whether `pdf` is the one that was made, wherever it may have been meanwhile: one that was copied,
// linked or restored is. Reads it when its stamp is another than the record has.
SeenPdf look_at_pdf(const Folder& output, const std::filesystem::path& pdf, const Record* known);

// Whether the file of SyncTeX stands beside `pdf` that was made with it.
bool has_synctex(const Folder& output, const std::filesystem::path& pdf, const Record& known);

}  // namespace listok::latex

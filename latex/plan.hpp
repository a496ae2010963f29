// Which sheets are to be made, and why. Pure: from values, no file is looked at.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "latex/files.hpp"
#include "latex/ingredients.hpp"

namespace listok::latex {

// What the record in output/.listok says of one PDF that listok made.
struct Record {
  Ingredients ingredients;
  Stamp stamp;                        // of the PDF as it was written
  double size = 0;                    // pt, as set
  double natural = 0;                 // pt, the size the fit chose for this sheet alone
  double fill = 0;                    // of the page, 0 to 1
  double seconds = 0;                 // the sheet's share of its batch
  std::vector<std::string> fonts;     // files, of all that its batch used
  std::vector<std::string> warnings;  // formatted, without colour

  bool operator==(const Record&) const = default;
};

using Records = std::map<std::string, Record>;  // PDF, relative to the output folder -> its record

// Why a PDF has to be made ("its `.tex` changed"); nothing when it is up to date. `on_disk` is the
// stamp of the PDF that is there now, `known` what the record says.
std::optional<std::string> reason_to_make(const Ingredients& wanted, const Record* known,
                                          const std::optional<Stamp>& on_disk, bool force);

}  // namespace listok::latex

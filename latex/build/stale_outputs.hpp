// Removes what listok made of items that are no longer in the bank.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "emitter/model/model.hpp"
#include "latex/base/options.hpp"
#include "latex/record/staleness.hpp"

namespace listok::latex {

// Removes the .tex and the PDFs of items whose Markdown is gone, when they are as listok made them,
// and says so; what a person has changed stays, and is named. Returns the PDFs that are to be
// forgotten. Files that listok has no record of are never touched.
std::vector<std::string> clear_leftovers(const emitter::Bank& bank, const BuildOptions& options,
                                         const Records& records, const Observer& observer);

}  // namespace listok::latex

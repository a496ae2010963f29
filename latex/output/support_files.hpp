// Writes what TeX loads next to the sheets: the class, what the bank says of all
// sheets, and the package of the bank.
// In: a bank, a folder of the output. Out: files that are left to `writes`; a hash of the class.
// Errors: a warning for a file that a person has changed; Trouble when one cannot be read.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "latex/base/options.hpp"
#include "latex/folder/pending_writes.hpp"
#include "latex/system/hash.hpp"

namespace listok::latex {

// Brings them up to date in the folder `folder` of `output`, by `writes`.
emitter::Diagnostics write_packages(const emitter::Bank& bank, const Folder& output,
                                    const std::filesystem::path& folder, PendingWrites& writes);

// `visit(name, text)` for each file that is brought up to date in `folder`.
void visit_packages(
    const emitter::Bank& bank, const std::filesystem::path& folder,
    const std::function<void(const std::string& name, std::string_view text)>& visit);

Hash hash_of_class();

}  // namespace listok::latex

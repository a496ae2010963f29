// Folders of a bank that hold items: those of its languages, and those that nobody reads.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "emitter/base/diagnostic.hpp"

namespace listok::emitter {

// The languages of a bank that does not name them: the folders called `ru` and `en`, and those of
// other languages that hold Markdown files, in the order of the table of languages.
std::vector<std::string> languages_in(const std::filesystem::path& bank);

// Warns of folders with Markdown files that are none of `languages`: of a language that the bank
// leaves out, and of those whose name is no language. Hidden folders, banks and outputs in the bank,
// and those that usually hold other things (`docs`, `exams`, `images`) are passed over.
Diagnostics folders_left_out(const std::filesystem::path& bank,
                             const std::vector<std::string>& languages);

}  // namespace listok::emitter

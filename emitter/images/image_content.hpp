// Finds out what the file of an image is by what it holds, whatever its name says.
// In: a file. Out: its kind, and what it is set as. Errors: a diagnostic for a file that is refused.
#pragma once

#include <filesystem>
#include <string>

#include "emitter/base/diagnostic_list.hpp"

namespace listok::emitter {

// The ending of what is set of `file`, in lower case: TeX goes by it. Empty where the name of the
// file ends in it, or the file is refused: it is none of the kinds that are taken, is cut short, or
// is past emitter/base/limits.hpp. `name` is what the image is called in the Markdown at `span`.
std::string ending_to_set(const std::filesystem::path& file, const std::string& name, Span span,
                          DiagnosticList& findings);

}  // namespace listok::emitter

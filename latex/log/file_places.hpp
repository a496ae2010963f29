// Finds the lines of files next to the sheets in which TeX has met errors.
// In: a log that was read. Out: the same, its messages with their lines filled in.
// Errors: Trouble when a file that is there cannot be read.
#pragma once

#include <filesystem>

#include "latex/log/engine_log.hpp"

namespace listok::latex {

// Fills in the text of the lines with errors. `beside` is the folder of the files; links in it
// that lead elsewhere are not followed. An error that the engine met before the first sheet when it
// had just read listok-local.sty to its end is given its place there.
void find_places(EngineLog& log, const std::filesystem::path& beside);

}  // namespace listok::latex

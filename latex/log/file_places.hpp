// Errors in files that lie next to the sheets.
#pragma once

#include <filesystem>

#include "latex/log/engine_log.hpp"

namespace listok::latex {

// Fills in what stands in the lines of files `beside` the sheets in which the log has errors; links
// that lead elsewhere are not followed. An error that the engine met before the first sheet when it
// had just read listok-local.sty to its end is given its place there.
void find_places(EngineLog& log, const std::filesystem::path& beside);

}  // namespace listok::latex

// Turns a message of TeX into a diagnostic on the Markdown line that it is about.
#pragma once

#include "emitter/base/diagnostic.hpp"
#include "latex/build/sheet.hpp"
#include "latex/log/engine_log.hpp"

namespace listok::latex {

// Errors are errors, boxes that stick out are warnings. A sheet that a person has tweaked is named
// by its .tex (below `output`), any other by its Markdown.
emitter::Diagnostic locate(const Sheet& sheet, const TexMessage& message,
                           const std::filesystem::path& output);

// For what is known only of the sheet as a whole: the engine died, the PDF is broken.
emitter::Diagnostic of_whole(const Sheet& sheet, std::string code, std::string message,
                             std::string hint, const std::filesystem::path& output);

}  // namespace listok::latex

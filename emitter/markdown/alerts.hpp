// Names the quotations that begin with `[!NOTE]`, as GitHub and Obsidian do.
#pragma once

#include <string_view>

#include "emitter/base/diagnostic_list.hpp"
#include "emitter/model/model.hpp"

namespace listok::emitter {

// The title behind the mark, in strong on lines of its own; without one a strong word for the mark in
// `language`, one of supported_languages(). A mark that listok does not know is the word itself; in
// another language than English a warning says so.
void name_alerts(Blocks& blocks, const Source& source, std::string_view language,
                 DiagnosticList& findings);

}  // namespace listok::emitter

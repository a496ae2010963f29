// Reports what was found in the Markdown of an item before it was parsed: dollars, and the remarks of
// the passes.
#pragma once

#include <vector>

#include "emitter/base/diagnostic_list.hpp"
#include "emitter/parser/events.hpp"
#include "emitter/parser/markdown_text.hpp"

namespace listok::emitter {

// `events` are those of `text`: what turned out to be code, HTML or a formula has no remarks.
void report_passes(const MarkdownText& text, const std::vector<Event>& events,
                   DiagnosticList& findings);

}  // namespace listok::emitter

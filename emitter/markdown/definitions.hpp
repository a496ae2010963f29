// Tells of addresses that stand apart from their links, `[label]: https://…`: those that nothing
// refers to vanish, and a reference to none is printed as it stands.
#pragma once

#include <vector>

#include "emitter/base/diagnostic_list.hpp"
#include "emitter/parser/events.hpp"
#include "emitter/parser/markdown_text.hpp"

namespace listok::emitter {

// `events` are those of `text`.
void report_definitions(const MarkdownText& text, const std::vector<Event>& events,
                        DiagnosticList& findings);

}  // namespace listok::emitter

// Refuses HTML in Markdown, but for comments, which are dropped.
#pragma once

#include "emitter/base/diagnostic_list.hpp"
#include "emitter/base/source.hpp"

namespace listok::emitter {

// `run` is a stretch of `source` that Markdown takes for HTML.
void refuse_html(const Source& source, Span run, DiagnosticList& findings);

}  // namespace listok::emitter

// Decodes the character references of Markdown: `&nbsp;`, `&#8594;`, `&#x2192;`.
#pragma once

#include <string>
#include <string_view>

#include "emitter/base/diagnostic_list.hpp"

namespace listok::emitter {

// What `reference`, from "&" to ";", stands for. Of the names of HTML those that authors use are known.
// Nothing when it is refused, as what check_text refuses is, which is said of `place`.
std::string text_of_entity(std::string_view reference, Span place, DiagnosticList& findings);

// `words` with what the references that are known stand for: `a &lt; b`.
std::string with_entities(std::string_view words);

}  // namespace listok::emitter

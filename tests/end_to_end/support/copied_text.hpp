// What can be known of a text from its copy out of a PDF: the list of docs/text.md, in code.
#pragma once

#include <string>
#include <string_view>

namespace listok::tests {

// The same for a text and for what pdftotext says of the page it was set on, but for thin spaces.
std::string as_copied(std::string_view text);

// Where `copied`, what pdftotext says of a page, is not what as_copied says of `text`: a message
// with what stands around. Empty when nothing is lost.
std::string loss(std::string_view text, std::string_view copied);

// Of text with Hebrew, Arabic or N'Ko: its characters in the order of their numbers, a bracket
// and its mirrored twin being one.
std::string characters_of(std::string_view text);

}  // namespace listok::tests

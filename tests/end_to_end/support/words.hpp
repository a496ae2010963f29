// The words of Markdown and of a page, compared. Reads Markdown by its letters, not by our reader.
#pragma once

#include <string>
#include <vector>

namespace listok::tests {

// The lines of text of an item, without the marks of Markdown: "- ", "## ", backquotes, stars.
std::vector<std::string> lines_of_markdown(const std::string& markdown);

// The lines that `page`, the output of pdftotext, does not hold in this order. White space is not
// compared, and a hyphen at the end of a line of the page may be one that TeX put there.
std::vector<std::string> lines_missing(const std::vector<std::string>& lines,
                                       const std::string& page);

}  // namespace listok::tests

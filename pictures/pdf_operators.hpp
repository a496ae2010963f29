// The operators of a PDF's content streams. Source: ISO 32000-1, annex A.
#pragma once

#include <optional>
#include <string_view>

namespace listok::pictures {

// A letter for each operand of `name`: n a number, N a name, s a string, a an array, p a name or a
// dictionary, and c for any count of numbers with or without a name at the end. Nothing when PDF
// has no such operator.
std::optional<std::string_view> operands_of(std::string_view name);

}  // namespace listok::pictures

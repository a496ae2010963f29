// Measures text as a terminal shows it.
// In: UTF-8 text, or a file descriptor. Out: widths in columns of the terminal, or the text cut.
// Errors: none.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace listok::cli {

std::size_t width_of(std::string_view text);

// `text`, or as much of its beginning as fits with a "…" after it.
std::string cut(const std::string& text, std::size_t width);

// Of the terminal that `descriptor` is, or as the variable COLUMNS has it, which is how one sets it
// for a pipe; else `usual`.
std::size_t columns_of(int descriptor, std::size_t usual);

}  // namespace listok::cli

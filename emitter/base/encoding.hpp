// Recognizes a file that is not UTF-8, or not text, and reports that as one error for the file.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "emitter/base/source.hpp"

namespace listok::emitter {

struct Encoding {
  std::string_view name;   // "Windows-1251"
  std::string_view iconv;  // as that program knows it: "WINDOWS-1251"
};

// What bytes that are not UTF-8 look like: UTF-16 and UTF-32 by their mark, UTF-16 without one by
// its letters, Cyrillic ones by the letters that are most frequent in Russian, Windows-1252 where
// Latin letters are by far the most.
std::optional<Encoding> likely_encoding(std::string_view bytes);

// The error of a file as a whole, at the first place that shows it: its encoding, with the command
// that converts it; line ends that are only CR; bytes that are no text. Nothing when there are no
// such faults, or so few that each is a slip of its own.
std::optional<Diagnostic> fault_of_file(const Source& source);

}  // namespace listok::emitter

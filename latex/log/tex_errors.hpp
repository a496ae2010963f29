// Explains the errors of TeX to the person who wrote the item.
// In: a message of the log. Out: a code, a message and a hint in plain words. Errors: none.
#pragma once

#include <string>
#include <string_view>

#include "latex/log/engine_log.hpp"

namespace listok::latex {

struct PlainWords {
  std::string code;  // of the diagnostic: "tex-undefined"
  std::string message;
  std::string hint;  // may be empty
};

// The error of `message` in plain words. A message of a kind we do not know is passed on as it is.
PlainWords in_plain_words(const TexMessage& message);

// The class says that the sheet does not fit; the marks say it better.
bool is_fit(const TexMessage& message);

// True when the error is in a file that listok did not write: a person's macros, a package.
bool is_in_other_file(const TexMessage& message);

// True when it is in the file of the run, at a place where the class says nothing: something that
// was read before had no end, or was missing.
bool is_in_main_file(const TexMessage& message);

// The last word of what TeX had read of a line before it stopped: "\foo" of "see \foo".
std::string last_word(std::string_view context);

// The Debian package that brings what `text`, an error outside of any sheet, says is missing (a
// .sty file, a face); empty when nothing is known to be missing.
std::string missing_package(std::string_view text);

}  // namespace listok::latex

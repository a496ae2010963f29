// The table of languages that a bank can be written in. A new language is a row here, and what
// CONTRIBUTING.md lists.
// In: the code of a language. Out: its names elsewhere.
// Errors: none; asking for a code that is not in the table is a bug.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace listok::emitter {

struct Language {
  std::string_view code;  // "ru": the folder of its items, its key in listok.yaml, its tag in a PDF
  std::string_view polyglossia;  // "russian", which is the option of the class, too
};

// `code` is one of supported_languages(): the reader of listok.yaml refuses any other.
const Language& language_of(std::string_view code);

// The codes, in the order of the table.
const std::vector<std::string>& supported_languages();

}  // namespace listok::emitter

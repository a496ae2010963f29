// Compares names with a pattern, as a shell does.
// In: a name and a pattern, UTF-8. Out: whether the whole name fits. Errors: none.
#pragma once

#include <string_view>

namespace listok::emitter {

// True when the whole of `name` fits `pattern`: `*` stands for any characters or none, `?` for one,
// `[abc]`, `[a-c]` for one of those, `[!abc]` for one of the others. A `[` without its `]` stands
// for itself. Characters are code points; both are compared in NFC, capitals as capitals.
bool matches_glob(std::string_view name, std::string_view pattern);

}  // namespace listok::emitter

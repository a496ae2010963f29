// Finds what a person meant who mistyped a name.
// In: the name, and the names that exist. Out: the text of a hint, "did you mean `kv-cache`?".
// Errors: none; where no name is near, the hint lists what exists.
#pragma once

#include <string>
#include <vector>

namespace listok::cli {

// "did you mean `kv-cache`?": of `likely` if there are any, else of the name in `known` that is
// nearest to `name`, else of those that `name` is a part of, where case does not matter; else "it
// has ru, en", with the first of `known`.
std::string suggestion(const std::string& name, const std::vector<std::string>& known,
                       std::vector<std::string> likely = {});

}  // namespace listok::cli

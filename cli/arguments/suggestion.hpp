// What was meant by a name that there is none of.
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

// Which languages the TeX of this machine can hyphenate.
// In: the file language.dat of TeX Live. Out: names of patterns, "ngerman".
// Errors: Trouble as any process may throw it; nothing is known where there is no such file.
#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <stop_token>
#include <string>
#include <string_view>

namespace listok::latex {

// The names in the text of a language.dat, synonyms too.
std::set<std::string> patterns_in(std::string_view text);

// Those of this machine; kpsewhich is asked where the file is. Nothing when it does not know.
std::optional<std::set<std::string>> installed_patterns(const std::filesystem::path& scratch,
                                                        std::stop_token stop);

}  // namespace listok::latex

// Finds where a user keeps things, by the XDG Base Directory Specification.
// In: the environment. Out: absolute paths. Errors: none; empty where the environment does not
// tell.
#pragma once

#include <filesystem>

namespace listok::latex {

// Empty where the environment does not say, as all that follow.
std::filesystem::path home_folder();

// What programs may lose: $XDG_CACHE_HOME, else ~/.cache.
std::filesystem::path user_cache_folder();

// What they may not: $XDG_CONFIG_HOME, else ~/.config.
std::filesystem::path configuration_folder();

}  // namespace listok::latex

// Where a user keeps things, by the XDG Base Directory Specification.
#pragma once

#include <filesystem>

namespace listok::latex {

// Empty where the environment does not tell, as all that follow.
std::filesystem::path home_folder();

// What programs may lose: $XDG_CACHE_HOME, else ~/.cache.
std::filesystem::path user_cache_folder();

// What they may not: $XDG_CONFIG_HOME, else ~/.config.
std::filesystem::path configuration_folder();

}  // namespace listok::latex
